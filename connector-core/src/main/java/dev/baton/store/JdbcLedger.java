package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.AgentNotes;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.OfferTokens;
import dev.baton.ledger.Sheet;
import dev.baton.performance.LeadTrack;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The ledger in the database: several leads can be decided about in one transaction. */
public final class JdbcLedger implements Ledger {
  private final Database database;
  private final JdbcRoutingBooks books;
  private final OfferTokens tokens;
  private final Scores scores = new Scores();

  public JdbcLedger(Database database, JdbcRoutingBooks books, OfferTokens tokens) {
    this.database = database;
    this.books = books;
    this.tokens = tokens;
  }

  @Override
  public Admission admit(Lead lead, LeadContent content, Decider decider) {
    return database.inTransaction(
        handle -> {
          RoutingBook book = books.current(handle, lead.company());
          if (!LeadRows.insert(handle, lead, content, book.stickyFields())) {
            return new Admission.Known(LeadRows.idOf(handle, lead).orElseThrow());
          }
          var session = new Session(handle);
          Decision decision = session.decide(lead, LeadTrack.received(lead.receivedAt()), decider);
          if (decision instanceof Refused refused) {
            throw new IllegalStateException("A new lead was refused: " + refused.refusal().why());
          }
          session.record();
          return new Admission.Admitted(decision);
        });
  }

  @Override
  public Optional<Decision> decide(LeadId id, Decider decider) {
    return database.inTransaction(
        handle ->
            LeadRows.locked(handle, List.of(id.value())).stream()
                .findFirst()
                .map(
                    lead -> {
                      var session = new Session(handle);
                      LeadTrack track = trackOf(lead, histories(handle, List.of(lead)));
                      Decision decision = session.decide(lead, track, decider);
                      session.record();
                      return decision;
                    }));
  }

  @Override
  public int decideDue(int atMost, Decider decider) {
    return decideAll(handle -> LeadRows.due(handle, database, atMost), decider);
  }

  @Override
  public int decideFollowing(int atMost, Decider decider) {
    return decideAll(handle -> LeadRows.followersLeftBehind(handle, database, atMost), decider);
  }

  private int decideAll(Function<Handle, List<UUID>> taking, Decider decider) {
    return database.claiming(
        handle -> {
          List<UUID> taken = taking.apply(handle);
          if (taken.isEmpty()) return 0;
          List<Lead> leads = LeadRows.locked(handle, taken);
          Map<UUID, List<RotationEvent>> histories = histories(handle, leads);
          var session = new Session(handle);
          int decided = 0;
          for (Lead lead : leads) {
            Decision decision = session.decide(lead, trackOf(lead, histories), decider);
            if (decision instanceof Decided) decided++;
          }
          session.record();
          return decided;
        });
  }

  @Override
  public RoutingFacts facts(CompanyId company) {
    return database.inTransaction(
        handle -> {
          Instant now = database.now(handle);
          RoutingBook book = books.current(handle, company);
          return new FactRows(handle, book, now).read(scores.of(handle, company, now));
        });
  }

  @Override
  public Optional<Instant> nextDue() {
    return database.inTransaction(LeadRows::nextDue);
  }

  @Override
  public Instant now() {
    return database.inTransaction(database::now);
  }

  private static Map<UUID, List<RotationEvent>> histories(Handle handle, List<Lead> leads) {
    return EventRows.of(handle, leads.stream().map(l -> l.id().value()).toList());
  }

  private static LeadTrack trackOf(Lead lead, Map<UUID, List<RotationEvent>> events) {
    return LeadTrack.of(lead.receivedAt(), events.getOrDefault(lead.id().value(), List.of()));
  }

  /** The decisions of one transaction: each sees what the ones before it did to the agents. */
  private final class Session {
    private final Map<CompanyId, Optional<Instant>> releases = new HashMap<>();
    private final Handle handle;
    private final Instant now;
    private final Map<CompanyId, RoutingBook> current = new HashMap<>();
    private final Map<CompanyId, AgentNotes> notes = new HashMap<>();
    private final Recording recording;

    Session(Handle handle) {
      this.handle = handle;
      this.now = database.now(handle);
      this.recording = new Recording(now, tokens);
    }

    Decision decide(Lead lead, LeadTrack track, Decider decider) {
      Rotation rotation = track.rotation();
      RoutingBook book =
          current.computeIfAbsent(lead.company(), company -> books.current(handle, company));
      AgentNotes agents = notes.computeIfAbsent(lead.company(), c -> notes(book));
      var seen =
          new Circumstances(
              book,
              agents.facts(now, lastRelease(lead.company(), book)),
              now,
              KinRows.of(handle, lead, rotation));
      var sheet = new Sheet(lead, rotation, seen);
      Entry entry = decider.decide(sheet);
      if (entry.decision() instanceof Decided decided) {
        // First what was seen is kept: the notes then change under it.
        recording.add(sheet, track, decided, entry, () -> agents.after(sheet, decided));
        for (RotationEvent event : decided.events()) {
          if (event instanceof LeadHeld held && held.until().isPresent()) {
            releases.put(lead.company(), held.until());
          }
        }
      }
      return entry.decision();
    }

    /** Looked up only where leads are held at this moment. */
    private Optional<Instant> lastRelease(CompanyId company, RoutingBook book) {
      boolean closed =
          book.settings().calendar().hours().filter(hours -> !hours.open(now)).isPresent();
      return closed
          ? releases.computeIfAbsent(company, c -> LeadRows.lastRelease(handle, c))
          : Optional.empty();
    }

    private AgentNotes notes(RoutingBook book) {
      var rows = new FactRows(handle, book, now);
      return new AgentNotes(book, rows.read(scores.of(handle, book.company(), now)));
    }

    void record() {
      recording.write(handle);
    }
  }
}

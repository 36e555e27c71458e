package dev.baton.bench;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.flow.Bells;
import dev.baton.flow.RotatingLeads;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.LeadText;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.Ledger.Admission.Admitted;
import dev.baton.ledger.Sheet;
import dev.baton.memory.TickingClock;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationRules;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.tag.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Lives leads through the real store, as fast as it takes them: they come in, some are accepted at
 * once, the others wait out their offers until the last agent in line and the catchall have let
 * them go. Time is ticked, so that nobody waits for a window to end.
 */
final class DecidedHistory {
  static final CompanyId COMPANY = new CompanyId("bench");
  static final Instant BEGIN = Instant.parse("2026-11-02T08:00:00Z");

  private static final ConnectionId CRM = new ConnectionId("bench-crm");
  private static final List<String> TAGS = List.of("Harbour", "Old Town", "Villa", "Rental");
  private static final int THREADS = 2;
  private static final int PER_TRANSACTION = 500;

  private final TickingClock clock = new TickingClock(BEGIN);
  private final JdbcRoutingBooks books;
  private final JdbcLedger ledger;
  private final RotatingLeads rotating;
  private final Random random = new Random(7);
  private int leads;

  DecidedHistory(Database database, int agents) {
    Database ticking = database.withClock(clock);
    books = new JdbcRoutingBooks(ticking);
    ledger = new JdbcLedger(ticking, books, (offer, agent) -> offer.key() + " " + agent);
    rotating = new RotatingLeads(ledger, Bells.silent());
    var companies = new JdbcCompanies(ticking);
    companies.put(new Company(COMPANY, "Bench", ZoneOffset.UTC));
    companies.connect(new CrmConnection(CRM, COMPANY, "hubspot", "1", Map.of()));
    List<Agent> people = IntStream.range(0, agents).mapToObj(DecidedHistory::agent).toList();
    var book =
        new BookDraft(
            TAGS.stream().map(Tag::preferential).toList(), people, RoutingSettings.DEFAULT);
    books.publish(COMPANY, book, "bench", BEGIN);
  }

  private static Agent agent(int number) {
    var held = new HashSet<String>();
    held.add(TAGS.get(number % TAGS.size()));
    held.add(TAGS.get(number / TAGS.size() % TAGS.size()));
    return new Agent(
        new AgentId("agent" + number), "Agent " + number, "", held, true, number == 0, Map.of());
  }

  /** The books that the decisions were made under. */
  JdbcRoutingBooks books() {
    return books;
  }

  /** The first instant after all that was decided so far. */
  Instant end() {
    return clock.instant().plusSeconds(1);
  }

  /**
   * Lives some leads to their end; answers how many decisions were recorded.
   *
   * @param enough it breaks off at so many, with leads still on their way
   */
  int live(int count, int enough) throws InterruptedException {
    List<Offered> offered = arrive(Math.min(count, enough));
    int decisions = offered.size();
    clock.tick(Duration.ofSeconds(30));
    for (Offered offer : offered) {
      if (decisions == enough) return decisions;
      if (random.nextInt(4) > 0) continue;
      if (rotating.accept(offer.id(), offer.agent(), Channel.PAGE) instanceof Decided) decisions++;
    }
    while (decisions < enough && ledger.nextDue().isPresent()) {
      clock.set(ledger.nextDue().get());
      int settled = rotating.settleDue(Math.min(PER_TRANSACTION, enough - decisions));
      if (settled == 0) throw new IllegalStateException("Nothing was due at " + clock.instant());
      decisions += settled;
    }
    return decisions;
  }

  private record Offered(OfferId id, AgentId agent) {}

  /** Several at a time, because each arrives in a transaction of its own. */
  private List<Offered> arrive(int count) throws InterruptedException {
    clock.tick(Duration.ofMinutes(1));
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      var arriving = new ArrayList<Future<Offered>>();
      for (int i = 0; i < count; i++) {
        int number = leads++;
        String body = "About " + TAGS.get(random.nextInt(TAGS.size())) + ", lead " + number;
        arriving.add(threads.submit(() -> arrive(number, body)));
      }
      var offered = new ArrayList<Offered>();
      for (Future<Offered> each : arriving) offered.add(each.get());
      return offered;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
  }

  private Offered arrive(int number, String body) {
    // As Baton makes them: beginning with the time, so that neighbours in time are neighbours here.
    Instant now = clock.instant();
    var id = new LeadId(new UUID(now.toEpochMilli() << 16 | 0x7000, 1L << 63 | number));
    var record = new CrmRecord(CRM, "contacts", "record" + number);
    var content = new LeadContent(new LeadText("", body, Map.of()), Contact.UNKNOWN, Set.of(), "");
    var lead = new Lead(id, COMPANY, record, now, "");
    var admission = ledger.admit(lead, content, sheet -> begun(sheet, content));
    if (admission instanceof Admitted(Decided decided)) {
      for (RotationEvent event : decided.events()) {
        if (event instanceof LeadOffered first) {
          return new Offered(new OfferId(id, first.offer()), first.agent());
        }
      }
    }
    throw new IllegalStateException("Offered to nobody: " + admission);
  }

  private static Entry begun(Sheet sheet, LeadContent content) {
    var begin = new Begin(sheet.circumstances().book().tagIndex().find(content));
    var decision = RotationRules.decide(sheet.rotation(), begin, sheet.circumstances());
    return new Entry(decision, begin, List.of());
  }
}

package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.TokenHash;
import dev.baton.feedback.Comment;
import dev.baton.lead.LeadId;
import dev.baton.ledger.AgentNotes.Noted;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Grounds;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadStatus;
import dev.baton.ledger.OfferTokens;
import dev.baton.ledger.Sheet;
import dev.baton.message.Tidings;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayAlert;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.performance.Facets;
import dev.baton.performance.Facts;
import dev.baton.performance.LeadTrack;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one transaction, written together: events, the state they fold to, offers,
 * promises, and what changed for agents. Nothing is written over what somebody else has written
 * meanwhile.
 */
final class Recording {
  private final Instant now;
  private final OfferTokens tokens;
  private final List<Change> changes = new ArrayList<>();

  private record Change(
      Sheet before,
      Decided decided,
      LeadTrack trackBefore,
      LeadTrack trackAfter,
      Grounds grounds,
      Entry entry,
      Noted noted) {
    Lead lead() {
      return before.lead();
    }

    Rotation after() {
      return trackAfter.rotation();
    }
  }

  Recording(Instant now, OfferTokens tokens) {
    this.now = now;
    this.tokens = tokens;
  }

  /**
   * @param track what reports knew of the lead before
   * @param noted what the decision changes for agents; asked for once the grounds are kept
   */
  void add(Sheet before, LeadTrack track, Decided decided, Entry entry, Supplier<Noted> noted) {
    LeadTrack after = track;
    for (RotationEvent event : decided.events()) after = after.after(event);
    Grounds grounds = grounds(before, decided, entry);
    changes.add(new Change(before, decided, track, after, grounds, entry, noted.get()));
  }

  /** Taken at once: the next decision of the transaction adds to the facts it was lent. */
  private static Grounds grounds(Sheet before, Decided decided, Entry entry) {
    Circumstances seen = before.circumstances();
    RoutingFacts facts =
        decided
            .lineUp()
            .map(line -> seen.facts().thatMatteredTo(line))
            .orElseGet(() -> seen.facts().withoutAgents());
    return new Grounds(entry.command(), facts, seen.kin());
  }

  void write(Handle handle) {
    if (changes.isEmpty()) return;
    writeEvents(handle);
    writeFacts(handle);
    writeLeads(handle);
    writeTags(handle);
    settleOffers(handle);
    writeOffers(handle);
    writePromises(handle);
    writeTidings(handle);
    for (Change change : changes) {
      for (Comment comment : change.entry.comments()) JdbcComments.insert(handle, comment);
    }
    new AgentRows(handle, now).write(changes.stream().map(Recording::ofAgents).toList());
  }

  private static AgentRows.Change ofAgents(Change change) {
    return new AgentRows.Change(
        change.lead().company(), change.lead().id(), change.after().tagNames(), change.noted);
  }

  private void writeEvents(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO lead_event
              (lead_id, sequence, company_id, kind, at, recorded_at, revision, data, line_up,
               grounds)
            VALUES
              (:lead, :sequence, :company, :kind, :at, :now, :revision, :data, :lineUp, :grounds)
            """);
    for (Change change : changes) {
      int sequence = change.before.rotation().version();
      int last = sequence + change.decided.events().size();
      for (RotationEvent event : change.decided.events()) {
        sequence++;
        batch
            .bind("lead", change.lead().id().value())
            .bind("sequence", sequence)
            .bind("company", change.lead().company().value())
            .bind("kind", Json.kind(event))
            .bind("at", event.at())
            .bind("now", now)
            .bind("revision", change.before.circumstances().book().revision())
            .bind("data", Json.write(event));
        // Typed also where it is empty: a batch takes the types of its first row for all of them.
        batch
            .bindByType("lineUp", sequence == last ? lineUp(change) : null, String.class)
            .bindByType(
                "grounds",
                sequence == last ? DecisionJson.write(change.grounds) : null,
                String.class);
        batch.add();
      }
    }
    batch.execute();
  }

  private static @Nullable String lineUp(Change change) {
    return change.decided.lineUp().map(DecisionJson::write).orElse(null);
  }

  /** Before the leads' own rows change: what they were counted under stands there. */
  private void writeFacts(Handle handle) {
    Map<UUID, Facets> facets =
        ReportRows.facets(handle, changes.stream().map(c -> c.lead().id().value()).toList());
    var rows = new ReportRows(handle);
    for (Change change : changes) {
      Facets was = facets.getOrDefault(change.lead().id().value(), Facets.NONE);
      var is = new Facets(change.noted.team(), was.source(), change.after().tagNames());
      rows.add(
          change.lead().company(),
          change.lead().id(),
          now,
          Facts.between(change.trackBefore, was, change.trackAfter, is));
    }
    rows.write();
  }

  private void writeLeads(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE lead SET version = :version, stage = :stage, holder = :holder, owner = :owner,
              crm_owner = :crmOwner, tags = :tags, due_at = :due, owned_at = :ownedAt,
              follows = CAST(:follows AS uuid), changed_at = :now, team_id = :team, active_owner = :active,
              contested_until = :contested, status = :status,
              joined = COALESCE(CAST(:joined AS uuid), joined)
            WHERE id = :lead AND version = :before
            """);
    for (Change change : changes) {
      Rotation after = change.after();
      batch
          .bind("lead", change.lead().id().value())
          .bind("before", change.before.rotation().version())
          .bind("version", after.version())
          .bind("stage", after.stage().name())
          .bind("status", LeadStatus.of(change.trackAfter).name())
          .bind("crmOwner", crmOwner(change))
          .bind("tags", Json.write(after.tagNames()))
          .bind("now", now)
          .bindByType("holder", after.held().map(o -> o.agent().value()).orElse(null), String.class)
          .bindByType("team", change.noted.team().map(TeamId::value).orElse(null), String.class)
          .bindByType("active", activeOwner(after), String.class)
          .bindByType("joined", joined(change), UUID.class)
          .bindByType("follows", after.following().map(LeadId::value).orElse(null), UUID.class)
          .bindByType("owner", after.owner().map(AgentId::value).orElse(null), String.class)
          .bindByType("contested", after.contest().until().orElse(null), Instant.class)
          .bindByType("due", after.due().orElse(null), Instant.class)
          .bindByType("ownedAt", after.ownedAt().orElse(null), Instant.class)
          .add();
    }
    requireAll(batch.execute(), "lead");
  }

  private void writeTags(Handle handle) {
    var rows = new LeadTagRows(handle);
    for (Change change : changes) {
      Lead lead = change.lead();
      rows.replace(
          lead.id().value(),
          lead.company().value(),
          lead.receivedAt(),
          change.before.rotation().tagNames(),
          change.after().tagNames());
    }
    rows.write();
  }

  /** Whoever owns it and has something left to do. */
  private static @Nullable String activeOwner(Rotation lead) {
    return lead.stage() == Stage.OWNED && !lead.care().progress().deal().closed()
        ? lead.owner().map(AgentId::value).orElse(null)
        : null;
  }

  private static @Nullable UUID joined(Change change) {
    return change.decided.events().stream()
        .filter(e -> e instanceof LeadCoalesced)
        .map(e -> ((LeadCoalesced) e).earlier().value())
        .findFirst()
        .orElse(null);
  }

  private static String crmOwner(Change change) {
    return change.decided.events().stream()
        .filter(e -> e instanceof OwnerChangedInCrm)
        .map(e -> ((OwnerChangedInCrm) e).crmOwner())
        .findFirst()
        .orElse(change.lead().crmOwner());
  }

  /** Compare-and-set: an offer that is not open any more cannot get a second outcome. */
  private void settleOffers(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE offer SET state = :state, settled_at = :at
            WHERE lead_id = :lead AND number = :number AND state = 'OPEN'
            """);
    for (Change change : changes) {
      for (Offer before : change.before.rotation().offers()) {
        Offer after = change.after().offers().get(before.number() - 1);
        if (after.state() == before.state()) continue;
        batch
            .bind("lead", change.lead().id().value())
            .bind("number", after.number())
            .bind("state", after.state().name())
            .bind("at", after.settledAt().orElseThrow())
            .add();
      }
    }
    if (batch.size() > 0) requireAll(batch.execute(), "offer");
  }

  private void writeOffers(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO offer
              (lead_id, number, company_id, agent_id, kind, state, offered_at, expires_at,
               token_hash)
            VALUES
              (:lead, :number, :company, :agent, :kind, :state, :offered, :expires, :hash)
            """);
    for (Change change : changes) {
      int known = change.before.rotation().offers().size();
      List<Offer> offers = change.after().offers();
      for (Offer offer : offers.subList(known, offers.size())) {
        var id = new OfferId(change.lead().id(), offer.number());
        batch
            .bind("lead", id.lead().value())
            .bind("number", offer.number())
            .bind("company", change.lead().company().value())
            .bind("agent", offer.agent().value())
            .bind("kind", offer.kind().name())
            .bind("state", offer.state().name())
            .bind("offered", offer.offeredAt())
            .bind("expires", offer.expiresAt())
            .bind("hash", TokenHash.of(tokens.token(id, offer.agent())))
            .add();
      }
    }
    if (batch.size() > 0) batch.execute();
  }

  private void writePromises(Handle handle) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO outbox
              (company_id, connection_id, lead_id, kind, offer_number, data, promised_at, state,
               due_at)
            VALUES
              (:company, :connection, :lead, :kind, :offer, :data, :now, 'PENDING', :now)
            """);
    for (Change change : changes) {
      for (Promise promise : change.entry.promises()) {
        batch
            .bind("company", change.lead().company().value())
            .bind("connection", change.lead().record().connection().value())
            .bind("lead", change.lead().id().value())
            .bind("kind", Json.kind(promise))
            .bind("data", Json.write(promise))
            .bind("now", now)
            .bindByType("offer", offerOf(promise), Integer.class)
            .add();
      }
    }
    if (batch.size() > 0) batch.execute();
  }

  private void writeTidings(Handle handle) {
    var rows = new TidingsRows(handle);
    for (Change change : changes) {
      for (Tidings tidings : change.entry.tidings()) {
        rows.add(change.lead().company(), Optional.of(change.lead().id()), tidings);
      }
    }
    rows.write();
  }

  private static @Nullable Integer offerOf(Promise promise) {
    return switch (promise) {
      case TellOffer offer -> offer.offer();
      case CloseOffer offer -> offer.offer();
      case GiveOwner unused -> null;
      case SayFeedback unused -> null;
      case SayComment unused -> null;
      case SayAlert unused -> null;
    };
  }

  private static void requireAll(int[] counts, String what) {
    for (int count : counts) {
      if (count == 0) {
        throw new IllegalStateException("A " + what + " was changed by somebody else meanwhile");
      }
    }
  }
}

package dev.baton.rotation;

import static dev.baton.rotation.RotationRules.refuse;
import static dev.baton.rotation.RotationRules.refuseAsOwned;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.agent.Team;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand.GiveFeedback;
import dev.baton.rotation.RotationCommand.NoteComment;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.SlaMissed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What an owner says of a lead, and what he has to have done with it by when (domain §6, §8). */
final class Caring {
  private Caring() {}

  static Decision feedback(Rotation lead, GiveFeedback given, Instant now) {
    if (!lead.owned()) return refuse(Why.NOT_OWNED);
    if (given.agent().isPresent() && !given.agent().equals(lead.owner())) {
      return refuseAsOwned(lead, given.agent().get());
    }
    boolean same = given.progress().equals(lead.care().progress());
    if (same && !given.saysMore()) return refuse(Why.NOTHING_TO_DO);
    var happening = new Happening(lead);
    happening.add(new FeedbackGiven(now, given.agent(), given.progress(), given.by()));
    return happening.decided();
  }

  static Decision comment(Rotation lead, NoteComment comment, Instant now) {
    if (!lead.owned()) return refuse(Why.NOT_OWNED);
    if (comment.agent().isPresent() && !comment.agent().equals(lead.owner())) {
      return refuseAsOwned(lead, comment.agent().get());
    }
    var happening = new Happening(lead);
    happening.add(new CommentAdded(now, comment.agent(), comment.by()));
    return happening.decided();
  }

  /** Adds to a decision what its new owner has to do, where his team has agreed on that. */
  static Decision expecting(Rotation before, Decided decided, Circumstances seen) {
    Rotation after = before;
    Optional<Instant> since = Optional.empty();
    for (RotationEvent event : decided.events()) {
      after = after.after(event);
      if (givesOwner(event)) since = Optional.of(event.at());
    }
    Optional<AgentId> owner = after.owner();
    if (owner.isEmpty() || since.isEmpty()) return decided;
    List<Expectation> expected = expectations(after, since.get(), seen);
    if (expected.isEmpty()) return decided;
    var events = new ArrayList<>(decided.events());
    events.add(new CareExpected(since.get(), owner.get(), expected));
    return new Decided(events, decided.lineUp());
  }

  private static boolean givesOwner(RotationEvent event) {
    return event instanceof RotationEvent.OfferAccepted
        || event instanceof RotationEvent.LeadAssigned
        || event instanceof RotationEvent.LeadCoalesced
        || event instanceof RotationEvent.OwnerChangedInCrm;
  }

  private static List<Expectation> expectations(Rotation lead, Instant since, Circumstances seen) {
    List<Sla> slas = seen.book().teamOf(lead.traits()).map(Team::slas).orElse(List.of());
    var expected = new ArrayList<Expectation>();
    for (int i = 0; i < slas.size(); i++) {
      Sla sla = slas.get(i);
      var expectation = new Expectation(i + 1, sla, since.plus(sla.after()));
      if (!expectation.metBy(lead.care().progress())) expected.add(expectation);
    }
    return expected;
  }

  /** The owner has not done in time what was expected of him. */
  static Decision missed(Rotation lead, Circumstances seen) {
    Expectation missed =
        lead.care().expected().stream().min(Comparator.comparing(Expectation::due)).orElseThrow();
    AgentId owner = lead.owner().orElseThrow();
    var happening = new Happening(lead);
    boolean contested = lead.contest().at(seen.now());
    happening.add(new SlaMissed(missed.due(), owner, missed, contested));
    // Whoever gets a contested lead loses it again, and is not the one who was too slow.
    if (missed.sla().consequence() == Sla.Consequence.TAKE_BACK && !contested) {
      happening.add(new LeadReturned(seen.now(), lead.owner(), "SLA " + missed.number()));
      NextInLine.ask(happening, seen);
    }
    return happening.decided();
  }
}

package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.simulation.Notes.Noted;
import java.time.Duration;

/** Looks out for the interesting things in what is recorded of a lead. */
final class Lookout {
  private static final Duration LAST_INSTANT = Duration.ofNanos(1000);

  private final Tally tally;
  private boolean accepted;

  Lookout(Tally tally) {
    this.tally = tally;
  }

  /** Told of each event before it is noted. */
  void entered(RotationEvent event, Notes before, Seen seen) {
    if (event instanceof LeadOffered e) offered(e, before, seen);
    else if (event instanceof OfferDeclined e) declined(e, before, seen);
    else if (event instanceof AnotherChanceAsked) chanceAsked(before);
    else if (event instanceof OfferAccepted e) accepted(e, before, seen);
    else if (event instanceof CatchallTold) told(before, seen);
    else if (event instanceof LeadBecameDelinquent) tally.saw(Sight.DELINQUENT);
    else if (event instanceof LeadAssigned && before.held > 0) {
      tally.saw(Sight.ASSIGNED_DURING_AN_OFFER);
    } else if (event instanceof OwnerChangedInCrm e) changed(e, before);
    else if (event instanceof RotationEnded && before.held > 0) {
      tally.saw(Sight.RECORD_GONE_DURING_AN_OFFER);
    }
  }

  void refused(RotationCommand command, Why why) {
    if (!(command instanceof Accept)) return;
    if (why == Why.ALREADY_TAKEN) tally.saw(Sight.RACE_LOST);
    if (why == Why.ALREADY_YOURS) tally.saw(Sight.ACCEPTED_TWICE);
    if (why == Why.EXPIRED) tally.saw(Sight.ACCEPTED_TOO_LATE);
  }

  private void offered(LeadOffered e, Notes before, Seen seen) {
    if (e.kind() == Kind.ANOTHER_CHANCE) {
      boolean atOnce = seen.now().equals(before.chanceAskedAt);
      tally.saw(atOnce ? Sight.CHANCE_GIVEN_AT_ONCE : Sight.CHANCE_GIVEN_AFTER_WAITING);
    }
    for (AgentId waiting : before.waiting) {
      if (waiting.equals(e.agent())) break;
      if (!seen.mayBeAsked(waiting, before.tags, before.declined)) {
        tally.saw(Sight.WAITING_FOR_A_CHANCE_PASSED_OVER);
      }
    }
  }

  private void declined(OfferDeclined e, Notes before, Seen seen) {
    Noted offer = before.offers.get(e.offer() - 1);
    int asked = 0;
    for (Noted earlier : before.offers) {
      if (earlier.agent.equals(e.agent()) && earlier.chanceAsked) asked++;
    }
    if (offer.kind == Kind.ANOTHER_CHANCE && asked > 1) {
      tally.saw(Sight.PRESSED_TWICE_GOT_IT_DECLINED_NOT_ASKED_AGAIN);
    }
    int qualified = seen.edition().qualified(before.tags);
    if ((qualified & ~(before.declined | People.bit(e.agent()))) == 0) {
      tally.saw(Sight.ALL_DECLINED);
    }
  }

  private void chanceAsked(Notes before) {
    if (before.held > 0) tally.saw(Sight.CHANCE_ASKED_WHILE_ANOTHER_HOLDS);
    if (before.held > 0 && !before.waiting.isEmpty()) tally.saw(Sight.SEVERAL_WAITED_FOR_A_CHANCE);
  }

  private void accepted(OfferAccepted e, Notes before, Seen seen) {
    accepted = true;
    Noted offer = before.offers.get(e.offer() - 1);
    if (before.delinquent) tally.saw(Sight.DELINQUENT_TAKEN);
    if (offer.kind == Kind.CATCHALL) {
      tally.saw(Sight.CATCHALL_TAKEN);
      if (before.held > 0) tally.saw(Sight.CATCHALL_TAKEN_WHILE_ANOTHER_HELD);
    } else if (!seen.now().isBefore(offer.end.minus(LAST_INSTANT))) {
      tally.saw(Sight.ACCEPTED_IN_THE_LAST_INSTANT);
    }
  }

  private void told(Notes before, Seen seen) {
    tally.saw(Sight.CATCHALL_TOLD);
    if ((seen.eligible(before.tags, before.declined) & ~before.asked) != 0) {
      tally.saw(Sight.LINE_LIMIT_KEPT_SOMEBODY_OUT);
    }
  }

  private void changed(OwnerChangedInCrm e, Notes before) {
    if (before.held > 0) tally.saw(Sight.OWNER_CHANGED_DURING_AN_OFFER);
    if (accepted) tally.saw(Sight.OWNER_CHANGED_AFTER_ACCEPTANCE);
    if (e.agent().isEmpty()) tally.saw(Sight.OUTSIDER_OWNS);
  }
}

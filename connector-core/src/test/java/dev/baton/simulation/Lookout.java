package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.rotation.Hold;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Accept;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CareExpected;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadBecameDelinquent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadContested;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationBegun;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.SlaMissed;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks out for the interesting things in what is recorded of a lead. */
final class Lookout {
  private static final Duration LAST_INSTANT = Duration.ofNanos(1000);

  private final Tally tally;
  private boolean accepted;
  private @Nullable RotationEvent last;

  Lookout(Tally tally) {
    this.tally = tally;
  }

  /** Told of each event before it is noted. */
  void entered(RotationEvent event, Notes before, Seen seen) {
    switch (event) {
      case LeadQuarantined unused -> tally.saw(Sight.QUARANTINED);
      case LeadRestored unused -> tally.saw(Sight.RESTORED);
      case LeadFollows unused -> tally.saw(Sight.FOLLOWED);
      case LeadStandsAlone unused -> tally.saw(Sight.FOLLOWED_AND_STOOD_ALONE);
      case LeadCoalesced unused -> coalesced(before, seen);
      case LeadHeld e -> kept(e, before);
      case LeadReleased e ->
          tally.saw(e.by().isEmpty() ? Sight.RELEASED_IN_TIME : Sight.RELEASED_BY_AN_ADMIN);
      case LeadOffered e -> offered(e, before, seen);
      case OfferDeclined e -> declined(e, before, seen);
      case OfferWithdrawn e -> withdrawn(e);
      case AnotherChanceAsked unused -> chanceAsked(before);
      case OfferAccepted e -> accepted(e, before, seen);
      case SharkTankOpened unused -> tally.saw(Sight.OPENED_THE_SHARK_TANK);
      case SharkTankReminded unused -> tally.saw(Sight.REMINDED_THE_SHARKS);
      case CatchallTold unused -> told(before, seen);
      case LeadBecameDelinquent unused -> tally.saw(Sight.DELINQUENT);
      case LeadAssigned unused -> assigned(before);
      case OwnerChangedInCrm e -> changed(e, before);
      case LeadContested unused -> tally.saw(Sight.CONTESTED);
      case RotationResubmitted unused -> resubmitted();
      case LeadReturned e -> returned(e);
      case FeedbackGiven e -> feedback(e, before);
      case CommentAdded unused -> tally.saw(Sight.COMMENT_ADDED);
      case CareExpected unused -> tally.saw(Sight.DUTY_EXPECTED);
      case SlaMissed e -> missed(e);
      case RotationEnded unused when before.held > 0 ->
          tally.saw(Sight.RECORD_GONE_DURING_AN_OFFER);
      case RotationEnded unused -> {}
      case RotationBegun unused -> {}
      case OfferTimedOut unused -> {}
    }
    last = event;
  }

  // Arriving -------------------------------------------------------------------------------------

  private void coalesced(Notes before, Seen seen) {
    tally.saw(before.following >= 0 ? Sight.FOLLOWED_TO_ITS_OWNER : Sight.COALESCED);
    if (before.following < 0 && seen.kin().isEmpty()) tally.saw(Sight.STUCK_TO_ANOTHER);
  }

  private void kept(LeadHeld e, Notes before) {
    if (e.why() == Hold.Why.MANUAL_INTERCEPT) tally.saw(Sight.KEPT_FOR_AN_ADMIN);
    else if (before.kept) tally.saw(Sight.KEPT_UNTIL_ANOTHER_TIME);
    else if (last instanceof LeadReleased) tally.saw(Sight.KEPT_FOR_HOURS_AGAIN);
    else tally.saw(Sight.KEPT_FOR_HOURS);
  }

  // Owning ---------------------------------------------------------------------------------------

  private void assigned(Notes before) {
    if (before.held > 0) tally.saw(Sight.ASSIGNED_DURING_AN_OFFER);
    if (last instanceof LeadReturned) tally.saw(Sight.MOVED_TO_SOMEBODY);
  }

  private void resubmitted() {
    boolean held =
        last instanceof OfferWithdrawn e && e.why() == RotationEvent.Withdrawal.RESUBMITTED;
    tally.saw(held ? Sight.RESUBMITTED_DURING_AN_OFFER : Sight.RESUBMITTED);
  }

  private void returned(LeadReturned e) {
    if (e.by().isEmpty()) tally.saw(Sight.GIVEN_BACK);
    else if (last instanceof SlaMissed) tally.saw(Sight.DUTY_MISSED_AND_TAKEN_BACK);
    else tally.saw(Sight.MOVED_TO_NOBODY);
  }

  private void feedback(FeedbackGiven e, Notes before) {
    tally.saw(Sight.FEEDBACK_GIVEN);
    boolean did = !before.duties.isEmpty() && e.progress().contact().reached();
    if (did) tally.saw(Sight.DUTY_FULFILLED);
  }

  private void missed(SlaMissed e) {
    if (e.expectation().sla().switchOff()) tally.saw(Sight.DUTY_MISSED_AND_SWITCHED_OFF);
    if (e.expectation().sla().consequence() == Sla.Consequence.ALERT) {
      tally.saw(Sight.DUTY_MISSED_AND_TOLD);
    }
  }

  private void withdrawn(OfferWithdrawn e) {
    if (e.why() == RotationEvent.Withdrawal.AGENT_LEFT) tally.saw(Sight.LEFT_DURING_AN_OFFER);
    if (e.why() == RotationEvent.Withdrawal.SHARK_TANK_OVER) tally.saw(Sight.SHARK_TANK_OVER);
  }

  // Answering ------------------------------------------------------------------------------------

  void refused(RotationCommand command, Why why) {
    if (!(command instanceof Accept)) return;
    if (why == Why.ALREADY_TAKEN) tally.saw(Sight.RACE_LOST);
    if (why == Why.ALREADY_YOURS) tally.saw(Sight.ACCEPTED_TWICE);
    if (why == Why.EXPIRED) tally.saw(Sight.ACCEPTED_TOO_LATE);
  }

  private void offered(LeadOffered e, Notes before, Seen seen) {
    if (before.stage().waits()) tally.saw(Sight.WAITED_AND_WAS_OFFERED);
    if (before.offersBefore > 0 || before.former != 0) again(before, seen);
    if (e.kind() == Kind.LINE) inLine(before, seen);
    if (e.kind() == Kind.ANOTHER_CHANCE) {
      if (before.swimming) tally.saw(Sight.CHANCE_GIVEN_BESIDE_THE_SHARK_TANK);
      boolean atOnce = seen.now().equals(before.chanceAskedAt);
      tally.saw(atOnce ? Sight.CHANCE_GIVEN_AT_ONCE : Sight.CHANCE_GIVEN_AFTER_WAITING);
    }
    for (AgentId waiting : before.waiting) {
      if (waiting.equals(e.agent())) break;
      if (!seen.mayBeAsked(waiting, before)) {
        tally.saw(Sight.WAITING_FOR_A_CHANCE_PASSED_OVER);
      }
    }
  }

  /** In another run, without those who are out. */
  private void again(Notes before, Seen seen) {
    int willing = seen.eligible(before.tags, 0);
    if ((willing & before.declined) != 0) tally.saw(Sight.DECLINER_STAYED_OUT_OF_A_LATER_RUN);
    if ((willing & before.former) != 0) tally.saw(Sight.FORMER_OWNER_STAYED_OUT);
  }

  private void inLine(Notes before, Seen seen) {
    if ((seen.limited(before.tags) & seen.there()) != 0) tally.saw(Sight.KEPT_OUT_BY_A_LIMIT);
    Optional<Crew> crew = seen.edition().crewOf(before.tags);
    if (crew.isEmpty()) return;
    switch (crew.get().method()) {
      case ROUND_ROBIN -> tally.saw(Sight.ASKED_IN_TURN);
      case WEIGHTED_ROUND_ROBIN -> tally.saw(Sight.ASKED_BY_WEIGHT);
      case LOAD_BALANCE -> tally.saw(Sight.ASKED_BY_LOAD);
      case SCORE_ORDER -> {}
    }
  }

  private void declined(OfferDeclined e, Notes before, Seen seen) {
    Noted offer = before.offers.get(e.offer() - 1);
    if (offer.kind == Kind.SHARK_TANK) tally.saw(Sight.SHARK_TANK_DECLINED);
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
    if (e.by() == Channel.AT_ONCE) tally.saw(Sight.ACCEPTED_AT_ONCE);
    if (offer.kind == Kind.SHARK_TANK) tally.saw(Sight.SHARK_TANK_TAKEN);
    if (offer.kind == Kind.CATCHALL) {
      tally.saw(Sight.CATCHALL_TAKEN);
      if (before.held > 0) tally.saw(Sight.CATCHALL_TAKEN_WHILE_ANOTHER_HELD);
    } else if (!seen.now().isBefore(offer.end.minus(LAST_INSTANT))) {
      tally.saw(Sight.ACCEPTED_IN_THE_LAST_INSTANT);
    }
  }

  private void told(Notes before, Seen seen) {
    tally.saw(Sight.CATCHALL_TOLD);
    if ((seen.eligible(before) & ~before.asked) != 0) {
      tally.saw(Sight.LINE_LIMIT_KEPT_SOMEBODY_OUT);
    }
  }

  private void changed(OwnerChangedInCrm e, Notes before) {
    if (last instanceof RotationBegun) tally.saw(Sight.CAME_WITH_AN_OWNER);
    if (before.held > 0) tally.saw(Sight.OWNER_CHANGED_DURING_AN_OFFER);
    if (accepted) tally.saw(Sight.OWNER_CHANGED_AFTER_ACCEPTANCE);
    if (e.agent().isEmpty()) tally.saw(Sight.OUTSIDER_OWNS);
  }
}

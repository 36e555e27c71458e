package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.agent.Sla;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayAlert;
import dev.baton.outbox.Promise.TellOffer;
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
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.routing.RoutingBook;
import dev.baton.tag.Owing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What we owe the CRM because of what happened: a task per offer, closed with the offer; the owner
 * on acceptance and assignment; a word where an owner was too slow; nothing else during an offer
 * (domain §11, "Out").
 */
final class WhatWeOwe {
  private WhatWeOwe() {}

  static List<Promise> becauseOf(List<RotationEvent> events, RoutingBook book) {
    var owed = new ArrayList<Promise>();
    for (RotationEvent event : events) {
      switch (event) {
        case LeadOffered e ->
            owed.add(new TellOffer(e.offer(), e.agent(), e.expiresAt(), price(e.owing())));
        case CatchallTold e -> {
          int number = e.firstOffer();
          for (AgentId agent : e.agents()) owed.add(TellOffer.shared(number++, agent, e.until()));
        }
        case OfferAccepted e -> {
          owed.add(new GiveOwner(e.agent()));
          owed.add(
              new CloseOffer(
                  e.offer(),
                  "Accepted by " + name(e.agent(), book),
                  e.by() == Channel.CRM,
                  Optional.of(e.agent())));
        }
        case OfferDeclined e ->
            owed.add(close(e.offer(), "Declined by " + name(e.agent(), book), e.by()));
        case OfferTimedOut e -> owed.add(close(e.offer(), "Not answered in time", Channel.PAGE));
        case OfferWithdrawn e -> owed.add(close(e.offer(), words(e.why()), Channel.PAGE));
        case LeadAssigned e -> owed.add(new GiveOwner(e.agent()));
        case LeadCoalesced e -> owed.add(new GiveOwner(e.agent()));
        case SharkTankOpened e -> {
          int number = e.firstOffer();
          for (AgentId agent : e.agents()) {
            owed.add(
                new TellOffer(
                    number++, agent, e.until(), price(e.owing(agent)), true, e.remindAt()));
          }
        }
        case SlaMissed e -> owed.add(tooSlow(e, book));
        case AnotherChanceAsked e -> {
          if (e.by() == Channel.CRM) owed.add(close(e.offer(), "Another chance", Channel.CRM));
        }
        // Ownership moves when somebody has the lead, not when somebody has it no more.
        case LeadReturned unused -> {}
        case RotationBegun unused -> {}
        case LeadQuarantined unused -> {}
        case LeadRestored unused -> {}
        case LeadHeld unused -> {}
        case LeadReleased unused -> {}
        case LeadFollows unused -> {}
        case LeadStandsAlone unused -> {}
        // The task that told of the tank carries the moment, and the CRM reminds.
        case SharkTankReminded unused -> {}
        case LeadBecameDelinquent unused -> {}
        case OwnerChangedInCrm unused -> {}
        case LeadContested unused -> {}
        case RotationResubmitted unused -> {}
        case FeedbackGiven unused -> {}
        case CommentAdded unused -> {}
        case CareExpected unused -> {}
        case RotationEnded unused -> {}
      }
    }
    return owed;
  }

  private static SayAlert tooSlow(SlaMissed missed, RoutingBook book) {
    Sla sla = missed.expectation().sla();
    boolean takenBack = sla.consequence() == Sla.Consequence.TAKE_BACK && !missed.contested();
    return new SayAlert(
        "sla-" + missed.expectation().number() + "-" + missed.at(),
        missed.at(),
        name(missed.agent(), book)
            + " has not "
            + sla.goal().words()
            + (sla.goal() == Sla.Goal.ACTED_ON ? " the lead" : " the customer")
            + " in time."
            + (takenBack ? " The lead goes to somebody else." : ""));
  }

  private static String price(Optional<Owing> owing) {
    return owing.map(Owing::words).orElse("");
  }

  private static CloseOffer close(int offer, String outcome, Channel by) {
    return new CloseOffer(offer, outcome, by == Channel.CRM);
  }

  private static String name(AgentId agent, RoutingBook book) {
    return book.agent(agent).map(a -> a.name()).orElse(agent.value());
  }

  private static String words(Withdrawal why) {
    return switch (why) {
      case TAKEN_BY_ANOTHER -> "Taken by a colleague";
      case ASSIGNED -> "Assigned";
      case OWNER_CHANGED_IN_CRM -> "Owner changed in the CRM";
      case LEAD_ENDED -> "The lead is gone";
      case SHARK_TANK_OVER -> "Not taken in time";
      case DECLINED_OTHERWISE -> "Declined";
      case RESUBMITTED -> "The lead starts again";
      case AGENT_LEFT -> "Not available any more";
    };
  }
}

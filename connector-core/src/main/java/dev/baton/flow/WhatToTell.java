package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.feedback.FollowUps;
import dev.baton.message.Matter.Loss;
import dev.baton.message.Tidings;
import dev.baton.message.Tidings.Kind;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CatchallTold;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.rotation.RotationEvent.RotationEnded;
import dev.baton.rotation.RotationEvent.SharkTankOpened;
import dev.baton.rotation.RotationEvent.SharkTankReminded;
import dev.baton.rotation.RotationEvent.SlaMissed;
import dev.baton.routing.RoutingBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom we tell what because of what happened: each offer, the copy to whoever has the lead now, and
 * that it is lost to whoever had it (domain §5 and §6).
 */
final class WhatToTell {
  private final List<Tidings> tidings = new ArrayList<>();
  private final ZoneId zone;
  private Rotation lead;

  private WhatToTell(Rotation before, RoutingBook book) {
    this.lead = before;
    this.zone = book.settings().calendar().zone();
  }

  /**
   * The tidings of a decision.
   *
   * @param before the lead as it was
   */
  static List<Tidings> becauseOf(Rotation before, List<RotationEvent> events, RoutingBook book) {
    var telling = new WhatToTell(before, book);
    for (RotationEvent event : events) {
      telling.tell(event);
      telling.lead = telling.lead.after(event);
    }
    return List.copyOf(telling.tidings);
  }

  /** The lead is still as it was before the event. */
  private void tell(RotationEvent event) {
    switch (event) {
      case LeadOffered e -> offer(Kind.OFFERED, e.agent(), e.offer(), e.at(), e.expiresAt());
      case SharkTankOpened e -> {
        int number = e.firstOffer();
        for (AgentId agent : e.agents()) {
          offer(Kind.SHARK_TANK, agent, number++, e.at(), e.until());
        }
      }
      case SharkTankReminded e -> {
        for (Offer open : lead.open()) {
          if (open.kind() == Offer.Kind.SHARK_TANK) {
            offer(Kind.REMINDER, open.agent(), open.number(), e.at(), open.expiresAt());
          }
        }
      }
      // Nobody is too late with a catchall's offer: a delinquent lead can still be taken.
      case CatchallTold e -> {
        int number = e.firstOffer();
        for (AgentId agent : e.agents()) {
          add(Kind.CATCHALL, Optional.of(agent), number++, e.at(), Optional.empty(), "");
        }
      }
      case OfferAccepted e -> owned(e.agent(), e.offer(), e.at());
      case LeadAssigned e -> {
        lost(Loss.MOVED, Optional.of(e.agent()), e.at());
        owned(e.agent(), 0, e.at());
      }
      case LeadCoalesced e -> owned(e.agent(), 0, e.at());
      case OwnerChangedInCrm e -> lost(Loss.CHANGED_IN_CRM, e.agent(), e.at());
      case OfferWithdrawn e -> withdrawn(e);
      case LeadReturned e -> {
        // Who gives a lead back knows it.
        if (wasTooSlow(e)) lost(Loss.TOO_SLOW, Optional.empty(), e.at());
        else if (!e.by().isEmpty()) lost(Loss.MOVED, Optional.empty(), e.at());
      }
      case SlaMissed e -> {
        add(Kind.SLA_MISSED, Optional.of(e.agent()), 0, e.at(), Optional.empty(), "");
        add(Kind.SLA_MISSED, Optional.empty(), 0, e.at(), Optional.empty(), e.agent().value());
      }
      case RotationEnded e -> lost(Loss.GONE, Optional.empty(), e.at());
      default -> {}
    }
  }

  private boolean wasTooSlow(LeadReturned returned) {
    return tidings.stream()
        .anyMatch(t -> t.kind() == Kind.SLA_MISSED && t.to().equals(returned.owner()));
  }

  private void offer(Kind kind, AgentId agent, int number, Instant at, Instant until) {
    add(kind, Optional.of(agent), number, at, Optional.of(until), "");
  }

  private void owned(AgentId agent, int offer, Instant at) {
    add(Kind.OWNED, Optional.of(agent), offer, at, Optional.empty(), "");
    for (int days : FollowUps.DAYS) {
      add(
          Kind.FEEDBACK_DUE,
          Optional.of(agent),
          0,
          FollowUps.morningAfter(at, days, zone),
          Optional.empty(),
          String.valueOf(days));
    }
  }

  /** Whoever owned it has it no more, unless he is the one who has it now. */
  private void lost(Loss how, Optional<AgentId> now, Instant at) {
    lead.owner()
        .filter(owner -> now.filter(owner::equals).isEmpty())
        .ifPresent(
            owner -> add(Kind.LEAD_LOST, Optional.of(owner), 0, at, Optional.empty(), how.name()));
  }

  /**
   * Only of an offer that was the agent's alone: who shares one expects that another is faster. He
   * who was told so himself, or has left, is not told again.
   */
  private void withdrawn(OfferWithdrawn event) {
    boolean alone = lead.offer(event.offer()).filter(o -> o.kind().exclusive()).isPresent();
    boolean news =
        switch (event.why()) {
          case TAKEN_BY_ANOTHER, OWNER_CHANGED_IN_CRM, ASSIGNED, LEAD_ENDED, RESUBMITTED -> true;
          case SHARK_TANK_OVER, DECLINED_OTHERWISE, AGENT_LEFT -> false;
        };
    if (!alone || !news) return;
    add(
        Kind.LEAD_LOST,
        Optional.of(event.agent()),
        event.offer(),
        event.at(),
        Optional.empty(),
        Loss.OFFER_TAKEN_BACK.name());
  }

  private void add(
      Kind kind,
      Optional<AgentId> to,
      int offer,
      Instant due,
      Optional<Instant> until,
      String about) {
    tidings.add(new Tidings(kind, to, offer, due, until, about));
  }
}

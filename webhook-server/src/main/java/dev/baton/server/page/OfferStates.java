package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads.Link;
import dev.baton.rotation.Offer;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.RotationResubmitted;
import dev.baton.server.page.OfferDoor.Opened;
import dev.baton.server.page.OfferView.State;
import java.time.Instant;

/** Where an offer stands for its agent; the first line that applies is the truth. */
public final class OfferStates {
  private OfferStates() {}

  /** Where one of a lead's offers stands for its agent. */
  public static State of(
      LeadFile lead, CompanyId company, OfferId offer, AgentId agent, Instant now) {
    return of(new Opened("", new Link(company, offer, agent), lead), now);
  }

  static State of(Opened opened, Instant now) {
    Rotation lead = opened.lead();
    Offer offer = opened.offer();
    AgentId agent = opened.agent();
    Offer.Kind kind = offer.kind();
    if (lead.owner().filter(agent::equals).isPresent()) return State.YOURS;
    if (lead.ended().isPresent()) return State.GONE;
    if (lead.owned()) return gaveAway(opened) ? State.GIVEN : State.TAKEN;
    if (lead.declined().contains(agent)) return State.DECLINED;
    if (!offer.open() && kind == Offer.Kind.CATCHALL && sentOn(opened)) return State.SENT_ON;
    if (offer.open() && kind == Offer.Kind.CATCHALL) return State.CATCHALL;
    if (kind == Offer.Kind.SHARK_TANK) {
      return offer.open() && !offer.expired(now) ? State.SHARK_TANK : State.WITHDRAWN;
    }
    if (offer.open() && !offer.expired(now)) return State.OPEN;
    if (lead.chances().contains(agent)) return State.WAITING;
    boolean missed = offer.open() || offer.state() == Offer.State.TIMED_OUT;
    boolean spent = lead.spentChances().contains(offer.number());
    return missed && !spent ? State.MISSED : State.WITHDRAWN;
  }

  /** How what that catchall does for others is signed in the lead's history. */
  static String signature(AgentId catchall) {
    return "catchall " + catchall;
  }

  /** Whether he has sent it round again since he was asked. */
  private static boolean sentOn(Opened opened) {
    return opened.file().history().stream()
        .map(recorded -> recorded.event())
        .filter(RotationResubmitted.class::isInstance)
        .map(RotationResubmitted.class::cast)
        .filter(again -> !again.at().isBefore(opened.offer().offeredAt()))
        .anyMatch(again -> again.by().equals(signature(opened.agent())));
  }

  private static boolean gaveAway(Opened opened) {
    return opened.file().history().stream()
        .map(recorded -> recorded.event())
        .filter(LeadAssigned.class::isInstance)
        .map(LeadAssigned.class::cast)
        .filter(given -> opened.lead().owner().filter(given.agent()::equals).isPresent())
        .anyMatch(given -> given.by().equals(signature(opened.agent())));
  }
}

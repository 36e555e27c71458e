package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.performance.AgentEvent.Kind;
import dev.baton.rotation.Care;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.AnotherChanceAsked;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OfferDeclined;
import dev.baton.rotation.RotationEvent.OfferTimedOut;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import java.util.ArrayList;
import java.util.List;

/** What the history of a lead says of agents (domain §9). */
public final class AgentEvents {
  private AgentEvents() {}

  /**
   * What an event counts for whom.
   *
   * @param before the lead before it
   */
  public static List<AgentEvent> of(Rotation before, RotationEvent event) {
    return switch (event) {
      case OfferAccepted e -> one(e, e.agent(), accepted(before, e.offer()));
      case OfferDeclined e -> one(e, e.agent(), Kind.DECLINED);
      case OfferTimedOut e -> one(e, e.agent(), Kind.TIMED_OUT);
      case AnotherChanceAsked e -> one(e, e.agent(), Kind.ASKED_ANOTHER_CHANCE);
      case LeadCoalesced e -> one(e, e.agent(), Kind.COALESCED);
      case LeadAssigned e -> one(e, e.agent(), Kind.ASSIGNED);
      case OwnerChangedInCrm e -> e.agent().map(a -> one(e, a, Kind.ASSIGNED)).orElse(List.of());
      case FeedbackGiven e -> e.agent().map(a -> feedback(before, e, a)).orElse(List.of());
      case CommentAdded e ->
          e.agent()
              .filter(a -> !before.care().told().contains(Care.Topic.WORDS))
              .map(a -> one(e, a, Kind.FEEDBACK_WORDS))
              .orElse(List.of());
      default -> List.of();
    };
  }

  private static Kind accepted(Rotation before, int offer) {
    return before.offer(offer).filter(o -> o.kind() == Offer.Kind.ANOTHER_CHANCE).isPresent()
        ? Kind.ACCEPTED_ANOTHER_CHANCE
        : Kind.ACCEPTED;
  }

  /** Each topic counts once for an owner, up to four for a lead. */
  private static List<AgentEvent> feedback(Rotation before, FeedbackGiven given, AgentId agent) {
    Progress was = before.care().progress();
    var events = new ArrayList<AgentEvent>();
    for (Care.Topic topic : Care.Topic.changed(was, given.progress())) {
      if (before.care().told().contains(topic)) continue;
      events.add(
          new AgentEvent(
              agent,
              switch (topic) {
                case CONTACT -> Kind.FEEDBACK_CONTACT;
                case DEAL -> Kind.FEEDBACK_DEAL;
                case VALUE -> Kind.FEEDBACK_VALUE;
                case WORDS -> Kind.FEEDBACK_WORDS;
              },
              given.at()));
    }
    return events;
  }

  private static List<AgentEvent> one(RotationEvent event, AgentId agent, Kind kind) {
    return List.of(new AgentEvent(agent, kind, event.at()));
  }
}

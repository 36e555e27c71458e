package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.tag.TagMatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened in a lead's rotation. Appended, never changed; holds no contact data. */
public sealed interface RotationEvent {
  /** When it happened, which for a time-out is when it was due. */
  Instant at();

  record RotationBegun(Instant at, List<TagMatch> tags) implements RotationEvent {
    public RotationBegun {
      tags = List.copyOf(tags);
    }
  }

  record LeadOffered(Instant at, int offer, AgentId agent, Offer.Kind kind, Instant expiresAt)
      implements RotationEvent {}

  record OfferAccepted(Instant at, int offer, AgentId agent, Channel by) implements RotationEvent {}

  record OfferDeclined(Instant at, int offer, AgentId agent, Channel by) implements RotationEvent {}

  record OfferTimedOut(Instant at, int offer, AgentId agent) implements RotationEvent {}

  record OfferWithdrawn(Instant at, int offer, AgentId agent, Withdrawal why)
      implements RotationEvent {}

  record AnotherChanceAsked(Instant at, int offer, AgentId agent, Channel by)
      implements RotationEvent {}

  /** All catchalls told at once; first action wins. */
  record CatchallTold(Instant at, int firstOffer, List<AgentId> agents, Instant until)
      implements RotationEvent {
    public CatchallTold {
      agents = List.copyOf(agents);
    }
  }

  record LeadBecameDelinquent(Instant at) implements RotationEvent {}

  record LeadAssigned(Instant at, AgentId agent, String by) implements RotationEvent {}

  record OwnerChangedInCrm(Instant at, String crmOwner, Optional<AgentId> agent)
      implements RotationEvent {}

  record RotationEnded(Instant at, EndReason reason) implements RotationEvent {}

  /** Why an offer was taken back. */
  enum Withdrawal {
    TAKEN_BY_ANOTHER,
    ASSIGNED,
    OWNER_CHANGED_IN_CRM,
    LEAD_ENDED
  }
}

package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import dev.baton.lead.LeadId;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.routing.Traits;
import dev.baton.tag.Owing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What happened in a lead's rotation. Appended, never changed; holds no contact data. */
public sealed interface RotationEvent {
  /** When it happened, which for a time-out is when it was due. */
  Instant at();

  record RotationBegun(Instant at, Traits traits) implements RotationEvent {}

  /** Kept apart as spam until somebody restores it. */
  record LeadQuarantined(Instant at, String rule) implements RotationEvent {}

  record LeadRestored(Instant at, String by) implements RotationEvent {}

  /**
   * Kept back before it is offered.
   *
   * @param until when it goes on by itself; empty where an admin has to release it
   */
  record LeadHeld(Instant at, Hold.Why why, Optional<Instant> until) implements RotationEvent {}

  /** Goes on its way; {@code by} is empty where its time had come. */
  record LeadReleased(Instant at, String by) implements RotationEvent {}

  /** Waits for an earlier lead of the same customer, which is still on its way. */
  record LeadFollows(Instant at, LeadId earlier) implements RotationEvent {}

  /** Does not wait any more: the earlier lead found no owner. */
  record LeadStandsAlone(Instant at) implements RotationEvent {}

  /** Went to the owner of an earlier lead of the same customer, without an offer. */
  record LeadCoalesced(Instant at, AgentId agent, LeadId earlier) implements RotationEvent {}

  /**
   * One agent is asked.
   *
   * @param owing the most that accepting costs, as the agent is shown; empty where it is free
   */
  record LeadOffered(
      Instant at,
      int offer,
      AgentId agent,
      Offer.Kind kind,
      Instant expiresAt,
      Optional<Owing> owing)
      implements RotationEvent {
    public LeadOffered {
      // Offers made before there were prices are free.
      owing = Objects.requireNonNullElse(owing, Optional.empty());
    }

    public LeadOffered(Instant at, int offer, AgentId agent, Offer.Kind kind, Instant expiresAt) {
      this(at, offer, agent, kind, expiresAt, Optional.empty());
    }
  }

  /**
   * The agent has taken the lead.
   *
   * @param owing what the agent owes for it; empty where it is free
   */
  record OfferAccepted(Instant at, int offer, AgentId agent, Channel by, Optional<Owing> owing)
      implements RotationEvent {
    public OfferAccepted {
      // Leads accepted before there were prices were free.
      owing = Objects.requireNonNullElse(owing, Optional.empty());
    }

    public OfferAccepted(Instant at, int offer, AgentId agent, Channel by) {
      this(at, offer, agent, by, Optional.empty());
    }
  }

  record OfferDeclined(Instant at, int offer, AgentId agent, Channel by) implements RotationEvent {}

  record OfferTimedOut(Instant at, int offer, AgentId agent) implements RotationEvent {}

  record OfferWithdrawn(Instant at, int offer, AgentId agent, Withdrawal why)
      implements RotationEvent {}

  record AnotherChanceAsked(Instant at, int offer, AgentId agent, Channel by)
      implements RotationEvent {}

  /**
   * Everybody who was asked and did not decline may take it: first come, first served.
   *
   * @param prices the most that accepting costs those for whom it is not free
   */
  record SharkTankOpened(
      Instant at,
      int firstOffer,
      List<AgentId> agents,
      Instant remindAt,
      Instant until,
      Map<AgentId, Owing> prices)
      implements RotationEvent {
    public SharkTankOpened {
      agents = List.copyOf(agents);
      // Shark tanks opened before there were prices are free.
      prices = Map.copyOf(Objects.requireNonNullElse(prices, Map.of()));
    }

    public SharkTankOpened(
        Instant at, int firstOffer, List<AgentId> agents, Instant remindAt, Instant until) {
      this(at, firstOffer, agents, remindAt, until, Map.of());
    }

    public Optional<Owing> owing(AgentId agent) {
      return Optional.ofNullable(prices.get(agent));
    }
  }

  record SharkTankReminded(Instant at) implements RotationEvent {}

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

  /**
   * The owner was changed in the CRM so often in so short a time that two automations seem to fight
   * over the lead: Baton stands back; see {@link Contest}.
   *
   * @param changes how many there were
   */
  record LeadContested(Instant at, int changes) implements RotationEvent {}

  /** Starts again with other tags; who declined stays out. */
  record RotationResubmitted(Instant at, Traits traits, String by) implements RotationEvent {}

  /**
   * Its owner has it no more, and it starts again without him.
   *
   * @param by who moved it; empty where the owner gave it back himself
   */
  record LeadReturned(Instant at, Optional<AgentId> owner, String by) implements RotationEvent {}

  /**
   * Somebody has said how far the owner has come.
   *
   * @param agent the owner who said it; empty where somebody else did
   * @param by who else; empty for the owner himself
   */
  record FeedbackGiven(Instant at, Optional<AgentId> agent, Progress progress, String by)
      implements RotationEvent {}

  /**
   * Somebody has written a comment; the words are kept apart.
   *
   * @param agent the owner who wrote it; empty where somebody else did
   * @param by who else; empty for the owner himself
   */
  record CommentAdded(Instant at, Optional<AgentId> agent, String by) implements RotationEvent {}

  /** What the owner has to do by when, from when the lead became his. */
  record CareExpected(Instant at, AgentId agent, List<Expectation> expectations)
      implements RotationEvent {
    public CareExpected {
      expectations = List.copyOf(expectations);
    }
  }

  /**
   * The owner has not done it in time.
   *
   * @param contested whether that is all there is to it, because the lead is contested: it is not
   *     taken back, and he is not switched off
   */
  record SlaMissed(Instant at, AgentId agent, Expectation expectation, boolean contested)
      implements RotationEvent {
    public SlaMissed(Instant at, AgentId agent, Expectation expectation) {
      this(at, agent, expectation, false);
    }
  }

  record RotationEnded(Instant at, EndReason reason) implements RotationEvent {}

  /** Why an offer was taken back. */
  enum Withdrawal {
    TAKEN_BY_ANOTHER,
    ASSIGNED,
    OWNER_CHANGED_IN_CRM,
    LEAD_ENDED,
    /** The shark tank was over before the agent took it. */
    SHARK_TANK_OVER,
    /** The agent declined the lead by another offer, which is for good. */
    DECLINED_OTHERWISE,
    /** The lead started again. */
    RESUBMITTED,
    /** The agent has left. */
    AGENT_LEFT
  }
}

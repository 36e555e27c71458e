package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.tag.Owing;
import java.time.Instant;
import java.util.Optional;

/**
 * A lead offered to an agent for a limited time.
 *
 * @param expiresAt the first instant at which it is too late; for the catchall, when the lead
 *     becomes delinquent
 * @param settledAt when it got its outcome, empty while open; a time-out is settled with the
 *     instant it was due, however late somebody noticed
 * @param owing the most that accepting it costs; once it was accepted, what is owed; empty where it
 *     is free
 */
public record Offer(
    int number,
    AgentId agent,
    Kind kind,
    Instant offeredAt,
    Instant expiresAt,
    State state,
    Optional<Instant> settledAt,
    Optional<Owing> owing) {

  /** How the agent came to be offered the lead. */
  public enum Kind {
    /** It was the agent's turn in line. */
    LINE,
    /** The agent had missed the lead and asked for another chance. */
    ANOTHER_CHANCE,
    /** The agent was asked before, and the line is exhausted: first come, first served. */
    SHARK_TANK,
    /** The agent is one of the catchalls, who are all told at once. */
    CATCHALL;

    /** Whether nobody else may take the lead meanwhile. */
    public boolean exclusive() {
      return this == LINE || this == ANOTHER_CHANCE;
    }

    /** Whether the lead may be taken after the offer's end: a delinquent lead still can be. */
    public boolean outlivesItsEnd() {
      return this == CATCHALL;
    }
  }

  /** Where an offer stands. */
  public enum State {
    OPEN,
    ACCEPTED,
    DECLINED,
    TIMED_OUT,
    /** Ended by what happened to the lead, not by the agent. */
    WITHDRAWN
  }

  public boolean open() {
    return state == State.OPEN;
  }

  /** Whether the offer holds the lead for its agent alone. */
  public boolean holds() {
    return open() && kind.exclusive();
  }

  /** The exact instant of the deadline is too late (domain §5). */
  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  Offer settled(State outcome, Instant at) {
    return new Offer(number, agent, kind, offeredAt, expiresAt, outcome, Optional.of(at), owing);
  }

  Offer owing(Optional<Owing> now) {
    return new Offer(number, agent, kind, offeredAt, expiresAt, state, settledAt, now);
  }
}

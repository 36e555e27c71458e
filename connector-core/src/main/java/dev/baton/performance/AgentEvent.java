package dev.baton.performance;

import dev.baton.agent.AgentId;
import java.time.Instant;

/** Something that happened to an agent with a lead, and counts for him. */
public record AgentEvent(AgentId agent, Kind kind, Instant at) {

  /** What it was. */
  public enum Kind {
    ACCEPTED(2, Sort.RECEIVED),
    /** Accepts an offer he got by another chance: −5 + 4 + 1 = 0. */
    ACCEPTED_ANOTHER_CHANCE(1, Sort.RECEIVED),
    DECLINED(1, Sort.OTHER),
    COALESCED(1, Sort.RECEIVED),
    ASSIGNED(1, Sort.RECEIVED),
    /** Another-chance offers too. */
    TIMED_OUT(-5, Sort.OTHER),
    ASKED_ANOTHER_CHANCE(4, Sort.OTHER),
    FEEDBACK_CONTACT(1, Sort.FEEDBACK),
    FEEDBACK_DEAL(1, Sort.FEEDBACK),
    FEEDBACK_VALUE(1, Sort.FEEDBACK),
    /** A comment or a reason. */
    FEEDBACK_WORDS(1, Sort.FEEDBACK);

    private enum Sort {
      RECEIVED,
      FEEDBACK,
      OTHER
    }

    private final int points;
    private final Sort sort;

    Kind(int points, Sort sort) {
      this.points = points;
      this.sort = sort;
    }

    /** What it adds to the performance score (domain §9, the table). */
    public int points() {
      return points;
    }

    /** Whether the agent got a lead. */
    public boolean received() {
      return sort == Sort.RECEIVED;
    }

    /** Whether it counts only once the agent has had another lead after it. */
    public boolean feedback() {
      return sort == Sort.FEEDBACK;
    }
  }

  public int points() {
    return kind.points();
  }
}

package dev.baton.message;

import dev.baton.agent.AgentId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something an agent, or the admins, should be told; written down with the decision it comes from.
 *
 * @param to the agent; empty for the admins
 * @param offer the offer it is about; 0 for none
 * @param due when it is to be told
 * @param until from when on it is of no use; empty where it always is
 * @param about what else has to be known, such as the id of a comment; never contact data
 */
public record Tidings(
    Kind kind,
    Optional<AgentId> to,
    int offer,
    Instant due,
    Optional<Instant> until,
    String about) {

  /** What it is about (domain §5 and §6). */
  public enum Kind {
    /** A lead is his alone for a while. */
    OFFERED,
    /** A lead is for whoever of several is first. */
    SHARK_TANK,
    /** The shark tank is soon over. */
    REMINDER,
    /** Nobody in line took the lead. */
    CATCHALL,
    /** The lead is his: accepted, assigned or coalesced. */
    OWNED,
    /** The other side has said something. */
    COMMENT,
    /** An owner was too slow. */
    SLA_MISSED,
    /** The offer was taken back, or the lead is not his any more. */
    LEAD_LOST,
    /** It is time to say how far he has come. */
    FEEDBACK_DUE,
    /** His own figures of last week. */
    DIGEST,
    /** A letter about no lead, such as a link to set a password. */
    LETTER,
    /** Somebody tries out whether messages arrive. */
    TRIAL;

    /** Whether it asks for an answer to an offer, which cannot wait for the morning. */
    public boolean urgent() {
      return this == OFFERED || this == SHARK_TANK || this == REMINDER || this == CATCHALL;
    }

    /** Whether it is long or leisurely, and better read at a desk than on a telephone. */
    public boolean leisurely() {
      return this == FEEDBACK_DUE || this == DIGEST;
    }
  }
}

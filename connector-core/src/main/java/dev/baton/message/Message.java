package dev.baton.message;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.message.Tidings.Kind;
import java.time.Instant;
import java.util.Optional;

/**
 * One message on one channel to one address.
 *
 * @param agent empty for the admins, and for letters about no lead
 * @param offer the offer it is about; 0 for none
 * @param address an e-mail address or a number; of a chat room, whose it is
 * @param escalates whether it is only sent if the offer is still open by then
 * @param until from when on it is of no use
 * @param due when it is to be sent; empty once it has an outcome
 * @param attempts how often it was taken up
 * @param note what came of the last attempt
 */
public record Message(
    MessageId id,
    CompanyId company,
    Optional<AgentId> agent,
    Optional<LeadId> lead,
    int offer,
    Kind kind,
    Medium medium,
    String address,
    String about,
    boolean escalates,
    Optional<Instant> until,
    State state,
    Optional<Instant> due,
    int attempts,
    String note,
    Instant createdAt,
    Optional<Instant> settledAt) {
  /** The agent's own chat room. */
  public static final String OWN_ROOM = "own";

  /** The company's chat room, which many read. */
  public static final String COMPANY_ROOM = "company";

  /** Where a message stands. */
  public enum State {
    PENDING,
    /** It waits until quiet hours are over. */
    HELD,
    SENT,
    FAILED,
    /** Needless by the time it was to be sent. */
    SUPERSEDED
  }

  /** The same message after one attempt that gave it an outcome. */
  public Message settled(State outcome, String why, Instant at) {
    return new Message(
        id,
        company,
        agent,
        lead,
        offer,
        kind,
        medium,
        address,
        about,
        escalates,
        until,
        outcome,
        Optional.empty(),
        attempts + 1,
        why,
        createdAt,
        Optional.of(at));
  }

  /** Whether others than its recipient may read it. */
  public boolean overheard() {
    return medium.room() && !address.equals(OWN_ROOM);
  }

  /** Addresses stay out of logs. */
  @Override
  public String toString() {
    return "Message[" + id + ", " + kind + " by " + medium + ", " + state + "]";
  }
}

package dev.baton.outbox;

import dev.baton.company.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where promises are kept until they are delivered. In order per lead: only the oldest open promise
 * of a lead can be taken up.
 */
public interface Outbox {

  /**
   * Takes up due promises; nobody else gets them until the lease ends.
   *
   * @param busy connections whose promises are left where they are
   */
  List<Owed> claim(int atMost, Set<ConnectionId> busy, Instant now, Duration lease);

  default List<Owed> claim(int atMost, Instant now, Duration lease) {
    return claim(atMost, Set.of(), now, lease);
  }

  /**
   * The CRM has it. Older promises on hold that this one makes needless are superseded.
   *
   * @param taskId the CRM's id of the task that was created
   * @param owner the owner that was written; noted only if nothing else was heard or noted of the
   *     owner since, for that is newer
   */
  void delivered(long promise, Optional<String> taskId, Optional<OwnerWritten> owner, Instant at);

  /**
   * An owner was written over another.
   *
   * @param before the CRM's owner id as it was known when the promise was taken up
   * @param heard how many owners set in the CRM had been heard of the lead by then: one who was set
   *     again looks the same as one who stayed
   * @param now the CRM's owner id that was written
   */
  record OwnerWritten(String before, int heard, String now) {}

  /** It failed; try again then. */
  void again(long promise, Instant notBefore, String why);

  /** Nothing has failed: the CRM, or our budget, has named the time. This was no try. */
  void later(long promise, Instant notBefore, String why);

  /**
   * Writes to the connection arrive again: what waits for the next try is due now, and that is no
   * try of its own.
   */
  void wake(ConnectionId connection, Instant at);

  /** Nothing to deliver any more, such as the task of an offer that has already ended. */
  void superseded(long promise, String why, Instant at);

  /**
   * A person has to look; the lead's later promises go on.
   *
   * @param cause what has to be mended, one word
   */
  void hold(long promise, String cause, String why, Instant at);

  /** When the next promise is due; empty where none waits. */
  Optional<Instant> nextDue();

  /** How many promises wait, and how many are on hold, of all companies. */
  Depth depth();

  /**
   * How many promises wait and how many are on hold.
   *
   * @param oldest when the oldest that waits was made
   */
  record Depth(long waiting, long onHold, Optional<Instant> oldest) {}
}

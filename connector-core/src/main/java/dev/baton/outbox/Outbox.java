package dev.baton.outbox;

import dev.baton.company.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where promises are kept until they are delivered. In order per lead: only the oldest open promise
 * of a lead can be taken up.
 */
public interface Outbox {

  /** Takes up due promises; nobody else gets them until the lease ends. */
  List<Owed> claim(int atMost, Instant now, Duration lease);

  /**
   * The CRM has it.
   *
   * @param taskId the CRM's id of the task that was created
   * @param owner the owner id that was written
   */
  void delivered(long promise, Optional<String> taskId, Optional<String> owner, Instant at);

  /** Try again then. */
  void again(long promise, Instant notBefore, String why);

  /** Nothing to deliver any more, such as the task of an offer that has already ended. */
  void superseded(long promise, String why, Instant at);

  /** A person has to look; the lead's later promises go on. */
  void hold(long promise, String cause, String why, Instant at);

  /** No promise or notice of that connection is taken up before then. */
  void pause(ConnectionId connection, Instant until);

  /** When the next promise is due; empty where none waits. */
  Optional<Instant> nextDue();

  /** How many promises wait, and how many are on hold, of all companies. */
  Depth depth();

  /** How many promises wait and how many are on hold. */
  record Depth(long waiting, long onHold) {}
}

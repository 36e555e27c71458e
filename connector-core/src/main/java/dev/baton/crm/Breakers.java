package dev.baton.crm;

import dev.baton.company.ConnectionId;
import java.time.Instant;

/**
 * Where the breaker of each connection is kept, so that all nodes leave a connection alone
 * together. Inbox and outbox give out nothing of a connection whose breaker is open, and one piece
 * of work of one that is half-open.
 */
public interface Breakers {
  Breaker of(ConnectionId connection);

  /**
   * The connection gave no answer.
   *
   * @param trial whether the work was given out on trial
   */
  void failed(ConnectionId connection, boolean trial, Instant at);

  /**
   * Work that was given out on trial was answered. If it was a read, that says nothing yet of
   * writes, and the other way round: so of what waits in the inbox and in the outbox the next is
   * due now, as a scout, which is no try of its own.
   */
  void answered(ConnectionId connection, Instant at);

  /** Work that was given out on trial needed no call. */
  void untried(ConnectionId connection, Instant at);

  /** Nothing of that connection is taken up before then, for the CRM or our budget says so. */
  void pause(ConnectionId connection, Instant until, boolean trial);
}

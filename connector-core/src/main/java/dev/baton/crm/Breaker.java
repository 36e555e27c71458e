package dev.baton.crm;

import java.time.Duration;
import java.time.Instant;

/**
 * How a connection that gives no answer is left alone: closed while it answers; open after a
 * failure, for 2 seconds at first and twice as long each time, up to 2 minutes; then half-open,
 * when a single call finds out whether it answers again. The CRM, or our own budget, may also name
 * a time to wait, which is no failure.
 *
 * @param failures in a row; zero while the connection answers
 * @param closedUntil nothing is asked of the connection before then
 */
public record Breaker(int failures, Instant closedUntil) {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int DOUBLINGS = 6;

  /** Nothing has ever failed. */
  public static final Breaker FRESH = new Breaker(0, Instant.EPOCH);

  /** Whether something may be asked of a connection. */
  public enum State {
    /** As much as the budget allows. */
    CLOSED,
    /** Nothing. */
    OPEN,
    /** One thing, on trial. */
    HALF_OPEN
  }

  public State state(Instant now) {
    if (now.isBefore(closedUntil)) return State.OPEN;
    return failures == 0 ? State.CLOSED : State.HALF_OPEN;
  }

  /** The trial begins: nobody else tries until it ends, or until that patience is over. */
  public Breaker onTrial(Instant now, Duration patience) {
    return new Breaker(failures, now.plus(patience));
  }

  /**
   * The connection gave no answer. Calls that were under way when it first failed fail too, and say
   * nothing new.
   */
  public Breaker failed(boolean trial, Instant at) {
    if (!trial && failures > 0) return this;
    return new Breaker(failures + 1, at.plus(wait(failures)));
  }

  private static Duration wait(int doublings) {
    if (doublings >= DOUBLINGS) return LONGEST_WAIT;
    return FIRST_WAIT.multipliedBy(1L << doublings);
  }

  /** The trial was answered. */
  public Breaker answered() {
    return FRESH;
  }

  /** The trial came to nothing without a call: somebody else may try. */
  public Breaker untried(Instant at) {
    return new Breaker(failures, at);
  }

  /** The wait was named; one that was named for longer goes on. */
  public Breaker pausedUntil(Instant until, boolean trial) {
    return trial || until.isAfter(closedUntil) ? new Breaker(failures, until) : this;
  }
}

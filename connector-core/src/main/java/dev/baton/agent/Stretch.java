package dev.baton.agent;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of real time.
 *
 * @param to the first moment after it
 */
public record Stretch(Instant from, Instant to) {
  public Stretch {
    if (!from.isBefore(to)) throw new IllegalArgumentException(from + " is not before " + to);
  }

  public boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  /** How much of it lies between two instants. */
  Duration within(Instant start, Instant end) {
    Instant first = from.isAfter(start) ? from : start;
    Instant last = to.isBefore(end) ? to : end;
    return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
  }
}

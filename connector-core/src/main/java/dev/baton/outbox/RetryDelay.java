package dev.baton.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait before trying again, and when to give up (promises: outbox). */
public final class RetryDelay {
  private static final List<Duration> FIRST =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1));
  private static final Duration THEN = Duration.ofHours(2);
  private static final Duration AT_MOST = Duration.ofHours(72);

  private RetryDelay() {}

  /**
   * The wait after that many failed attempts; empty after 72 hours, when a person has to look.
   *
   * @param jitter from 0 to 1: spreads retries over the last fifth of the wait
   */
  public static Optional<Duration> after(int attempts, double jitter) {
    Duration total = Duration.ZERO;
    Duration wait = THEN;
    for (int i = 0; i < attempts; i++) {
      wait = i < FIRST.size() ? FIRST.get(i) : THEN;
      total = total.plus(wait);
    }
    if (total.compareTo(AT_MOST) > 0) return Optional.empty();
    long spread = (long) (wait.toMillis() * 0.2 * jitter);
    return Optional.of(wait.plusMillis(spread));
  }
}

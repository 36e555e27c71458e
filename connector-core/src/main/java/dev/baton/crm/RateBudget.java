package dev.baton.crm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many calls a connection may still make: a share of what the CRM allows in a rolling window,
 * so that Baton leaves room for the customer's other integrations. After the CRM has said "too
 * many", none before the time it named (promise P11).
 */
public final class RateBudget {
  private final int callsPerWindow;
  private final Duration window;
  private final Instant[] recent;
  private int next;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param allowed calls the CRM allows in one window
   * @param share the part of them Baton may use, above 0 and at most 1 (promised: 0.7)
   */
  public RateBudget(int allowed, Duration window, double share) {
    this.callsPerWindow = Math.max(1, (int) Math.floor(allowed * share));
    this.window = window;
    this.recent = new Instant[callsPerWindow];
    java.util.Arrays.fill(recent, Instant.MIN);
  }

  /** Takes one call, or answers how long to wait for the next. */
  public synchronized Optional<Duration> take(Instant now) {
    if (now.isBefore(closedUntil)) return Optional.of(Duration.between(now, closedUntil));
    Instant oldest = recent[next];
    if (!oldest.equals(Instant.MIN) && now.isBefore(oldest.plus(window))) {
      return Optional.of(Duration.between(now, oldest.plus(window)));
    }
    recent[next] = now;
    next = (next + 1) % callsPerWindow;
    return Optional.empty();
  }

  /** The CRM has said "too many": no call before that time. */
  public synchronized void closeUntil(Instant until) {
    if (until.isAfter(closedUntil)) closedUntil = until;
  }
}

package dev.baton.salesforce.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many calls a connection may still make. Salesforce counts those of all the org's integrations
 * over the last 24 hours and tells the count with every answer, so Baton stops when a share of them
 * is used, whoever used them (promise P11). After "too many", there is none before the time.
 */
final class DailyCalls {
  /** Calls become free as those of a day ago fall out of the count; so often it is looked at. */
  static final Duration LOOKS_AGAIN = Duration.ofMinutes(15);

  private final double share;
  private boolean usedUp;
  private Instant looksAgainAt = Instant.MIN;
  private Instant closedUntil = Instant.MIN;

  /**
   * @param share the part of the org's calls that may be used before Baton stops
   */
  DailyCalls(double share) {
    this.share = share;
  }

  /** Takes one call, or answers how long to wait for the next. */
  synchronized Optional<Duration> take(Instant now) {
    Instant open = closedUntil.isAfter(looksAgainAt) ? closedUntil : looksAgainAt;
    if (now.isBefore(open)) return Optional.of(Duration.between(now, open));
    // The one that is let through brings the count; the others wait for what it says.
    if (usedUp) looksAgainAt = now.plus(LOOKS_AGAIN);
    return Optional.empty();
  }

  /** Salesforce has told the count. */
  synchronized void told(long used, long allowed, Instant now) {
    boolean before = usedUp;
    usedUp = allowed > 0 && used >= Math.floor(allowed * share);
    if (!usedUp) looksAgainAt = Instant.MIN;
    else if (!before) looksAgainAt = now.plus(LOOKS_AGAIN);
  }

  /** Salesforce has said "too many": no call before that time. */
  synchronized void closeUntil(Instant until) {
    if (until.isAfter(closedUntil)) closedUntil = until;
  }
}

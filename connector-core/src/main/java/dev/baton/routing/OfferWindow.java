package dev.baton.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * How long an agent has a lead to himself (domain §5): 5 minutes unless set.
 *
 * @param demonstration whether it may be shorter than an admin could set, so that a demonstration
 *     shows more in a minute
 */
public record OfferWindow(Duration length, boolean demonstration) {
  public static final Duration SHORTEST = Duration.ofMinutes(2);
  public static final Duration LONGEST = Duration.ofDays(14);
  public static final OfferWindow DEFAULT = new OfferWindow(Duration.ofMinutes(5));

  public OfferWindow {
    if (!length.isPositive()) throw new IllegalArgumentException("A window has a length");
  }

  public OfferWindow(Duration length) {
    this(length, false);
  }

  public static OfferWindow demonstration(Duration length) {
    return new OfferWindow(length, true);
  }

  /** Whether it lies between the shortest and the longest, or is for a demonstration. */
  public boolean settable() {
    return demonstration || length.compareTo(SHORTEST) >= 0 && length.compareTo(LONGEST) <= 0;
  }

  /** The first instant at which an offer made then has expired. */
  public Instant endOf(Instant offeredAt) {
    return offeredAt.plus(length);
  }
}

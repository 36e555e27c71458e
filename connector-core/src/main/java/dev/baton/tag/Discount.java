package dev.baton.tag;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;

/**
 * How a price falls, step by step, while nobody accepts the lead (domain §3).
 *
 * @param every how many units make a step; a step counts when it is complete
 * @param percent taken off at each step
 * @param floor the price never falls below it; at least 0.50, as any price
 */
public record Discount(Unit unit, int every, int percent, Kind kind, BigDecimal floor) {
  /** More steps than this take off everything there is. */
  private static final long MOST_STEPS = 100_000;

  public Discount {
    if (every < 1) throw new IllegalArgumentException("A step has at least one unit: " + every);
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("A step takes 1 to 100 percent off: " + percent);
    }
    floor = Price.money(floor);
  }

  /** What the steps of a discount are counted in. A day is 24 hours. */
  public enum Unit {
    DAYS,
    HOURS,
    MINUTES,
    /** Offers of the lead that timed out. */
    TIMEOUTS
  }

  /** What the percentage is of. */
  public enum Kind {
    /** Of the first price: 100, 90, 80. */
    LINEAR,
    /** Of the price before: 100, 90, 81. */
    COMPOUND
  }

  /** The amount after all steps, neither rounded nor held by the floor. */
  BigDecimal off(BigDecimal amount, Duration age, int timeouts) {
    int steps = (int) Math.clamp(units(age, timeouts) / every, 0, MOST_STEPS);
    BigDecimal step = BigDecimal.valueOf(percent, 2);
    return switch (kind) {
      case LINEAR -> amount.subtract(amount.multiply(step).multiply(BigDecimal.valueOf(steps)));
      case COMPOUND ->
          amount.multiply(BigDecimal.ONE.subtract(step).pow(steps, MathContext.DECIMAL128));
    };
  }

  private long units(Duration age, int timeouts) {
    return switch (unit) {
      case DAYS -> age.toDays();
      case HOURS -> age.toHours();
      case MINUTES -> age.toMinutes();
      case TIMEOUTS -> timeouts;
    };
  }
}

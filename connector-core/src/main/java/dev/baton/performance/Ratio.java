package dev.baton.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A part of a whole; there is none of a whole of zero, which is shown as "–" (domain §10). */
public record Ratio(long part, long whole) {

  /** In percent with one digit after the point, half up. */
  public Optional<BigDecimal> percent() {
    if (whole == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
  }

  /** How many of the one there are for each of the other, with one digit, half up. */
  public Optional<BigDecimal> each() {
    if (whole == 0) return Optional.empty();
    return Optional.of(
        BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
  }
}

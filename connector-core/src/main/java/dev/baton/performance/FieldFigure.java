package dev.baton.performance;

import dev.baton.agent.FieldMetric;
import dev.baton.tag.FieldNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What some leads have in a field of the CRM (decision 33).
 *
 * @param leads of which the field has a value
 * @param numbers of which that value is a number
 * @param greatest empty where none is a number
 */
public record FieldFigure(long leads, long numbers, BigDecimal sum, Optional<BigDecimal> greatest) {
  public static final FieldFigure NONE = new FieldFigure(0, 0, BigDecimal.ZERO, Optional.empty());

  /** The same with one lead more; a value that is blank is none. */
  public FieldFigure with(String value) {
    if (value.isBlank()) return this;
    return FieldNumber.read(value)
        .map(
            number ->
                new FieldFigure(
                    leads + 1,
                    numbers + 1,
                    sum.add(number),
                    greatest.map(number::max).or(() -> Optional.of(number))))
        .orElseGet(() -> new FieldFigure(leads + 1, numbers, sum, greatest));
  }

  /** Values that could not be added up. */
  public long notNumbers() {
    return leads - numbers;
  }

  /** The metric; empty where there is nothing to tell it of. A mean has two digits, half up. */
  public Optional<BigDecimal> of(FieldMetric.Kind kind) {
    if (kind == FieldMetric.Kind.COUNT) return Optional.of(BigDecimal.valueOf(leads));
    if (numbers == 0) return Optional.empty();
    return switch (kind) {
      case COUNT, SUM -> Optional.of(sum);
      case AVERAGE -> Optional.of(sum.divide(BigDecimal.valueOf(numbers), 2, RoundingMode.HALF_UP));
      case MAXIMUM -> greatest;
    };
  }
}

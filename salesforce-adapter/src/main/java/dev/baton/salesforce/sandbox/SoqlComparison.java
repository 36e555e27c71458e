package dev.baton.salesforce.sandbox;

import java.math.BigDecimal;
import java.util.Comparator;

/** Which of two values of a field is more. */
final class SoqlComparison {
  private SoqlComparison() {}

  /** The order of values that are there and stored. */
  static Comparator<String> of(FieldType type) {
    return switch (type) {
      case DOUBLE, CURRENCY -> Comparator.comparing(BigDecimal::new);
      // Stored moments and dates have a form that sorts as it reads.
      case DATE, DATETIME, BOOLEAN, ID, REFERENCE -> Comparator.naturalOrder();
      default -> String.CASE_INSENSITIVE_ORDER;
    };
  }

  /** The same with empty values, which come first or last whichever way the others are sorted. */
  static Comparator<String> of(FieldType type, boolean descending, boolean emptyLast) {
    Comparator<String> filled = descending ? of(type).reversed() : of(type);
    return (one, other) -> {
      if (one.isEmpty() || other.isEmpty()) {
        int order = Boolean.compare(other.isEmpty(), one.isEmpty());
        return emptyLast ? -order : order;
      }
      return filled.compare(one, other);
    };
  }
}

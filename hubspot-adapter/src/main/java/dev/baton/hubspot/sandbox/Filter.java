package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** One condition of a search. */
record Filter(String property, Operator operator, String value, List<String> values) {

  enum Operator {
    EQ,
    NEQ,
    IN,
    NOT_IN,
    GT,
    GTE,
    LT,
    LTE,
    BETWEEN,
    CONTAINS_TOKEN,
    HAS_PROPERTY,
    NOT_HAS_PROPERTY
  }

  /** Reads a condition; empty when it has no property or an operator that does not exist. */
  static Optional<Filter> read(JsonNode json) {
    String property = json.path("propertyName").asText();
    for (Operator operator : Operator.values()) {
      if (operator.name().equals(json.path("operator").asText()) && !property.isEmpty()) {
        List<String> values =
            operator == Operator.BETWEEN
                ? List.of(json.path("value").asText(), json.path("highValue").asText())
                : Json.texts(json.path("values"));
        return Optional.of(new Filter(property, operator, json.path("value").asText(), values));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a record fits.
   *
   * @param held what it holds of this property: one value, none, or the ids it belongs to
   */
  boolean fits(Function<String, List<String>> held) {
    List<String> all = held.apply(property).stream().filter(v -> !v.isEmpty()).toList();
    return switch (operator) {
      case EQ -> all.stream().anyMatch(v -> compare(v, value) == 0);
      case NEQ -> !all.isEmpty() && all.stream().noneMatch(v -> compare(v, value) == 0);
      case IN -> all.stream().anyMatch(this::listed);
      case NOT_IN -> !all.isEmpty() && all.stream().noneMatch(this::listed);
      case GT -> all.stream().anyMatch(v -> compare(v, value) > 0);
      case GTE -> all.stream().anyMatch(v -> compare(v, value) >= 0);
      case LT -> all.stream().anyMatch(v -> compare(v, value) < 0);
      case LTE -> all.stream().anyMatch(v -> compare(v, value) <= 0);
      case BETWEEN ->
          all.stream()
              .anyMatch(
                  v -> compare(v, values.getFirst()) >= 0 && compare(v, values.getLast()) <= 0);
      case CONTAINS_TOKEN -> all.stream().anyMatch(this::hasToken);
      case HAS_PROPERTY -> !all.isEmpty();
      case NOT_HAS_PROPERTY -> all.isEmpty();
    };
  }

  /** Orders numbers and moments by size, and everything else as text without case. */
  static int compare(String left, String right) {
    Optional<BigDecimal> one = size(left);
    Optional<BigDecimal> other = size(right);
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : left.compareToIgnoreCase(right);
  }

  private boolean listed(String held) {
    return values.stream().anyMatch(v -> compare(held, v) == 0);
  }

  private boolean hasToken(String held) {
    String wanted = value.replace("*", "").toLowerCase(Locale.ROOT);
    for (String token : held.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_-]+", -1)) {
      boolean start = value.endsWith("*") && token.startsWith(wanted);
      boolean end = value.startsWith("*") && token.endsWith(wanted);
      if (token.equals(wanted) || start || end) return true;
    }
    return false;
  }

  private static Optional<BigDecimal> size(String text) {
    if (text.matches("-?\\d{1,30}(\\.\\d{1,30})?")) return Optional.of(new BigDecimal(text));
    return WriteRules.moment(text).map(Instant::toEpochMilli).map(BigDecimal::valueOf);
  }
}

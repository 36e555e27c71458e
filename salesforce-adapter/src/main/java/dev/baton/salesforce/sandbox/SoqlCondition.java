package dev.baton.salesforce.sandbox;

import java.util.List;

/** What a query asks of a field. */
record SoqlCondition(String field, Comparison comparison, List<Literal> values) {
  /** A value in a query; {@code null} is the word without quotes. */
  record Literal(String text, boolean quoted) {
    boolean isNull() {
      return !quoted && text.equalsIgnoreCase("null");
    }
  }

  enum Comparison {
    EQUAL,
    DIFFERENT,
    LESS,
    AT_MOST,
    MORE,
    AT_LEAST,
    LIKE,
    IN;

    static Comparison of(String sign) {
      return switch (sign) {
        case "=" -> EQUAL;
        case "!=" -> DIFFERENT;
        case "<" -> LESS;
        case "<=" -> AT_MOST;
        case ">" -> MORE;
        case ">=" -> AT_LEAST;
        default -> throw new CallRefused("MALFORMED_QUERY", "unexpected token: '" + sign + "'");
      };
    }
  }
}

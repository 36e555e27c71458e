package dev.baton.salesforce.client;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as they stand in a query. */
public final class Soql {
  private Soql() {}

  /** A text, which cannot end the query's own. */
  public static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** Any of several texts. */
  public static String anyOf(Collection<String> values) {
    return values.stream().map(Soql::text).collect(Collectors.joining(",", "(", ")"));
  }

  /** A time, in full milliseconds, which is as exactly as Salesforce keeps them. */
  public static String time(Instant at) {
    Instant exact = at.truncatedTo(ChronoUnit.MILLIS);
    return DateTimeFormatter.ISO_INSTANT.format(exact);
  }
}

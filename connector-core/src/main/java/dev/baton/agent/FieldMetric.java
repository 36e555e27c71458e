package dev.baton.agent;

import java.util.Locale;

/**
 * Something a team wants to know of a CRM field over the leads its agents got (decision 33).
 *
 * @param name as people read it over its column
 * @param field the CRM's name of the field; it is read back where it is a further property of the
 *     connection
 */
public record FieldMetric(String name, String field, Kind kind) {
  /** What is made of the field's values. */
  public enum Kind {
    /** How many leads have a value, whatever it is. */
    COUNT,
    SUM,
    AVERAGE,
    MAXIMUM;

    /** As people read it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_FIELD = 200;

  public FieldMetric {
    name = name.strip();
    field = field.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("A metric has a name of at most 60 characters: " + name);
    }
    if (field.isEmpty() || field.length() > LONGEST_FIELD) {
      throw new IllegalArgumentException(
          "A metric names a field of at most 200 characters: " + name);
    }
  }
}

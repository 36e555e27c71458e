package dev.baton.hubspot.sandbox;

import java.util.List;

/**
 * A field records can have.
 *
 * @param type {@code string}, {@code number}, {@code bool}, {@code date}, {@code datetime} or
 *     {@code enumeration}
 * @param options the values an enumeration knows; several in one value are parted by semicolons
 * @param unique whether no two records may share a value
 * @param readOnly whether HubSpot fills it, so that apps may not
 */
public record PropertyDefinition(
    String name,
    String label,
    String group,
    String type,
    String fieldType,
    List<String> options,
    boolean unique,
    boolean readOnly,
    boolean hubspotDefined) {

  public PropertyDefinition {
    options = List.copyOf(options);
  }

  PropertyDefinition choosing(List<String> others) {
    return new PropertyDefinition(
        name, label, group, type, fieldType, others, unique, readOnly, hubspotDefined);
  }

  /** A field of the customer's own with a fixed choice of values. */
  public static PropertyDefinition choice(
      String name, String label, String group, List<String> options) {
    return new PropertyDefinition(
        name, label, group, "enumeration", "select", options, false, false, false);
  }

  /** A field of the customer's own that takes any text, or any number. */
  public static PropertyDefinition plain(String name, String label, String group, String type) {
    return new PropertyDefinition(
        name,
        label,
        group,
        type,
        type.equals("number") ? "number" : "text",
        List.of(),
        false,
        false,
        false);
  }
}

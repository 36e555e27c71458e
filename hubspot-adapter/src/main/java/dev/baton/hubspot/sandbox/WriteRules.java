package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Refusal.Detail;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What HubSpot checks before it stores a value, and how it writes the values it stores. */
final class WriteRules {
  private final Properties properties;
  private final Owners owners;

  WriteRules(Properties properties, Owners owners) {
    this.properties = properties;
    this.owners = owners;
  }

  /** What is wrong with the values, all of it at once. */
  Optional<Refusal> refusal(ObjectType type, Map<String, String> values, Author by) {
    var problems = new ArrayList<Detail>();
    values.forEach((name, value) -> problem(type, name, value, by).ifPresent(problems::add));
    return problems.isEmpty() ? Optional.empty() : Optional.of(Refusal.invalid(problems));
  }

  /** What a new record of this kind cannot do without. */
  Optional<Refusal> missing(ObjectType type, Map<String, String> values, List<Link> links) {
    List<Detail> lacking =
        needed(type).stream()
            .filter(name -> values.getOrDefault(name, "").isBlank())
            .map(name -> new Detail(name, "REQUIRED_FIELD", "This property has to be given"))
            .toList();
    if (!lacking.isEmpty()) return Optional.of(Refusal.invalid(lacking));
    if (type == ObjectType.LEADS && links.stream().noneMatch(l -> l.to() == ObjectType.CONTACTS)) {
      return Optional.of(Refusal.invalid("A lead belongs to a contact, which has to be given"));
    }
    return Optional.empty();
  }

  private static List<String> needed(ObjectType type) {
    return switch (type) {
      case TASKS, NOTES -> List.of("hs_timestamp");
      case LEADS -> List.of("hs_lead_name");
      case TICKETS -> List.of("subject", "hs_pipeline_stage");
      case DEALS -> List.of("dealname", "dealstage");
      case CONTACTS -> List.of();
    };
  }

  /** The values as HubSpot keeps them: moments in UTC, whichever way they were written. */
  Map<String, String> stored(ObjectType type, Map<String, String> values) {
    var stored = new LinkedHashMap<String, String>();
    values.forEach(
        (name, value) ->
            stored.put(
                name,
                typeOf(type, name).equals("datetime")
                    ? moment(value).map(Instant::toString).orElse(value)
                    : value));
    return stored;
  }

  /** A moment, written as milliseconds since 1970 or as ISO 8601. */
  static Optional<Instant> moment(String value) {
    try {
      if (value.matches("-?\\d{1,18}")) {
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(value)));
      }
      return Optional.of(OffsetDateTime.parse(value).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private String typeOf(ObjectType type, String name) {
    return properties.find(type, name).map(PropertyDefinition::type).orElse("string");
  }

  private Optional<Detail> problem(ObjectType type, String name, String value, Author by) {
    var known = properties.find(type, name);
    if (known.isEmpty()) {
      return detail(name, "PROPERTY_DOESNT_EXIST", "There is no such property");
    }
    PropertyDefinition property = known.get();
    if (property.readOnly() && by.isApp()) {
      return detail(name, "READ_ONLY_VALUE", "HubSpot fills this property itself");
    }
    if (value.isEmpty()) return Optional.empty();
    if (name.equals("hubspot_owner_id") && !owners.isActive(value)) {
      return detail(name, "INVALID_OWNER_ID", "There is no active owner " + value);
    }
    return switch (property.type()) {
      case "enumeration" -> choice(property, value);
      case "number" -> when(!isNumber(value), name, "INVALID_NUMBER", "Not a number: " + value);
      case "bool" ->
          when(!value.matches("true|false"), name, "INVALID_BOOLEAN", "Not true or false");
      case "datetime" ->
          when(moment(value).isEmpty(), name, "INVALID_DATE", "Not a moment: " + value);
      case "date" -> when(!isDate(value), name, "INVALID_DATE", "Not a date: " + value);
      default -> when(value.length() > 65_536, name, "VALUE_TOO_LONG", "Longer than 65,536");
    };
  }

  private static Optional<Detail> choice(PropertyDefinition property, String value) {
    List<String> chosen =
        property.fieldType().equals("checkbox") ? List.of(value.split(";")) : List.of(value);
    return when(
        !property.options().containsAll(chosen),
        property.name(),
        "INVALID_OPTION",
        value + " is none of " + property.options());
  }

  private static boolean isNumber(String value) {
    return value.matches("-?\\d{1,30}(\\.\\d{1,30})?");
  }

  private static boolean isDate(String value) {
    try {
      LocalDate.parse(value);
      return true;
    } catch (DateTimeException e) {
      return value.matches("-?\\d{1,18}");
    }
  }

  private static Optional<Detail> when(boolean wrong, String name, String code, String message) {
    return wrong ? detail(name, code, message) : Optional.empty();
  }

  private static Optional<Detail> detail(String name, String code, String message) {
    return Optional.of(new Detail(name, code, message));
  }
}

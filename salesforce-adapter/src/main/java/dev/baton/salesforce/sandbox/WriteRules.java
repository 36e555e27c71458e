package dev.baton.salesforce.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Salesforce checks before it stores values, and how it writes those it stores. */
final class WriteRules {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");

  private final Schema schema;
  private final References references;

  WriteRules(Schema schema, References references) {
    this.schema = schema;
    this.references = references;
  }

  /** The values under the names Salesforce gives the fields, and as it stores them. */
  Map<String, String> stored(ObjectType type, Map<String, String> given) {
    var stored = new LinkedHashMap<String, String>();
    given.forEach(
        (name, value) -> {
          FieldDefinition field = schema.field(type, name);
          stored.put(field.name(), FieldValue.stored(field.type(), value).orElse(value));
        });
    return stored;
  }

  /** The first thing that is wrong with the values; an empty text is no value. */
  Optional<Refusal> refusal(ObjectType type, Map<String, String> given) {
    return readOnly(type, given)
        .or(
            () ->
                given.entrySet().stream()
                    .filter(e -> !e.getValue().isEmpty())
                    .flatMap(e -> problem(type, e.getKey(), e.getValue()).stream())
                    .findFirst());
  }

  /** What the record as it would be lacks. */
  Optional<Refusal> missing(SandboxRecord record) {
    List<String> missing =
        schema.all(record.type()).stream()
            .filter(FieldDefinition::required)
            .map(FieldDefinition::name)
            .filter(name -> record.value(name).isBlank())
            .toList();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "REQUIRED_FIELD_MISSING", "Required fields are missing: " + missing, missing));
  }

  private Optional<Refusal> readOnly(ObjectType type, Map<String, String> given) {
    List<String> locked =
        given.keySet().stream()
            .map(name -> schema.field(type, name))
            .filter(FieldDefinition::readOnly)
            .map(FieldDefinition::name)
            .toList();
    return locked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "INVALID_FIELD_FOR_INSERT_UPDATE",
                "Unable to create/update fields: "
                    + String.join(", ", locked)
                    + ". Please check the security settings of this field and verify that it is"
                    + " read/write for your profile or permission set.",
                locked));
  }

  private Optional<Refusal> problem(ObjectType type, String name, String value) {
    FieldDefinition field = schema.field(type, name);
    if (field.type() == FieldType.REFERENCE) return references.problem(type, field, value);
    if (FieldValue.stored(field.type(), value).isEmpty()) {
      return refused(
          field, "INVALID_TYPE_ON_FIELD_IN_RECORD", "value not of required type: " + value);
    }
    if (field.length() > 0 && value.length() > field.length()) {
      return refused(
          field, "STRING_TOO_LONG", "data value too large (max length=" + field.length() + ")");
    }
    if (field.type() == FieldType.EMAIL && !EMAIL.matcher(value).matches()) {
      return refused(field, "INVALID_EMAIL_ADDRESS", "invalid email address: " + value);
    }
    if (field.restricted() && !field.options().containsAll(Arrays.asList(value.split(";")))) {
      return refused(
          field,
          "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
          "bad value for restricted picklist field: " + value);
    }
    return Optional.empty();
  }

  private static Optional<Refusal> refused(FieldDefinition field, String code, String message) {
    return Optional.of(Refusal.of(code, field.label() + ": " + message, field.name()));
  }
}

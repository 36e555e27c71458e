package dev.baton.salesforce.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields of one org. Their names mean the same in upper and lower case. */
final class Schema {
  private final Map<ObjectType, Map<String, FieldDefinition>> known =
      new EnumMap<>(ObjectType.class);

  Schema() {
    for (ObjectType type : ObjectType.values()) {
      known.put(type, new LinkedHashMap<>());
      StandardFields.fieldsOf(type).forEach(field -> add(type, field));
    }
  }

  synchronized void installBaton() {
    for (ObjectType type : ObjectType.values()) {
      BatonPackage.fieldsOf(type).forEach(field -> add(type, field));
    }
  }

  synchronized void uninstallBaton() {
    for (ObjectType type : ObjectType.values()) {
      BatonPackage.fieldsOf(type).forEach(field -> of(type).remove(key(field.name())));
    }
  }

  synchronized void add(ObjectType type, FieldDefinition field) {
    of(type).put(key(field.name()), field);
  }

  synchronized Optional<FieldDefinition> find(ObjectType type, String name) {
    return Optional.ofNullable(of(type).get(key(name)));
  }

  /**
   * The field of this name.
   *
   * @throws CallRefused where the object has none
   */
  FieldDefinition field(ObjectType type, String name) {
    return find(type, name)
        .orElseThrow(
            () ->
                new CallRefused(
                    "INVALID_FIELD",
                    "No such column '"
                        + name
                        + "' on entity '"
                        + type.apiName()
                        + "'. If you are attempting to use a custom field, be sure to append the"
                        + " '__c' after the custom field name."));
  }

  synchronized List<FieldDefinition> all(ObjectType type) {
    return new ArrayList<>(of(type).values());
  }

  private Map<String, FieldDefinition> of(ObjectType type) {
    return known.getOrDefault(type, Map.of());
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

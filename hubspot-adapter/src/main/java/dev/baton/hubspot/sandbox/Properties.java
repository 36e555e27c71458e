package dev.baton.hubspot.sandbox;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one account, with the groups they are shown in. */
final class Properties {
  private final Map<ObjectType, Map<String, PropertyDefinition>> known =
      new EnumMap<>(ObjectType.class);
  private final Map<ObjectType, Map<String, String>> groups = new EnumMap<>(ObjectType.class);

  Properties() {
    for (ObjectType type : ObjectType.values()) {
      var properties = new LinkedHashMap<String, PropertyDefinition>();
      StandardProperties.of(type).forEach(p -> properties.put(p.name(), p));
      known.put(type, properties);
      var labels = new LinkedHashMap<String, String>();
      labels.put(StandardProperties.groupOf(type), type.singular() + " information");
      groups.put(type, labels);
    }
  }

  synchronized Optional<PropertyDefinition> find(ObjectType type, String name) {
    return Optional.ofNullable(of(known, type).get(name));
  }

  synchronized List<PropertyDefinition> all(ObjectType type) {
    return new ArrayList<>(of(known, type).values());
  }

  synchronized Optional<Refusal> add(ObjectType type, PropertyDefinition property) {
    if (!property.name().matches("[a-z][a-z0-9_]{0,99}")) {
      return Optional.of(Refusal.invalid("Not a name for a property: " + property.name()));
    }
    if (!of(groups, type).containsKey(property.group())) {
      return Optional.of(Refusal.invalid("There is no property group " + property.group()));
    }
    if (of(known, type).putIfAbsent(property.name(), property) != null) {
      return Optional.of(exists("property", property.name()));
    }
    return Optional.empty();
  }

  synchronized void replace(ObjectType type, PropertyDefinition property) {
    of(known, type).replace(property.name(), property);
  }

  /** The groups by name, each with its label. */
  synchronized Map<String, String> groups(ObjectType type) {
    return new LinkedHashMap<>(of(groups, type));
  }

  synchronized Optional<Refusal> addGroup(ObjectType type, String name, String label) {
    if (name.isBlank()) return Optional.of(Refusal.invalid("A property group has a name"));
    return of(groups, type).putIfAbsent(name, label) == null
        ? Optional.empty()
        : Optional.of(exists("property group", name));
  }

  private static Refusal exists(String what, String name) {
    return Refusal.of(409, "OBJECT_ALREADY_EXISTS", "There is a " + what + " " + name + " already");
  }

  private static <T> Map<String, T> of(Map<ObjectType, Map<String, T>> all, ObjectType type) {
    return all.getOrDefault(type, Map.of());
  }
}

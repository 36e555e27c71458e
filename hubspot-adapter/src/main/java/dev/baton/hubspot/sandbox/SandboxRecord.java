package dev.baton.hubspot.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of the CRM as it stands, with everything it ever held.
 *
 * @param history the values of each property, oldest first
 * @param archived whether it was deleted
 */
public record SandboxRecord(
    ObjectType type,
    String id,
    Map<String, List<PropertyVersion>> history,
    Instant createdAt,
    Instant updatedAt,
    boolean archived) {

  static SandboxRecord created(ObjectType type, String id, Instant at) {
    return new SandboxRecord(type, id, Map.of(), at, at, false);
  }

  /** The value of a property; empty where it has none. */
  public String value(String property) {
    return known(property).orElse("");
  }

  /** The value of a property, told apart from one that never had any. */
  Optional<String> known(String property) {
    if (property.equals("hs_object_id")) return Optional.of(id);
    if (property.equals(type.createdProperty())) return Optional.of(createdAt.toString());
    if (property.equals(type.modifiedProperty())) return Optional.of(updatedAt.toString());
    return Optional.ofNullable(history.get(property)).map(versions -> versions.getLast().value());
  }

  /** The values as they stand, without those HubSpot keeps itself. */
  public Map<String, String> properties() {
    var values = new LinkedHashMap<String, String>();
    history.forEach((name, versions) -> values.put(name, versions.getLast().value()));
    return values;
  }

  SandboxRecord with(Map<String, String> values, Author by, Instant at) {
    var next = new LinkedHashMap<>(history);
    values.forEach(
        (name, value) -> {
          var versions = new ArrayList<>(next.getOrDefault(name, List.of()));
          versions.add(new PropertyVersion(value, at, by));
          next.put(name, List.copyOf(versions));
        });
    return new SandboxRecord(type, id, next, createdAt, at, archived);
  }

  SandboxRecord deleted(Instant at) {
    return new SandboxRecord(type, id, history, createdAt, at, true);
  }

  /** The record as a reader sees it who is behind the times; empty before it existed. */
  Optional<SandboxRecord> asOf(Instant moment) {
    if (createdAt.isAfter(moment)) return Optional.empty();
    if (!updatedAt.isAfter(moment)) return Optional.of(this);
    var then = new LinkedHashMap<String, List<PropertyVersion>>();
    history.forEach(
        (name, versions) -> {
          var known = versions.stream().filter(v -> !v.at().isAfter(moment)).toList();
          if (!known.isEmpty()) then.put(name, known);
        });
    return Optional.of(new SandboxRecord(type, id, then, createdAt, moment, archived));
  }
}

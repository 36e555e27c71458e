package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record as HubSpot holds it: contact, lead, task and the like.
 *
 * @param properties those that were asked for and have a value
 */
public record HubSpotObject(
    String id, Map<String, String> properties, Optional<Instant> updatedAt, boolean archived) {
  public HubSpotObject {
    properties = Map.copyOf(properties);
  }

  /** The value of a property, empty where it has none. */
  public String property(String name) {
    return properties.getOrDefault(name, "");
  }

  /** The moment a property holds, as HubSpot writes moments; empty where it holds none. */
  public Optional<Instant> moment(String name) {
    return instant(property(name));
  }

  static HubSpotObject read(JsonNode node) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().isValueNode() && !property.getValue().isNull()) {
                properties.put(property.getKey(), property.getValue().asText());
              }
            });
    return new HubSpotObject(
        node.path("id").asText(""),
        properties,
        instant(node.path("updatedAt").asText("")),
        node.path("archived").asBoolean(false));
  }

  static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    } catch (DateTimeException other) {
      return Optional.empty();
    }
  }

  /** Properties are contact data and stay out of logs. */
  @Override
  public String toString() {
    return "HubSpotObject[" + id + ", " + properties.size() + " properties]";
  }
}

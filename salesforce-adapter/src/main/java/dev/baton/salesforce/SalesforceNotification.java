package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.CHANGED;
import static dev.baton.salesforce.SalesforceFields.CHANGED_BY;
import static dev.baton.salesforce.SalesforceFields.CREATED;
import static dev.baton.salesforce.SalesforceFields.ID;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One notification of an outbound message: which record, and what of it Baton reads here. Whatever
 * else an admin has put into the message, such as contact data, is not kept: records are read back.
 *
 * @param id Salesforce's id of the notification, the same each time it is sent
 * @param object the kind of record, such as {@code Lead}
 */
record SalesforceNotification(String id, String object, Map<String, String> fields) {
  private static final Set<String> KEPT = Set.of(ID, CREATED, CHANGED, CHANGED_BY, OFFER_RESPONSE);
  private static final int LONGEST_VALUE = 255;

  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(4).maxStringLength(1_000).build())
              .build());

  SalesforceNotification {
    var kept = new LinkedHashMap<String, String>();
    fields.forEach(
        (name, value) -> {
          if (KEPT.contains(name) && value.length() <= LONGEST_VALUE) kept.put(name, value);
        });
    fields = Map.copyOf(kept);
  }

  /** What the message says of a field; empty where it says nothing. */
  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** As it is stored. */
  String payload() {
    ObjectNode json = JSON.createObjectNode().put("id", id).put("object", object);
    ObjectNode values = json.putObject("fields");
    KEPT.stream()
        .sorted()
        .filter(fields::containsKey)
        .forEach(name -> values.put(name, field(name)));
    return json.toString();
  }

  /** What {@link #payload} made; empty for anything else. */
  static Optional<SalesforceNotification> read(String payload) {
    try {
      JsonNode json = JSON.readTree(payload);
      if (!json.path("id").isTextual() || !json.path("object").isTextual()) return Optional.empty();
      var fields = new LinkedHashMap<String, String>();
      json.path("fields")
          .properties()
          .forEach(field -> fields.put(field.getKey(), field.getValue().asText("")));
      return Optional.of(
          new SalesforceNotification(
              json.path("id").asText(), json.path("object").asText(), fields));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}

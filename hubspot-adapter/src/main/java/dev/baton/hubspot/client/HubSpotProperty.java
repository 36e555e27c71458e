package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field of a kind of record.
 *
 * @param type what it holds, such as {@code enumeration}
 * @param fieldType how it is shown, such as {@code select}
 * @param options the values to choose from, where there are any
 */
public record HubSpotProperty(
    String name,
    String label,
    String groupName,
    String type,
    String fieldType,
    List<Option> options) {
  public HubSpotProperty {
    options = List.copyOf(options);
  }

  /** A value to choose from. */
  public record Option(String label, String value) {}

  static HubSpotProperty read(JsonNode node) {
    List<Option> options = new ArrayList<>();
    for (JsonNode each : node.path("options")) {
      options.add(new Option(each.path("label").asText(""), each.path("value").asText("")));
    }
    return new HubSpotProperty(
        node.path("name").asText(""),
        node.path("label").asText(""),
        node.path("groupName").asText(""),
        node.path("type").asText(""),
        node.path("fieldType").asText(""),
        options);
  }

  ObjectNode body() {
    ObjectNode body =
        HubSpotApi.object()
            .put("name", name)
            .put("label", label)
            .put("groupName", groupName)
            .put("type", type)
            .put("fieldType", fieldType);
    ArrayNode choices = body.putArray("options");
    for (int i = 0; i < options.size(); i++) {
      choices
          .addObject()
          .put("label", options.get(i).label())
          .put("value", options.get(i).value())
          .put("displayOrder", i)
          .put("hidden", false);
    }
    return body;
  }
}

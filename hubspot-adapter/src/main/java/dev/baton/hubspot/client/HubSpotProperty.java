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
 * @param description what people are told of it; may be empty
 */
public record HubSpotProperty(
    String name,
    String label,
    String groupName,
    String type,
    String fieldType,
    List<Option> options,
    String description) {
  public HubSpotProperty {
    options = List.copyOf(options);
  }

  /** A field that explains itself. */
  public HubSpotProperty(
      String name,
      String label,
      String groupName,
      String type,
      String fieldType,
      List<Option> options) {
    this(name, label, groupName, type, fieldType, options, "");
  }

  public HubSpotProperty in(String group) {
    return new HubSpotProperty(name, label, group, type, fieldType, options, description);
  }

  public HubSpotProperty choosing(List<Option> others) {
    return new HubSpotProperty(name, label, groupName, type, fieldType, others, description);
  }

  /** A value to choose from. */
  public record Option(String label, String value) {}

  /** Reads a field as HubSpot describes it; what is missing is empty. */
  public static HubSpotProperty read(JsonNode node) {
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
        options,
        node.path("description").asText(""));
  }

  ObjectNode body() {
    ObjectNode body =
        HubSpotApi.object()
            .put("name", name)
            .put("label", label)
            .put("groupName", groupName)
            .put("type", type)
            .put("fieldType", fieldType);
    if (!description.isEmpty()) body.put("description", description);
    addOptions(body, options);
    return body;
  }

  static void addOptions(ObjectNode body, List<Option> options) {
    ArrayNode choices = body.putArray("options");
    for (int i = 0; i < options.size(); i++) {
      choices
          .addObject()
          .put("label", options.get(i).label())
          .put("value", options.get(i).value())
          .put("displayOrder", i)
          .put("hidden", false);
    }
  }
}

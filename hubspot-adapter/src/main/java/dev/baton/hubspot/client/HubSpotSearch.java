package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What to search for: records to which all conditions apply, in ascending order of one property.
 *
 * @param limit at most 200
 * @param after where the page begins; empty for the first
 */
public record HubSpotSearch(
    List<Condition> conditions,
    String orderedBy,
    List<String> properties,
    int limit,
    String after) {
  public HubSpotSearch {
    conditions = List.copyOf(conditions);
    properties = List.copyOf(properties);
    if (limit < 1 || limit > 200) throw new IllegalArgumentException("A page has 1 to 200 records");
  }

  /**
   * One condition.
   *
   * @param operator HubSpot's word for it, such as {@code GTE}
   */
  public record Condition(String property, String operator, String value) {}

  ObjectNode body() {
    ObjectNode body = HubSpotApi.object();
    ArrayNode filters = body.putArray("filterGroups").addObject().putArray("filters");
    for (Condition each : conditions) {
      filters
          .addObject()
          .put("propertyName", each.property())
          .put("operator", each.operator())
          .put("value", each.value());
    }
    body.putArray("sorts").addObject().put("propertyName", orderedBy).put("direction", "ASCENDING");
    properties.forEach(body.putArray("properties")::add);
    body.put("limit", limit);
    if (!after.isEmpty()) body.put("after", after);
    return body;
  }
}

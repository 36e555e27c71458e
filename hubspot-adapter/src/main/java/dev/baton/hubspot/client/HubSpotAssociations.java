package dev.baton.hubspot.client;

import static dev.baton.hubspot.client.HubSpotRequest.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which records belong together. Read from the records themselves, so what is new is there. */
public final class HubSpotAssociations {
  private final HubSpotApi api;

  public HubSpotAssociations(HubSpotApi api) {
    this.api = api;
  }

  /** Associates two records in HubSpot's usual way; again makes no difference. */
  public void put(String from, String fromId, String to, String toId) {
    String root = "/crm/objects/" + api.version();
    String path = path(root, from, fromId, "associations", "default", to, toId);
    api.call(HubSpotRequest.bare("PUT", path));
  }

  /** The ids of the records each of at most 100 records is associated with. */
  public Map<String, List<String>> of(String from, Collection<String> fromIds, String to) {
    HubSpotApi.checkBatch(fromIds);
    Map<String, List<String>> found = new LinkedHashMap<>();
    Map<String, String> asking = new LinkedHashMap<>();
    fromIds.forEach(id -> asking.put(id, ""));
    while (!asking.isEmpty()) {
      JsonNode answer = page(from, asking, to);
      Map<String, String> further = new LinkedHashMap<>();
      for (JsonNode each : answer.path("results")) {
        String id = each.path("from").path("id").asText("");
        List<String> ids = found.computeIfAbsent(id, none -> new ArrayList<>());
        for (JsonNode other : each.path("to")) ids.add(other.path("toObjectId").asText(""));
        HubSpotPage.after(each)
            .filter(after -> !after.equals(asking.get(id)))
            .ifPresent(after -> further.put(id, after));
      }
      asking.clear();
      asking.putAll(further);
    }
    return found;
  }

  private JsonNode page(String from, Map<String, String> asking, String to) {
    ObjectNode body = HubSpotApi.object();
    ArrayNode inputs = body.putArray("inputs");
    asking.forEach(
        (id, after) -> {
          ObjectNode input = inputs.addObject().put("id", id);
          if (!after.isEmpty()) input.put("after", after);
        });
    String root = "/crm/associations/" + api.version();
    var request = HubSpotRequest.json("POST", path(root, from, to, "batch", "read"), body);
    return HubSpotApi.whole(api.call(request));
  }
}

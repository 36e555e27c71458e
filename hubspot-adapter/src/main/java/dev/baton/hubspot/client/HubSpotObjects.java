package dev.baton.hubspot.client;

import static dev.baton.hubspot.client.HubSpotRequest.encoded;
import static dev.baton.hubspot.client.HubSpotRequest.path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of a HubSpot account: contacts, leads and tasks share one shape. */
public final class HubSpotObjects {
  /** HubSpot's limit for a batch that asks for the past of properties. */
  private static final int LARGEST_WITH_HISTORY = 50;

  private final HubSpotApi api;

  public HubSpotObjects(HubSpotApi api) {
    this.api = api;
  }

  /** Reads one record; empty where HubSpot does not have it, or not any more. */
  public Optional<HubSpotObject> get(String type, String id, List<String> properties) {
    String query = properties.isEmpty() ? "" : "?properties=" + encoded(names(properties));
    try {
      return Optional.of(
              HubSpotObject.read(api.call(HubSpotRequest.get(path(root(), type, id) + query))))
          .filter(object -> !object.archived());
    } catch (HubSpotFault fault) {
      if (fault.answered(404)) return Optional.empty();
      throw fault;
    }
  }

  /** Creates a record. */
  public HubSpotObject create(String type, Map<String, String> properties, Associated... with) {
    ObjectNode body = HubSpotApi.properties(properties);
    ArrayNode associations = body.putArray("associations");
    for (Associated each : with) {
      ObjectNode association = associations.addObject();
      association.putObject("to").put("id", each.id());
      association
          .putArray("types")
          .addObject()
          .put("associationCategory", "HUBSPOT_DEFINED")
          .put("associationTypeId", each.typeId());
    }
    HubSpotObject created =
        HubSpotObject.read(api.call(HubSpotRequest.json("POST", path(root(), type), body)));
    if (created.id().isEmpty()) {
      throw new HubSpotFault(new HubSpotTrouble.Unreachable("HubSpot's answer names no record"));
    }
    return created;
  }

  /** Changes properties of a record; an empty text empties one. */
  public void patch(String type, String id, Map<String, String> properties) {
    var body = HubSpotApi.properties(properties);
    api.call(HubSpotRequest.json("PATCH", path(root(), type, id), body));
  }

  /** Puts a record into the account's bin. */
  public void archive(String type, String id) {
    api.call(HubSpotRequest.bare("DELETE", path(root(), type, id)));
  }

  /** Reads at most 100 records in any order; those HubSpot does not have are left out. */
  public List<HubSpotObject> read(String type, Collection<String> ids, List<String> properties) {
    HubSpotApi.checkBatch(ids);
    ObjectNode body = HubSpotApi.object();
    properties.forEach(body.putArray("properties")::add);
    ArrayNode inputs = body.putArray("inputs");
    ids.forEach(id -> inputs.addObject().put("id", id));
    var request = HubSpotRequest.json("POST", batch(type, "read"), body);
    return results(HubSpotApi.whole(api.call(request)));
  }

  /**
   * When each of these properties of each record last changed, in any number of calls; a property
   * that never had a value is left out.
   */
  public Map<String, Map<String, Instant>> changedAt(
      String type, List<String> ids, List<String> properties) {
    Map<String, Map<String, Instant>> times = new LinkedHashMap<>();
    for (int from = 0; from < ids.size(); from += LARGEST_WITH_HISTORY) {
      ObjectNode body = HubSpotApi.object();
      properties.forEach(body.putArray("propertiesWithHistory")::add);
      ArrayNode inputs = body.putArray("inputs");
      ids.subList(from, Math.min(ids.size(), from + LARGEST_WITH_HISTORY))
          .forEach(id -> inputs.addObject().put("id", id));
      var request = HubSpotRequest.json("POST", batch(type, "read"), body);
      for (JsonNode each : HubSpotApi.whole(api.call(request)).path("results")) {
        times.put(each.path("id").asText(""), latest(each.path("propertiesWithHistory")));
      }
    }
    return times;
  }

  private static Map<String, Instant> latest(JsonNode histories) {
    Map<String, Instant> latest = new LinkedHashMap<>();
    histories
        .properties()
        .forEach(
            history -> {
              for (JsonNode version : history.getValue()) {
                HubSpotObject.instant(version.path("timestamp").asText(""))
                    .ifPresent(
                        at -> latest.merge(history.getKey(), at, (a, b) -> a.isAfter(b) ? a : b));
              }
            });
    return latest;
  }

  /** Changes at most 100 records and answers those that were changed. */
  public List<HubSpotObject> update(String type, Map<String, Map<String, String>> changes) {
    HubSpotApi.checkBatch(changes.keySet());
    ObjectNode body = HubSpotApi.object();
    ArrayNode inputs = body.putArray("inputs");
    changes.forEach(
        (id, properties) -> inputs.add(HubSpotApi.properties(properties).put("id", id)));
    return results(api.call(HubSpotRequest.json("POST", batch(type, "update"), body)));
  }

  /** Searches. HubSpot's index runs behind its records, so what is new may be missing. */
  public HubSpotPage<HubSpotObject> search(String type, HubSpotSearch search) {
    JsonNode answer =
        api.call(HubSpotRequest.json("POST", path(root(), type, "search"), search.body()));
    return HubSpotPage.read(answer, HubSpotObject::read);
  }

  private static List<HubSpotObject> results(JsonNode answer) {
    List<HubSpotObject> objects = new ArrayList<>();
    for (JsonNode each : answer.path("results")) {
      HubSpotObject object = HubSpotObject.read(each);
      if (!object.archived()) objects.add(object);
    }
    return objects;
  }

  private String root() {
    return "/crm/objects/" + api.version();
  }

  private String batch(String type, String what) {
    return path(root(), type, "batch", what);
  }

  private static String names(List<String> properties) {
    return String.join(",", properties);
  }

  /**
   * What a new record is associated with from the start.
   *
   * @param typeId HubSpot's number for this kind of association
   */
  public record Associated(String id, int typeId) {}
}

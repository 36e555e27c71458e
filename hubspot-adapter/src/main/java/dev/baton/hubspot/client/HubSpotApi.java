package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Makes calls in the name of a HubSpot account, with a second try when its token has ended. */
public final class HubSpotApi {
  static final int LARGEST_BATCH = 100;
  private static final String NOT_FOUND = "OBJECT_NOT_FOUND";

  private final HubSpotWire wire;
  private final HubSpotAccess access;

  public HubSpotApi(HubSpotWire wire, HubSpotAccess access) {
    this.wire = wire;
    this.access = access;
  }

  String version() {
    return wire.settings().version();
  }

  JsonNode call(HubSpotRequest request) {
    String token = access.token();
    try {
      return wire.send(request, Optional.of(token));
    } catch (HubSpotFault fault) {
      if (!fault.answered(401)) throw fault;
      Optional<String> another = access.insteadOf(token);
      if (another.isEmpty()) throw fault;
      return wire.send(request, another);
    }
  }

  /**
   * An answer to a batch that leaves out only what HubSpot does not have. One that leaves out more
   * is none: what was left out would be taken for missing.
   */
  static JsonNode whole(JsonNode answer) {
    for (JsonNode error : answer.path("errors")) {
      if (error.path("category").asText("").equals(NOT_FOUND)) continue;
      throw new HubSpotFault(new HubSpotTrouble.Unreachable("HubSpot answered only in part"));
    }
    return answer;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ObjectNode properties(Map<String, String> values) {
    ObjectNode body = object();
    ObjectNode properties = body.putObject("properties");
    values.forEach(properties::put);
    return body;
  }

  /** Checked here, because HubSpot refuses the whole of a batch that is too large. */
  static void checkBatch(Collection<?> inputs) {
    if (inputs.size() > LARGEST_BATCH) {
      throw new IllegalArgumentException("A batch has at most 100 inputs, not " + inputs.size());
    }
  }
}

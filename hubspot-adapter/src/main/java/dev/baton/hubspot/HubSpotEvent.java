package dev.baton.hubspot;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** One event of a HubSpot webhook. Its fields are all optional; one that is missing is empty. */
record HubSpotEvent(JsonNode json) {
  /** Bounds for what is read from outside: an event is flat, and its longest text a property's. */
  static final JsonFactory STRICT =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxStringLength(100_000)
                  .maxNumberLength(100)
                  .maxNameLength(1_000)
                  .build())
          .build();

  static final ObjectMapper MAPPER = new ObjectMapper(STRICT);

  private static final int LONGEST_KEY = 200;
  private static final long YEAR_10000 = 253_402_300_800_000L;

  String text(String field) {
    JsonNode value = json.path(field);
    return value.isValueNode() && !value.isNull() ? value.asText("") : "";
  }

  /** HubSpot's table of fields says eventType, its examples say subscriptionType. */
  String type() {
    String type = text("subscriptionType");
    return type.isEmpty() ? text("eventType") : type;
  }

  String account() {
    return text("portalId");
  }

  Optional<Instant> at() {
    long at = json.path("occurredAt").asLong(-1);
    return at > 0 && at < YEAR_10000 ? Optional.of(Instant.ofEpochMilli(at)) : Optional.empty();
  }

  /** The HubSpot login that made the change; empty where it was no person, or is not told. */
  String by() {
    String source = text("sourceId");
    return source.matches("userId:\\d{1,20}") ? source.substring("userId:".length()) : "";
  }

  /** Whether this app itself made the change. */
  boolean byThisApp() {
    return text("changeSource").equals("INTEGRATION")
        && !text("appId").isEmpty()
        && text("sourceId").equals(text("appId"));
  }

  List<String> mergedIds() {
    List<String> ids = new ArrayList<>();
    for (JsonNode id : json.path("mergedObjectIds")) ids.add(id.asText(""));
    return ids;
  }

  /**
   * Equal for two deliveries of this event and for nothing else. HubSpot names account, type,
   * record, event and time; event ids are not promised to be unique and two kinds of record may
   * share an id, so the kind and the property are added. The number of the attempt is left out.
   */
  String key(String payload) {
    if (text("eventId").isEmpty() && record().isEmpty()) return sha256(payload);
    String key =
        String.join(
            "|",
            account(),
            type(),
            record(),
            text("eventId"),
            text("occurredAt"),
            text("objectTypeId"),
            text("propertyName"));
    return key.length() <= LONGEST_KEY ? key : sha256(key);
  }

  /** What the event is about; merges and associations may name it in fields of their own. */
  private String record() {
    if (!text("objectId").isEmpty()) return text("objectId");
    if (!text("primaryObjectId").isEmpty()) {
      return text("primaryObjectId") + "+" + String.join("+", mergedIds());
    }
    if (text("fromObjectId").isEmpty()) return "";
    return String.join(
        ">",
        text("fromObjectId"),
        text("toObjectId"),
        text("associationType"),
        text("associationRemoved"));
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }

  /** A changed property may be contact data and stays out of logs. */
  @Override
  public String toString() {
    return "HubSpotEvent[" + type() + "]";
  }
}

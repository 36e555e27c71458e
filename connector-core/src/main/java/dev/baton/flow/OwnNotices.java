package dev.baton.flow;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.RecordDeleted;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices that no CRM sent: Baton writes them itself for what it finds by asking. Their prefix
 * cannot begin a CRM's payload, which is JSON or XML.
 */
final class OwnNotices {
  private static final String PREFIX = "baton:";
  private static final String CREATED = "created";
  private static final String CHANGED = "changed";
  private static final String DELETED = "deleted";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private OwnNotices() {}

  static String write(RecordCreated notice) {
    return write(CREATED, notice.object(), notice.id(), notice.at());
  }

  static String write(RecordChanged notice) {
    return write(CHANGED, notice.object(), notice.id(), notice.at());
  }

  static String write(RecordDeleted notice) {
    return write(DELETED, notice.object(), notice.id(), notice.at());
  }

  private static String write(String kind, String object, String id, Instant at) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", kind);
    json.put("object", object);
    json.put("id", id);
    json.put("at", at.toString());
    return PREFIX + json;
  }

  /** Empty for what a CRM wrote. */
  static Optional<CrmNotice> read(String payload) {
    if (!payload.startsWith(PREFIX)) return Optional.empty();
    try {
      JsonNode json = MAPPER.readTree(payload.substring(PREFIX.length()));
      String object = json.path("object").asText();
      String id = json.path("id").asText();
      Instant at = Instant.parse(json.path("at").asText());
      return Optional.of(
          switch (json.path("kind").asText()) {
            case CREATED -> new RecordCreated(object, id, at);
            case CHANGED -> new RecordChanged(object, id, "", at);
            case DELETED -> new RecordDeleted(object, id, at);
            default -> new CrmNotice.Unreadable("not a kind of our own notices");
          });
    } catch (JacksonException | DateTimeException damaged) {
      return Optional.of(new CrmNotice.Unreadable("not one of our own notices"));
    }
  }
}

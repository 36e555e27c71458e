package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import java.io.IOException;

/** Reads what a program sent: a JSON object with fields of a kind. */
final class Bodies {
  /** The most a body may have (domain §11). */
  static final int LIMIT = 25 * 1024;

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Bodies() {}

  /** The object; an empty one for an empty body. */
  static JsonNode object(Question question) {
    if (question.body().length == 0) return MAPPER.createObjectNode();
    try {
      JsonNode body = MAPPER.readTree(question.body());
      if (body.isObject()) return body;
    } catch (IOException notJson) {
      // Said below.
    }
    throw Problem.badRequest("Send a JSON object.");
  }

  /** The text of a field; empty where it is left out or null. */
  static String text(JsonNode body, String field) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) return "";
    if (value.isValueNode()) return value.asText();
    throw Problem.badRequest(field + ": send a text.");
  }
}

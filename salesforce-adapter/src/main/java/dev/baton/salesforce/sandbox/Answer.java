package dev.baton.salesforce.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the sandbox says to a call.
 *
 * @param fault the code of the SOAP fault it is; empty where it is none
 */
record Answer(int status, Map<String, String> headers, byte[] body, String fault) {

  static Answer xml(int status, Markup body) {
    return new Answer(status, Map.of("Content-Type", "text/xml;charset=UTF-8"), body.bytes(), "");
  }

  static Answer json(int status, JsonNode body) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json;charset=UTF-8", "Cache-Control", "no-store"),
        Json.bytes(body),
        "");
  }

  static Answer html(int status, String title) {
    String page =
        "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
    return text(status, "text/html;charset=UTF-8", page);
  }

  static Answer text(int status, String contentType, String text) {
    return new Answer(
        status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8), "");
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0], "");
  }

  Answer with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body, fault);
  }

  Answer withFault(String code) {
    return new Answer(status, headers, body, code);
  }
}

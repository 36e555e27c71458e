package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the sandbox says to a call. */
record Answer(int status, Map<String, String> headers, byte[] body) {

  static Answer json(int status, JsonNode body) {
    return new Answer(
        status, Map.of("Content-Type", "application/json;charset=utf-8"), Json.bytes(body));
  }

  static Answer html(int status, String title) {
    String page =
        "<html><head><title>" + title + "</title></head><body>" + title + "</body></html>";
    return new Answer(
        status,
        Map.of("Content-Type", "text/html;charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  static Answer of(Refusal refusal) {
    return json(refusal.status(), refusal.json());
  }

  Answer with(Map<String, String> more) {
    var all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new Answer(status, all, body);
  }
}

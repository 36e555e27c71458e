package dev.baton.server.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is sent back. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer html(int status, String page) {
    return of(status, "text/html; charset=utf-8", page);
  }

  public static Answer json(String json) {
    return of(200, "application/json", json);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), new byte[0]);
  }

  /** After a form was pressed: look at the page again, by GET. */
  public static Answer seeOther(String where) {
    return empty(303).with("Location", where);
  }

  public Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}

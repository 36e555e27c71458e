package dev.baton.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is sent back.
 *
 * @param stream what is written instead of the body, piece by piece; empty where there is a body
 */
public record Answer(
    int status, Map<String, String> headers, byte[] body, Optional<Stream> stream) {

  /** Something too long to be held at once. */
  @FunctionalInterface
  public interface Stream {
    void writeTo(OutputStream out) throws IOException;
  }

  public Answer(int status, Map<String, String> headers, byte[] body) {
    this(status, headers, body, Optional.empty());
  }

  public static Answer streaming(String contentType, Stream stream) {
    return new Answer(200, Map.of("Content-Type", contentType), new byte[0], Optional.of(stream));
  }

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
    return new Answer(status, more, body, stream);
  }
}

package dev.baton.server.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that cannot be served, told as RFC 9457 says; the detail tells what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final String detail;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  public Problem(int status, String title, String detail) {
    super(status + " " + title, null, false, false);
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  public static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }

  public static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  public static Problem tooLarge(int limit) {
    return new Problem(413, "Too large", "A request body has at most " + limit + " bytes.");
  }

  public static Problem comeBack(String detail, int seconds) {
    return new Problem(503, "Not now", detail).with("Retry-After", String.valueOf(seconds));
  }

  public Problem with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** What to do, for people. */
  public String detail() {
    return detail;
  }

  Answer answer() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank");
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", "application/problem+json");
    return new Answer(status, all, json.toString().getBytes(StandardCharsets.UTF_8));
  }
}

package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One request to HubSpot, without the token it is sent with.
 *
 * @param path path and query, starting with a slash
 * @param body empty where there is none
 */
record HubSpotRequest(String method, String path, String contentType, String body) {
  static HubSpotRequest get(String path) {
    return new HubSpotRequest("GET", path, "", "");
  }

  static HubSpotRequest bare(String method, String path) {
    return new HubSpotRequest(method, path, "", "");
  }

  static HubSpotRequest json(String method, String path, JsonNode body) {
    return new HubSpotRequest(method, path, "application/json", body.toString());
  }

  static HubSpotRequest form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new HubSpotRequest("POST", path, "application/x-www-form-urlencoded", body);
  }

  /** Whether it is a search, of which HubSpot allows far fewer. */
  boolean isSearch() {
    return path.endsWith("/search");
  }

  /** A path whose parts after the first come from elsewhere and must stay one part each. */
  static String path(String start, String... parts) {
    var path = new StringBuilder(start);
    for (String part : parts) path.append('/').append(encoded(part));
    return path.toString();
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Secrets and contact data stay out of logs. */
  @Override
  public String toString() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }
}

package dev.baton.hubspot.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call as it came over the wire.
 *
 * @param route the path with its version taken out, so that every spelling HubSpot has used for it
 *     is one: {@code /crm/objects/{v}/contacts}
 * @param token what followed {@code Bearer}, empty where nothing did
 */
record Request(
    String method,
    String path,
    String route,
    Map<String, String> query,
    String token,
    byte[] body) {
  static final int BODY_LIMIT = 1024 * 1024;

  private static final String VERSION = "(?:v\\d+|\\d{4}-\\d{2}|\\{v})";
  private static final Pattern VERSION_FIRST =
      Pattern.compile(
          "^/crm/" + VERSION + "/(objects|owners|properties|associations|pipelines)(?=/|$)");
  private static final Pattern VERSION_LAST =
      Pattern.compile(
          "^/(crm/objects|crm/owners|crm/properties|crm/associations|crm/pipelines|oauth)/"
              + VERSION
              + "(?=/|$)");

  /** Reads a call; one whose body is over the limit has a body one byte longer than that. */
  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    String path = exchange.getRequestURI().getPath();
    String authorization =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    return new Request(
        exchange.getRequestMethod(),
        path,
        route(path),
        form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        authorization.startsWith("Bearer ") ? authorization.substring(7).strip() : "",
        body);
  }

  boolean tooLarge() {
    return body.length > BODY_LIMIT;
  }

  boolean isForm() {
    return route.startsWith("/oauth/");
  }

  boolean isSearch() {
    return method.equals("POST") && route.endsWith("/search");
  }

  /** The path in the one spelling that routes and faults are written in. */
  static String route(String path) {
    String route = VERSION_FIRST.matcher(path).replaceFirst("/crm/$1/{v}");
    route = VERSION_LAST.matcher(route).replaceFirst("/$1/{v}");
    return route.length() > 1 && route.endsWith("/")
        ? route.substring(0, route.length() - 1)
        : route;
  }

  /** Form-encoded pairs; a name given several times has its values joined with commas. */
  static Map<String, String> form(String encoded) {
    var pairs = new LinkedHashMap<String, String>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) continue;
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      pairs.merge(name, value, (first, second) -> first + "," + second);
    }
    return pairs;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}

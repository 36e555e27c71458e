package dev.baton.salesforce.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A call as it came over the wire.
 *
 * @param authorization the header, empty where there was none
 * @param body unpacked, if it was packed
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    String authorization,
    boolean takesGzip,
    byte[] body) {
  static final int BODY_LIMIT = 16 * 1024 * 1024;

  private static final Pattern SOAP =
      Pattern.compile("/services/Soap/u/([0-9]{2})\\.0(?:/([A-Za-z0-9]{15,18}))?/?");

  /** Reads a call; one whose body is over the limit has a body one byte longer than that. */
  static Request read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
    String encoding = header(exchange, "Content-Encoding");
    if (encoding.equalsIgnoreCase("gzip") && body.length > 0) {
      body = new GZIPInputStream(new ByteArrayInputStream(body)).readNBytes(BODY_LIMIT + 1);
    }
    return new Request(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        form(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("")),
        header(exchange, "Authorization"),
        header(exchange, "Accept-Encoding").contains("gzip"),
        body);
  }

  boolean tooLarge() {
    return body.length > BODY_LIMIT;
  }

  boolean isSoap() {
    return SOAP.matcher(path).matches();
  }

  /** The org a SOAP address names; empty where it names none. */
  String orgInPath() {
    Matcher matcher = SOAP.matcher(path);
    return matcher.matches() ? Optional.ofNullable(matcher.group(2)).orElse("") : "";
  }

  /** What followed {@code Bearer}; empty where nothing did. */
  String token() {
    return authorization.startsWith("Bearer ") ? authorization.substring(7).strip() : "";
  }

  /** The fields of the form it posts; client id and secret may have come in a header instead. */
  Map<String, String> form() {
    Map<String, String> form = form(new String(body, StandardCharsets.UTF_8));
    if (authorization.startsWith("Basic ")) {
      String pair = new String(decoded(authorization.substring(6).strip()), StandardCharsets.UTF_8);
      int colon = Math.max(pair.indexOf(':'), 0);
      form.putIfAbsent("client_id", pair.substring(0, colon));
      form.putIfAbsent("client_secret", pair.substring(Math.min(colon + 1, pair.length())));
    }
    return form;
  }

  String query(String name) {
    return query.getOrDefault(name, "");
  }

  private static Map<String, String> form(String encoded) {
    var pairs = new LinkedHashMap<String, String>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) continue;
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      pairs.put(name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
    return pairs;
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }
}

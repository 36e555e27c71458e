package dev.baton.proof.faults;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What people would call a request: its path, or for SOAP its operation, without any ids. */
final class Names {
  private static final Pattern OPERATION = Pattern.compile("Body>\\s*<(?:\\w+:)?(\\w+)");

  private Names() {}

  static String of(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    if (!path.startsWith("/services/Soap/")) {
      return exchange.getRequestMethod() + " " + path.replaceAll("/\\d+(?=/|$)", "/…");
    }
    Matcher operation = OPERATION.matcher(text(exchange, body));
    return operation.find() ? operation.group(1) : "SOAP";
  }

  /** Whether a request of that name changes nothing in a CRM; asking for a token does not. */
  static boolean reads(String name) {
    return name.startsWith("GET ")
        || name.endsWith("/read")
        || name.endsWith("/search")
        || name.contains("/oauth")
        || name.startsWith("query")
        || name.startsWith("get")
        || name.startsWith("describe");
  }

  private static String text(HttpExchange exchange, byte[] body) {
    if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
      return new String(body, StandardCharsets.UTF_8);
    }
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return new String(unpacking.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notPacked) {
      return "";
    }
  }
}

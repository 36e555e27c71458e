package dev.baton.server.http;

import dev.baton.company.CompanyId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request, read whole.
 *
 * @param target path and query exactly as they came
 * @param path the values of the route's {placeholders}
 * @param company whose token was sent, on routes that need one
 * @param visitor who has logged in, on routes that need somebody
 */
public record Question(
    String method,
    String target,
    Map<String, String> path,
    Map<String, String> query,
    Function<String, Optional<String>> header,
    byte[] body,
    Optional<CompanyId> company,
    Optional<Visitor> visitor) {

  /** The company whose token was sent. */
  public CompanyId requiredCompany() {
    return company.orElseThrow(() -> new IllegalStateException("The route needs no token"));
  }

  /** Who has logged in. */
  public Visitor requiredVisitor() {
    return visitor.orElseThrow(() -> new IllegalStateException("The route needs nobody"));
  }

  /** Whether a form of another site was sent: that is not a press of ours, whatever it holds. */
  public boolean fromElsewhere() {
    String site = header.apply("Sec-Fetch-Site").orElse("same-origin");
    return !site.equals("same-origin") && !site.equals("none");
  }

  /** The fields of a submitted form; the last of several equal names counts. */
  public Map<String, String> form() {
    return parts()
        .map(MultipartForm::fields)
        .orElseGet(() -> decode(new String(body, StandardCharsets.UTF_8)));
  }

  /** A file that was sent with a form; empty where none was chosen. */
  public Optional<byte[]> file(String name) {
    return parts().flatMap(form -> form.file(name)).filter(bytes -> bytes.length > 0);
  }

  private Optional<MultipartForm> parts() {
    return MultipartForm.of(header.apply("Content-Type"), body);
  }

  static Map<String, String> decode(String encoded) {
    var fields = new HashMap<String, String>();
    for (String pair : encoded.split("&")) {
      int equals = pair.indexOf('=');
      if (equals <= 0) continue;
      try {
        fields.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      } catch (IllegalArgumentException brokenEscape) {
        throw Problem.badRequest("An address or form has a broken % escape");
      }
    }
    return fields;
  }
}

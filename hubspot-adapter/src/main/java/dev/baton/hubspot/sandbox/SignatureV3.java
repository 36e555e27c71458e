package dev.baton.hubspot.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HubSpot's third way of signing what it sends. */
final class SignatureV3 {
  private static final Pattern CODE = Pattern.compile("%[0-9A-Fa-f]{2}");

  /** The codes that are decoded before signing; all others stay as they are. */
  private static final Map<String, String> DECODED = new LinkedHashMap<>();

  static {
    for (char c : ":/?@!$'()*,;".toCharArray()) {
      DECODED.put(String.format(Locale.ROOT, "%%%02X", (int) c), String.valueOf(c));
    }
  }

  private SignatureV3() {}

  /**
   * Signs a request.
   *
   * @param uri scheme, host, path and query as they are called
   * @param timestamp milliseconds since 1970, as the header has them
   */
  static String of(String secret, String method, String uri, byte[] body, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((method + decoded(uri)).getBytes(StandardCharsets.UTF_8));
      mac.update(body);
      mac.update(timestamp.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  private static String decoded(String uri) {
    return CODE.matcher(uri)
        .replaceAll(
            code ->
                Matcher.quoteReplacement(
                    DECODED.getOrDefault(code.group().toUpperCase(Locale.ROOT), code.group())));
  }
}

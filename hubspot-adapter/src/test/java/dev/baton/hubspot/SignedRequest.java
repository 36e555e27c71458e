package dev.baton.hubspot;

import dev.baton.crm.CrmWebhook.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A webhook request as HubSpot would sign it. */
final class SignedRequest {
  static final String SECRET = "a-client-secret";
  static final String PUBLIC_URL = "https://baton.example";

  private SignedRequest() {}

  static Request of(String target, byte[] body, Instant at) {
    return of(target, body, at, SECRET);
  }

  static Request of(String target, byte[] body, Instant at, String secret) {
    String timestamp = Long.toString(at.toEpochMilli());
    return with(
        target,
        body,
        Map.of(
            HubSpotSignature.TIMESTAMP,
            timestamp,
            HubSpotSignature.SIGNATURE,
            signature(secret, "POST" + PUBLIC_URL + target, body, timestamp)));
  }

  static Request with(String target, byte[] body, Map<String, String> headers) {
    var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    names.putAll(headers);
    return new Request("POST", target, name -> Optional.ofNullable(names.get(name)), body);
  }

  static String signature(String secret, String start, byte[] body, String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(start.getBytes(StandardCharsets.UTF_8));
      mac.update(body);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(timestamp.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}

package dev.baton.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HubSpot's webhooks, signed beforehand: one event each, no two alike. */
final class SignedEvents {
  static final String PUBLIC_URL = "https://baton.example";
  static final String PATH = "/webhooks/hubspot";
  static final String SECRET = "bench-client-secret";
  static final String ACCOUNT = "4711";

  private static final AtomicLong IDS = new AtomicLong();

  private SignedEvents() {}

  static List<byte[]> make(int count) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      var requests = new ArrayList<byte[]>(count);
      for (int i = 0; i < count; i++) requests.add(request(mac));
      return requests;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] request(Mac mac) {
    long now = System.currentTimeMillis();
    long id = IDS.incrementAndGet();
    String body =
        """
        [{"eventId":%d,"subscriptionId":107,"portalId":%s,"appId":9000,"occurredAt":%d,\
        "subscriptionType":"contact.creation","attemptNumber":0,"objectId":%d,\
        "changeFlag":"NEW","changeSource":"FORM"}]"""
            .formatted(id, ACCOUNT, now, 1_000_000 + id);
    mac.update(("POST" + PUBLIC_URL + PATH + body + now).getBytes(StandardCharsets.UTF_8));
    return """
        POST %s HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        User-Agent: HubSpot\r
        X-HubSpot-Request-Timestamp: %d\r
        X-HubSpot-Signature-v3: %s\r
        Content-Length: %d\r
        \r
        %s"""
        .formatted(
            PATH, now, Base64.getEncoder().encodeToString(mac.doFinal()), body.length(), body)
        .getBytes(StandardCharsets.UTF_8);
  }
}

package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good and bad webhooks over the wire, signed here by hand. */
class WebhookApiTest {
  @TempDir static Path data;
  private static Installation acme;
  private static final Browserless sender = new Browserless();
  private static final AtomicLong EVENT_IDS = new AtomicLong(1);

  @BeforeAll
  static void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static URI target() {
    return acme.app().publicUrl().resolve("/webhooks/hubspot");
  }

  private static String signature(String body, long timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(
          new SecretKeySpec(
              acme.sandbox().clientSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(
              mac.doFinal(("POST" + target() + body + timestamp).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static HttpResponse<String> send(String body) {
    long now = Instant.now().toEpochMilli();
    return send(body, signature(body, now), String.valueOf(now));
  }

  private static HttpResponse<String> send(String body, String signature, String timestamp) {
    return sender.send(
        HttpRequest.newBuilder(target())
            .header("X-HubSpot-Signature-v3", signature)
            .header("X-HubSpot-Request-Timestamp", timestamp)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String event(String portal, String type, long object) {
    long id = EVENT_IDS.incrementAndGet();
    return """
        {"eventId":%d,"subscriptionId":1,"portalId":%s,"appId":77,"occurredAt":%d,\
        "subscriptionType":"%s","attemptNumber":0,"objectId":%d,"changeFlag":"NEW"}"""
        .formatted(id, portal, 1_700_000_000_000L + id, type, object);
  }

  private static JsonNode notices() {
    try {
      return new ObjectMapper()
          .readTree(sender.api(acme.app(), "/api/v1/notices?limit=1000").body())
          .get("notices");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static JsonNode latest() {
    return notices().get(0);
  }

  private static void awaitLatest(String state, String note) {
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> latest().get("state").asText() + " " + latest().get("note").asText(),
            said -> said.startsWith(state) && said.contains(note));
  }

  @Test
  void a_request_that_is_not_proved_is_refused_and_nothing_is_stored() throws Exception {
    int before = notices().size();
    String body = "[" + event(Installation.PORTAL, "contact.creation", 1) + "]";
    long now = Instant.now().toEpochMilli();
    byte[] v1 =
        MessageDigest.getInstance("SHA-256")
            .digest((acme.sandbox().clientSecret() + body).getBytes(StandardCharsets.UTF_8));

    assertThat(send(body, "wrong", String.valueOf(now)).statusCode()).isEqualTo(401);
    assertThat(send(body + " ", signature(body, now), String.valueOf(now)).statusCode())
        .isEqualTo(401);
    long old = now - 300_001;
    assertThat(send(body, signature(body, old), String.valueOf(old)).statusCode()).isEqualTo(401);
    long future = now + 400_000;
    assertThat(send(body, signature(body, future), String.valueOf(future)).statusCode())
        .isEqualTo(401);
    assertThat(send(body, signature(body, now), "soon").statusCode()).isEqualTo(401);
    assertThat(sender.send(post(body)).statusCode()).isEqualTo(401);
    assertThat(
            sender
                .send(post(body).header("X-HubSpot-Signature", HexFormat.of().formatHex(v1)))
                .statusCode())
        .isEqualTo(401);

    assertThat(notices()).hasSize(before);
  }

  private static HttpRequest.Builder post(String body) {
    return HttpRequest.newBuilder(target()).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  @Test
  void proved_requests_are_answered_200_whatever_is_in_them() {
    assertThat(send("[]").statusCode()).isEqualTo(200);
    assertThat(send("[" + event("999", "contact.creation", 5) + "]").statusCode()).isEqualTo(200);
    awaitLatest("SKIPPED", "not connected");
    assertThat(send("[" + event(Installation.PORTAL, "moon.rising", 5) + "]").statusCode())
        .isEqualTo(200);
    awaitLatest("SKIPPED", "");
    assertThat(
            send("[" + event(Installation.PORTAL, "contact.creation", 987_654) + "]").statusCode())
        .isEqualTo(200);
    awaitLatest("FAILED", "gone");
  }

  @Test
  void broken_json_with_a_good_signature_is_stored_and_shown_as_failed_with_its_reason() {
    assertThat(send("[{\"eventId\":1,").statusCode()).isEqualTo(200);

    awaitLatest("FAILED", "");
    assertThat(latest().get("note").asText()).isNotBlank();
  }

  @Test
  void deeply_nested_and_huge_json_is_bounded() {
    assertThat(send("[".repeat(50_000)).statusCode()).isEqualTo(200);
    assertThat(send("[{\"a\":\"" + "x".repeat(900_000) + "\"}]").statusCode()).isEqualTo(200);
    assertThat(send("[" + "9".repeat(500_000) + "]").statusCode()).isEqualTo(200);
    awaitLatest("FAILED", "");
  }

  @Test
  void a_body_over_one_mebibyte_is_too_large() {
    String body = " ".repeat((1 << 20) + 1);

    HttpResponse<String> answer = send(body);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("1048576");
  }

  @Test
  void a_hundred_events_in_one_request_are_a_hundred_notices() {
    int before = notices().size();
    String body =
        IntStream.range(0, 100)
            .mapToObj(i -> event(i % 2 == 0 ? "998" : "997", "contact.creation", i))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(send(body).statusCode()).isEqualTo(200);
    assertThat(send(body).statusCode()).isEqualTo(200);

    assertThat(notices()).hasSize(before + 100);
  }
}

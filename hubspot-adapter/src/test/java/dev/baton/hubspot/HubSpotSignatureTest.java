package dev.baton.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.crm.CrmWebhook.Request;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotSignatureTest {
  private static final String KNOWN_SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
  private static final byte[] KNOWN_BODY = "{'example_field':'example_value'}".getBytes(UTF_8);
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final byte[] BODY = "[]".getBytes(UTF_8);

  private final HubSpotSignature signature =
      new HubSpotSignature(URI.create(SignedRequest.PUBLIC_URL), List.of(SignedRequest.SECRET));

  @ParameterizedTest
  @CsvSource({
    "1693657560000, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
    "1700000300000, RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="
  })
  void known_requests_are_proved_by_their_known_signatures(String timestamp, String known) {
    var documented =
        new HubSpotSignature(URI.create("https://www.example.com"), List.of(KNOWN_SECRET));
    Request request = request("/webhook_uri", KNOWN_BODY, timestamp, known);

    assertThat(documented.refusal(request, Instant.ofEpochMilli(Long.parseLong(timestamp))))
        .isEmpty();
  }

  @Test
  void a_request_signed_with_the_client_secret_is_proved() {
    assertThat(signature.refusal(SignedRequest.of("/hooks/hubspot", BODY, AT), AT)).isEmpty();
  }

  @Test
  void header_names_are_found_in_any_case() {
    Request signed = SignedRequest.of("/hooks", BODY, AT);
    Request lower =
        SignedRequest.with(
            "/hooks",
            BODY,
            Map.of(
                "x-hubspot-signature-v3",
                signed.headers().first(HubSpotSignature.SIGNATURE).orElseThrow(),
                "x-hubspot-request-timestamp",
                Long.toString(AT.toEpochMilli())));

    assertThat(signature.refusal(lower, AT)).isEmpty();
  }

  @Test
  void bytes_that_are_no_text_are_signed_as_they_are() {
    byte[] body = {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xc3, 0x28};

    assertThat(signature.refusal(SignedRequest.of("/hooks", body, AT), AT)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 300_000, -300_000})
  void a_request_is_proved_for_five_minutes_either_way(long ageMs) {
    Request request = SignedRequest.of("/hooks", BODY, AT);

    assertThat(signature.refusal(request, AT.plusMillis(ageMs))).isEmpty();
  }

  @Test
  void a_request_older_than_five_minutes_is_refused() {
    Request request = SignedRequest.of("/hooks", BODY, AT);

    assertThat(signature.refusal(request, AT.plusMillis(300_001)).orElseThrow()).contains("older");
  }

  @Test
  void a_request_from_the_far_future_is_refused() {
    Request request = SignedRequest.of("/hooks", BODY, AT);

    assertThat(signature.refusal(request, AT.minusMillis(300_001)).orElseThrow())
        .contains("future");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "soon", "1.7e12", "-1", " 1700000300000", "٣", "99999999999999999999"})
  void a_timestamp_that_is_no_number_is_refused(String timestamp) {
    String signed =
        SignedRequest.signature(
            SignedRequest.SECRET, "POST" + SignedRequest.PUBLIC_URL + "/hooks", BODY, timestamp);

    assertThat(signature.refusal(request("/hooks", BODY, timestamp, signed), AT).orElseThrow())
        .contains("timestamp");
  }

  @Test
  void a_request_without_signature_or_timestamp_is_refused() {
    Request signed = SignedRequest.of("/hooks", BODY, AT);
    String v3 = signed.headers().first(HubSpotSignature.SIGNATURE).orElseThrow();
    String timestamp = Long.toString(AT.toEpochMilli());

    assertThat(signature.refusal(SignedRequest.with("/hooks", BODY, Map.of()), AT)).isPresent();
    assertThat(
            signature.refusal(
                SignedRequest.with("/hooks", BODY, Map.of(HubSpotSignature.SIGNATURE, v3)), AT))
        .isPresent();
    assertThat(
            signature.refusal(
                SignedRequest.with("/hooks", BODY, Map.of(HubSpotSignature.TIMESTAMP, timestamp)),
                AT))
        .isPresent();
  }

  @Test
  void anything_changed_on_the_way_is_refused() {
    Request signed = SignedRequest.of("/hooks?a=1", BODY, AT);
    byte[] other = "[ ]".getBytes(UTF_8);

    assertThat(signature.refusal(changed(signed, "PUT", "/hooks?a=1", BODY), AT)).isPresent();
    assertThat(signature.refusal(changed(signed, "POST", "/hooks?a=2", BODY), AT)).isPresent();
    assertThat(signature.refusal(changed(signed, "POST", "/hooks", BODY), AT)).isPresent();
    assertThat(signature.refusal(changed(signed, "POST", "/hooks?a=1", other), AT)).isPresent();
    assertThat(signature.refusal(changed(signed, "POST", "/hooks?a=1", BODY), AT)).isEmpty();
  }

  @Test
  void another_secret_is_refused_and_the_second_one_accepted_while_both_are_set() {
    Request request = SignedRequest.of("/hooks", BODY, AT, "the-new-secret");
    var rotating =
        new HubSpotSignature(
            URI.create(SignedRequest.PUBLIC_URL), List.of(SignedRequest.SECRET, "the-new-secret"));

    assertThat(signature.refusal(request, AT)).isPresent();
    assertThat(rotating.refusal(request, AT)).isEmpty();
    assertThat(rotating.refusal(SignedRequest.of("/hooks", BODY, AT), AT)).isEmpty();
  }

  @Test
  void signatures_of_version_1_and_2_prove_nothing() throws Exception {
    var sha = java.security.MessageDigest.getInstance("SHA-256");
    String v1 = HexFormat.of().formatHex(sha.digest((SignedRequest.SECRET + "[]").getBytes(UTF_8)));
    String start = SignedRequest.SECRET + "POST" + SignedRequest.PUBLIC_URL + "/hooks[]";
    String v2 = HexFormat.of().formatHex(sha.digest(start.getBytes(UTF_8)));
    for (var signed : Map.of("v1", v1, "v2", v2).entrySet()) {
      var headers = new HashMap<String, String>();
      headers.put("X-HubSpot-Signature", signed.getValue());
      headers.put("X-HubSpot-Signature-Version", signed.getKey());
      headers.put(HubSpotSignature.TIMESTAMP, Long.toString(AT.toEpochMilli()));
      assertThat(signature.refusal(SignedRequest.with("/hooks", BODY, headers), AT)).isPresent();

      headers.put(HubSpotSignature.SIGNATURE, signed.getValue());
      assertThat(signature.refusal(SignedRequest.with("/hooks", BODY, headers), AT)).isPresent();
    }
  }

  @Test
  void the_documented_codes_are_decoded_before_signing_and_no_others() {
    assertThat(
            HubSpotSignature.decoded(
                "%3A%2F%3F%40%21%24%27%28%29%2A%2C%3B%3a%2f%20%25%26%3D%C3%A4"))
        .isEqualTo(":/?@!$'()*,;:/%20%25%26%3D%C3%A4");
    assertThat(HubSpotSignature.decoded("/a%253Ab?c=%2540")).isEqualTo("/a%253Ab?c=%2540");
  }

  @Test
  void a_request_whose_address_was_encoded_is_proved_by_the_decoded_address() {
    String timestamp = Long.toString(AT.toEpochMilli());
    String decoded = "POST" + SignedRequest.PUBLIC_URL + "/hooks?email=ann@example.org&x=%20";
    String signed = SignedRequest.signature(SignedRequest.SECRET, decoded, BODY, timestamp);

    assertThat(
            signature.refusal(
                request("/hooks?email=ann%40example.org&x=%20", BODY, timestamp, signed), AT))
        .isEmpty();
  }

  @Test
  void the_configured_address_is_what_was_signed_whatever_a_proxy_says() {
    Request signed = SignedRequest.of("/hooks", BODY, AT);
    var behindPath =
        new HubSpotSignature(
            URI.create("https://baton.example/inner/"), List.of(SignedRequest.SECRET));

    assertThat(behindPath.refusal(signed, AT)).isPresent();
    assertThat(
            behindPath.refusal(
                changed(SignedRequest.of("/inner/hooks", BODY, AT), "POST", "/hooks", BODY), AT))
        .isEmpty();
  }

  @Test
  void without_a_secret_nothing_can_be_proved() {
    URI url = URI.create(SignedRequest.PUBLIC_URL);

    assertThatThrownBy(() -> new HubSpotSignature(url, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HubSpotSignature(url, List.of("")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Request request(String target, byte[] body, String timestamp, String signed) {
    return SignedRequest.with(
        target,
        body,
        Map.of(HubSpotSignature.TIMESTAMP, timestamp, HubSpotSignature.SIGNATURE, signed));
  }

  private static Request changed(Request from, String method, String target, byte[] body) {
    return new Request(method, target, from.headers(), body);
  }
}

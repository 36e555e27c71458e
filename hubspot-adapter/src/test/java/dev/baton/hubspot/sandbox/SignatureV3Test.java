package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignatureV3Test {
  private static final String SECRET = "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy";
  private static final byte[] BODY =
      "{'example_field':'example_value'}".getBytes(StandardCharsets.UTF_8);

  @ParameterizedTest
  @CsvSource({
    "1693657560000, K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=",
    "1700000300000, RnbPH7+UMKVkbV32P8bz450N4M56aPmcru1+D3kSDtw="
  })
  void a_known_request_has_the_known_signature(String timestamp, String signature) {
    assertThat(
            SignatureV3.of(SECRET, "POST", "https://www.example.com/webhook_uri", BODY, timestamp))
        .isEqualTo(signature);
  }

  @Test
  void the_listed_codes_are_decoded_before_signing_and_no_others() {
    assertThat(sign("https://example.com/a?u=x%40y.z&v=%2Fw%3f%20"))
        .isEqualTo(sign("https://example.com/a?u=x@y.z&v=/w?%20"))
        .isNotEqualTo(sign("https://example.com/a?u=x@y.z&v=/w? "));
  }

  private static String sign(String uri) {
    return SignatureV3.of(SECRET, "POST", uri, BODY, "1");
  }
}

package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.salesforce.sandbox.Caller.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssertionsTest extends SandboxTest {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final KeyPair KEYS = keys();

  private final Caller caller = new Caller(sandbox);

  @Test
  void an_assertion_buys_a_session_of_the_user_it_names() throws Exception {
    sandbox.certificate(KEYS.getPublic());

    Reply granted = assertion(sandbox.consumerKey(), "ann@acme.example", sandbox.api().toString());

    String session = granted.json().path("access_token").asText();
    assertThat(connect(session).getUserInfo().getUserId()).isEqualTo(ann.id());
    assertThat(
            assertion(sandbox.consumerKey(), "ann@acme.example", "https://login.salesforce.com")
                .status())
        .isEqualTo(200);
  }

  @Test
  void an_assertion_of_an_orgs_own_app_opens_that_org_only() throws Exception {
    Org other = sandbox.openOrg("Other");
    other.access().certificate(KEYS.getPublic());
    other.addUser("Zoe Zed", "zoe@other.example");
    String key = other.access().consumerKey();

    assertThat(assertion(key, "zoe@other.example", sandbox.api().toString()).status())
        .isEqualTo(200);
    assertThat(assertion(key, "ann@acme.example", sandbox.api().toString()).error())
        .isEqualTo("invalid_grant");
  }

  @Test
  void an_assertion_is_doubted_for_its_user_audience_time_and_signature() throws Exception {
    String key = sandbox.consumerKey();
    String here = sandbox.api().toString();
    assertThat(doubt(assertion(key, "ann@acme.example", here))).contains("certificate");
    sandbox.certificate(KEYS.getPublic());

    assertThat(doubt(assertion(key, "nobody@acme.example", here))).contains("hasn't approved");
    assertThat(doubt(assertion(key, "ann@acme.example", "https://evil.test"))).contains("audience");
    assertThat(doubt(assertion(key, "ann@acme.example", here, Duration.ZERO, KEYS)))
        .contains("expired");
    assertThat(doubt(assertion(key, "ann@acme.example", here, Duration.ofHours(1), KEYS)))
        .contains("too far");
    assertThat(doubt(assertion(key, "ann@acme.example", here, Duration.ofMinutes(3), keys())))
        .contains("invalid assertion");
    assertThat(assertion("stranger", "ann@acme.example", here).error())
        .isEqualTo("invalid_client_id");
    assertThat(doubt(asserted("no.jwt"))).contains("invalid assertion");
    org.deactivateUser(ann.id());
    assertThat(doubt(assertion(key, "ann@acme.example", here))).contains("inactive user");
  }

  private Reply assertion(String issuer, String subject, String audience) throws Exception {
    return assertion(issuer, subject, audience, Duration.ofMinutes(3), KEYS);
  }

  private Reply assertion(
      String issuer, String subject, String audience, Duration life, KeyPair keys)
      throws Exception {
    String claims =
        "{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d}"
            .formatted(issuer, subject, audience, clock.instant().plus(life).getEpochSecond());
    String signed = base64("{\"alg\":\"RS256\"}") + "." + base64(claims);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return asserted(signed + "." + BASE64.encodeToString(signature.sign()));
  }

  private Reply asserted(String assertion) throws IOException {
    return caller.token(
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer", "assertion", assertion));
  }

  private static String doubt(Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.error()).isEqualTo("invalid_grant");
    return reply.json().path("error_description").asText();
  }

  private static String base64(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}

package dev.baton.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.crm.OAuthTokens;
import dev.baton.salesforce.client.SalesforceAssertion;
import dev.baton.salesforce.client.SalesforceCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceCredentials.JwtBearer;
import dev.baton.salesforce.client.SalesforceGrant;
import dev.baton.salesforce.client.SalesforceLetIn;
import dev.baton.salesforce.client.SalesforceOAuth;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.client.SalesforceWire;
import java.net.URI;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Salesforce is told to let Baton in, to the letter. */
class SalesforceGrantsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TOKEN = "/services/oauth2/token";
  private static final SalesforceCredentials APP = new ClientCredentials("app", "s &cret");
  private static final SalesforceCredentials CONSENT = new Consent("app", "s &cret");
  private static final String GRANTED =
      "{\"access_token\":\"second\",\"instance_url\":\"https://acme.my.salesforce.com\","
          + "\"id\":\"https://login.salesforce.com/id/"
          + OutboundMessage.ORG
          + "/"
          + OutboundMessage.ANN
          + "\",\"token_type\":\"Bearer\"}";

  @RegisterExtension
  static final WireMockExtension SALESFORCE =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(40))
          .build();

  @Test
  void the_code_of_a_consent_is_exchanged_with_its_verifier() {
    SALESFORCE.stubFor(
        post(TOKEN).willReturn(okJson(GRANTED.replace("{", "{\"refresh_token\":\"refresh-1\","))));

    SalesforceGrant granted = oauth(CONSENT).exchanged("c0de", "https://b.example/back", "v");

    assertThat(granted.refresh()).isEqualTo("refresh-1");
    assertThat(granted.toString()).doesNotContain("refresh-1").doesNotContain("second");
    SALESFORCE.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withRequestBody(
                equalTo(
                    "client_id=app&client_secret=s+%26cret&code=c0de&code_verifier=v"
                        + "&grant_type=authorization_code"
                        + "&redirect_uri=https%3A%2F%2Fb.example%2Fback")));
  }

  @Test
  void an_assertion_says_who_baton_works_as_for_three_minutes_and_is_signed() throws Exception {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED)));
    KeyPair keys = keys();
    URI audience = URI.create("https://login.salesforce.com");

    session(
            new JwtBearer("app", "baton@acme.example", audience, keys.getPrivate()),
            new KeptTokens(new OAuthTokens("", Instant.MAX, "")))
        .letIn();

    String body = SALESFORCE.getAllServeEvents().getFirst().getRequest().getBodyAsString();
    assertThat(body)
        .contains("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer")
        .doesNotContain("secret");
    String assertion = URLDecoder.decode(body.replaceAll(".*assertion=([^&]*).*", "$1"), UTF_8);
    String[] parts = assertion.split("\\.");
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(keys.getPublic());
    check.update((parts[0] + "." + parts[1]).getBytes(UTF_8));
    assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.path("iss").asText()).isEqualTo("app");
    assertThat(claims.path("sub").asText()).isEqualTo("baton@acme.example");
    assertThat(claims.path("aud").asText()).isEqualTo("https://login.salesforce.com");
    assertThat(claims.path("exp").asLong()).isEqualTo(NOW.plusSeconds(180).getEpochSecond());
  }

  @Test
  void a_key_is_read_from_pem_and_nothing_else_is_one() throws Exception {
    KeyPair keys = keys();
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----\n";

    assertThat(SalesforceAssertion.key(pem)).isEqualTo(keys.getPrivate());
    for (String bad : List.of("", "canary", pem.substring(0, 200))) {
      assertThatThrownBy(() -> SalesforceAssertion.key(bad))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("canary");
    }
  }

  @Test
  void secrets_are_never_printed() throws Exception {
    var bearer = new JwtBearer("app", "u", URI.create("https://a.example"), keys().getPrivate());

    assertThat(APP + "" + CONSENT + bearer).doesNotContain("cret").doesNotContain("PrivateKey");
    assertThat(SalesforceLetIn.read("https://a.example u secret", URI.create("https://a.example")))
        .hasToString("SalesforceLetIn[hidden, https://a.example]");
  }

  private static SalesforceSession session(SalesforceCredentials credentials, KeptTokens vault) {
    return new SalesforceSession(oauth(credentials), vault);
  }

  private static SalesforceOAuth oauth(SalesforceCredentials credentials) {
    var wire = new SalesforceWire(SalesforceSettings.defaults());
    return new SalesforceOAuth(wire, URI.create(SALESFORCE.baseUrl()), credentials, () -> NOW);
  }

  private static KeyPair keys() throws Exception {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }
}

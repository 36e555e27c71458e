package dev.baton.salesforce;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.crm.OAuthTokens;
import dev.baton.salesforce.client.SalesforceCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceLetIn;
import dev.baton.salesforce.client.SalesforceOAuth;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.client.SalesforceTrouble;
import dev.baton.salesforce.client.SalesforceTrouble.LockedOut;
import dev.baton.salesforce.client.SalesforceTrouble.Unreachable;
import dev.baton.salesforce.client.SalesforceWire;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceSessionTest {
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
  void a_session_that_is_there_is_used_without_asking() {
    SalesforceSession session = session(APP, kept("first"));

    assertThat(session.letIn().token()).isEqualTo("first");
    assertThat(session.letIn().instance()).isEqualTo(URI.create("https://a.example"));
    SALESFORCE.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void the_first_session_is_had_by_the_apps_own_credentials_and_its_address_is_followed() {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED)));
    var vault = new KeptTokens(new OAuthTokens("", Instant.MAX, ""));
    SalesforceSession session = session(APP, vault);

    SalesforceLetIn letIn = session.letIn();

    assertThat(letIn.token()).isEqualTo("second");
    assertThat(letIn.instance()).isEqualTo(URI.create("https://acme.my.salesforce.com"));
    assertThat(session.user()).isEqualTo(OutboundMessage.ANN);
    SALESFORCE.verify(
        1,
        postRequestedFor(urlEqualTo(TOKEN))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withRequestBody(
                equalTo("client_id=app&client_secret=s+%26cret&grant_type=client_credentials")));
    assertThat(session(APP, vault).letIn()).isEqualTo(letIn);
    SALESFORCE.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void consent_is_traded_for_sessions_and_kept() {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED)));
    var vault = new KeptTokens(new OAuthTokens("", Instant.MAX, "refresh-1"));

    session(CONSENT, vault).letIn();

    assertThat(vault.load().refresh()).isEqualTo("refresh-1");
    SALESFORCE.verify(
        postRequestedFor(urlEqualTo(TOKEN))
            .withRequestBody(
                equalTo(
                    "client_id=app&client_secret=s+%26cret&grant_type=refresh_token"
                        + "&refresh_token=refresh-1")));
  }

  @Test
  void a_new_refresh_token_replaces_the_old_one() {
    SALESFORCE.stubFor(
        post(TOKEN).willReturn(okJson(GRANTED.replace("{", "{\"refresh_token\":\"refresh-2\","))));
    var vault = new KeptTokens(new OAuthTokens("", Instant.MAX, "refresh-1"));

    session(CONSENT, vault).letIn();

    assertThat(vault.load().refresh()).isEqualTo("refresh-2");
  }

  @Test
  void twenty_callers_whose_session_was_refused_share_one_renewal() throws Exception {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED).withFixedDelay(100)));
    SalesforceSession session = session(APP, kept("first"));
    SalesforceLetIn first = session.letIn();

    assertThat(atOnce(20, () -> session.insteadOf(first).orElseThrow().token()))
        .containsOnly("second")
        .hasSize(20);
    SALESFORCE.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
    assertThat(session.insteadOf(first).orElseThrow().token()).isEqualTo("second");
    SALESFORCE.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_renewal_by_another_node_is_found_in_the_vault() {
    var vault = new KeptTokens(kept("first").load());
    SalesforceSession session = session(APP, vault);
    SalesforceLetIn first = session.letIn();
    vault.save(new OAuthTokens("https://b.example  other", Instant.MAX, ""));

    assertThat(session.insteadOf(first).orElseThrow().token()).isEqualTo("other");
    assertThat(session.letIn().instance()).isEqualTo(URI.create("https://b.example"));
    SALESFORCE.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_session_that_is_granted_again_as_it_was_is_not_tried_again() {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED.replace("second", "first"))));
    SalesforceSession session = session(APP, kept("first"));

    assertThat(session.insteadOf(session.letIn())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, expired access/refresh token",
    "400, invalid_client_id, client identifier invalid",
    "401, invalid_client, invalid client credentials"
  })
  void a_refused_renewal_needs_a_person(int status, String error, String description) {
    answer(status, error, description);

    assertThatThrownBy(session(APP, kept(""))::letIn)
        .isInstanceOfSatisfying(
            SalesforceFault.class,
            fault -> {
              assertThat(fault.trouble()).isInstanceOf(LockedOut.class);
              assertThat(fault).hasMessageContaining(error).hasMessageContaining(description);
            });
  }

  @Test
  void a_description_that_could_hold_somebodys_data_is_not_told() {
    answer(400, "invalid_grant", "ann@example.org is unknown");

    assertThatThrownBy(session(APP, kept(""))::letIn)
        .hasMessageContaining("invalid_grant")
        .hasMessageNotContaining("ann");
  }

  @ParameterizedTest
  @CsvSource({
    "400, unknown_error, retry your request",
    "400, invalid_grant, login rate exceeded",
    "429, '', ''",
    "500, server_error, x",
    "503, '', ''"
  })
  void a_renewal_that_fails_for_now_needs_no_person_and_is_tried_again(
      int status, String error, String description) {
    answer(status, error, description);
    SalesforceSession session = session(APP, kept(""));

    assertThat(trouble(session)).isInstanceOf(Unreachable.class);
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(GRANTED)));
    assertThat(session.letIn().token()).isEqualTo("second");
  }

  @Test
  void a_renewal_whose_connection_breaks_is_sent_once() {
    SALESFORCE.stubFor(
        post(TOKEN).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertThat(trouble(session(APP, kept("")))).isInstanceOf(Unreachable.class);
    SALESFORCE.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "nonsense",
        "{\"access_token\":\"x\",\"instance_url\":\"ftp://a.example\"}",
        "{\"access_token\":\"x\",\"instance_url\":\"/relative\"}",
        "{\"access_token\":\"x y\",\"instance_url\":\"https://a.example\"}"
      })
  void an_answer_without_a_session_or_a_safe_address_is_none(String body) {
    SALESFORCE.stubFor(post(TOKEN).willReturn(okJson(body)));

    assertThat(trouble(session(APP, kept("")))).isInstanceOf(Unreachable.class);
  }

  @Test
  void without_a_consent_nobody_is_asked() {
    assertThat(trouble(session(CONSENT, kept("")))).isInstanceOf(LockedOut.class);
    SALESFORCE.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  private static SalesforceTrouble trouble(SalesforceSession session) {
    try {
      session.letIn();
    } catch (SalesforceFault fault) {
      return fault.trouble();
    }
    throw new AssertionError("let in");
  }

  private static void answer(int status, String error, String description) {
    String body = "{\"error\":\"%s\",\"error_description\":\"%s\"}".formatted(error, description);
    SALESFORCE.stubFor(post(TOKEN).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private static KeptTokens kept(String token) {
    String access = token.isEmpty() ? "" : "https://a.example  " + token;
    return new KeptTokens(new OAuthTokens(access, Instant.MAX, ""));
  }

  private static SalesforceSession session(SalesforceCredentials credentials, KeptTokens vault) {
    return new SalesforceSession(oauth(credentials), vault);
  }

  private static SalesforceOAuth oauth(SalesforceCredentials credentials) {
    var wire = new SalesforceWire(SalesforceSettings.defaults());
    return new SalesforceOAuth(wire, URI.create(SALESFORCE.baseUrl()), credentials, () -> NOW);
  }

  private static List<String> atOnce(int callers, Supplier<String> call) throws Exception {
    var ready = new CountDownLatch(callers);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return call.get();
                }));
      }
      List<String> tokens = new ArrayList<>();
      for (Future<String> answer : answers) tokens.add(answer.get());
      return tokens;
    }
  }
}

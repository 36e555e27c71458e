package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotOAuth;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.client.HubSpotTrouble.LockedOut;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import dev.baton.hubspot.client.HubSpotTrouble.Unreachable;
import dev.baton.hubspot.client.HubSpotWire;
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

class HubSpotSessionTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TOKEN = "/oauth/2026-03/token";
  private static final String RENEWED =
      "{\"access_token\":\"second\",\"expires_in\":1800,\"token_type\":\"bearer\"}";

  @RegisterExtension
  static final WireMockExtension HUBSPOT =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1").containerThreads(40))
          .build();

  private Instant now = NOW;

  @Test
  void a_token_that_lasts_is_used_without_asking() {
    assertThat(session(tokens("first", 61)).token()).isEqualTo("first");
    HUBSPOT.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_token_is_renewed_a_minute_before_its_end_and_kept() {
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson(RENEWED)));
    var vault = new KeptTokens(tokens("first", 60));

    assertThat(session(vault).token()).isEqualTo("second");

    assertThat(vault.saved())
        .containsExactly(new OAuthTokens("second", NOW.plusSeconds(1800), "refresh-1"));
    HUBSPOT.verify(
        1,
        postRequestedFor(urlEqualTo(TOKEN))
            .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
            .withoutHeader("Authorization")
            .withRequestBody(
                equalTo(
                    "client_id=app&client_secret=s%20%26cret&grant_type=refresh_token"
                        + "&refresh_token=refresh-1")));
  }

  @Test
  void a_new_refresh_token_replaces_the_old_one() {
    HUBSPOT.stubFor(
        post(TOKEN).willReturn(okJson(RENEWED.replace("{", "{\"refresh_token\":\"refresh-2\","))));
    var vault = new KeptTokens(tokens("first", 0));

    session(vault).token();

    assertThat(vault.load().refresh()).isEqualTo("refresh-2");
  }

  @Test
  void a_renewed_token_is_used_until_it_ends_in_turn() {
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson(RENEWED)));
    HubSpotSession session = session(tokens("first", 0));

    session.token();
    now = NOW.plusSeconds(1739);
    session.token();
    HUBSPOT.verify(1, postRequestedFor(urlEqualTo(TOKEN)));

    now = NOW.plusSeconds(1740);
    session.token();
    HUBSPOT.verify(2, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void twenty_callers_at_once_share_one_renewal_before_the_end() throws Exception {
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson(RENEWED).withFixedDelay(100)));
    HubSpotSession session = session(tokens("first", 0));

    assertThat(atOnce(20, session::token)).containsOnly("second").hasSize(20);
    HUBSPOT.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void twenty_callers_whose_token_was_refused_share_one_renewal() throws Exception {
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson(RENEWED).withFixedDelay(100)));
    HubSpotSession session = session(tokens("first", 900));

    assertThat(atOnce(20, () -> session.insteadOf("first").orElseThrow()))
        .containsOnly("second")
        .hasSize(20);
    HUBSPOT.verify(1, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_renewal_by_another_node_is_found_in_the_vault() {
    var vault = new KeptTokens(tokens("first", 900));
    HubSpotSession session = session(vault);
    session.token();
    vault.save(tokens("by another node", 900));

    assertThat(session.insteadOf("first")).contains("by another node");
    assertThat(session.token()).isEqualTo("by another node");
    HUBSPOT.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_fixed_token_is_never_renewed() {
    HubSpotSession session = session(OAuthTokens.fixed("service-key"));

    assertThat(session.token()).isEqualTo("service-key");
    assertThat(session.insteadOf("service-key")).isEmpty();
    HUBSPOT.verify(0, postRequestedFor(urlEqualTo(TOKEN)));
  }

  @Test
  void a_fixed_token_that_was_changed_in_the_vault_is_taken_up() {
    var vault = new KeptTokens(OAuthTokens.fixed("old-key"));
    HubSpotSession session = session(vault);
    session.token();
    vault.save(OAuthTokens.fixed("new-key"));

    assertThat(session.insteadOf("old-key")).contains("new-key");
  }

  @ParameterizedTest
  @CsvSource({"400, invalid_grant", "400, invalid_request", "401, invalid_client"})
  void a_refused_renewal_needs_a_person(int status, String error) {
    HUBSPOT.stubFor(
        post(TOKEN)
            .willReturn(
                aResponse()
                    .withStatus(status)
                    .withBody(
                        "{\"error\":\"" + error + "\",\"error_description\":\"refresh-1\"}")));
    HubSpotSession session = session(tokens("first", 0));

    assertThatThrownBy(session::token)
        .isInstanceOfSatisfying(
            HubSpotFault.class,
            fault -> {
              assertThat(fault.trouble()).isInstanceOf(LockedOut.class);
              assertThat(fault).hasMessageContaining(error);
              assertThat(fault.toString()).doesNotContain("refresh-1").doesNotContain("cret");
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void a_renewal_that_fails_for_now_needs_no_person_and_is_tried_again(int status) {
    HUBSPOT.stubFor(post(TOKEN).willReturn(aResponse().withStatus(status)));
    HubSpotSession session = session(tokens("first", 0));

    assertThatThrownBy(session::token)
        .isInstanceOfSatisfying(
            HubSpotFault.class, fault -> assertThat(fault.trouble()).isInstanceOf(Refused.class));
    now = NOW.plusSeconds(60);
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson(RENEWED)));
    assertThat(session.token()).isEqualTo("second");
  }

  @Test
  void an_answer_without_a_token_is_no_token() {
    HUBSPOT.stubFor(post(TOKEN).willReturn(okJson("{}")));

    assertThatThrownBy(session(tokens("first", 0))::token)
        .isInstanceOfSatisfying(
            HubSpotFault.class,
            fault -> assertThat(fault.trouble()).isInstanceOf(Unreachable.class));
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

  private HubSpotSession session(OAuthTokens tokens) {
    return session(new KeptTokens(tokens));
  }

  private HubSpotSession session(KeptTokens vault) {
    HubSpotSettings settings = HubSpotSettings.defaults().at(URI.create(HUBSPOT.baseUrl()));
    var wire = new HubSpotWire(settings, settings.budget(), () -> now);
    return new HubSpotSession(new HubSpotOAuth(wire, "app", "s &cret"), vault, () -> now);
  }

  private static OAuthTokens tokens(String access, long lastsSeconds) {
    return new OAuthTokens(access, NOW.plusSeconds(lastsSeconds), "refresh-1");
  }
}

package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the table of refusals, over the wire. */
class HubSpotFaultsTest {
  private static final CrmRecord RECORD = new CrmRecord(new ConnectionId("hub"), "contacts", "501");
  private static final SetOwner WRITE = new SetOwner(RECORD, "77");

  @RegisterExtension
  static final WireMockExtension HUBSPOT =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private Instant now = Instant.parse("2026-11-22T10:00:00Z");
  private HubSpotConnector connector;

  @BeforeEach
  void connect() {
    connector = connector(HubSpotSettings.defaults());
  }

  @ParameterizedTest
  @CsvSource({
    "TEN_SECONDLY_ROLLING, 10",
    "SECONDLY, 1",
    "DAILY, 3600",
    "SOMETHING_NEW, 10",
  })
  void too_many_calls_wait_as_long_as_the_limit_that_was_hit(String policy, long seconds) {
    answer(429, "{\"errorType\":\"RATE_LIMIT\",\"policyName\":\"" + policy + "\"}");

    var again = (TryAgain) write();

    assertThat(again.everything()).isTrue();
    assertThat(again.notBefore()).contains(Duration.ofSeconds(seconds));
  }

  @Test
  void after_too_many_calls_nobody_is_asked_before_the_time() {
    answer(429, "{\"policyName\":\"TEN_SECONDLY_ROLLING\"}");
    write();
    HUBSPOT.stubFor(any(anyUrl()).willReturn(okJson("{}")));

    now = now.plusSeconds(4);
    var waiting = (TryAgain) write();
    assertThat(waiting.notBefore()).contains(Duration.ofSeconds(6));
    assertThat(waiting.everything()).isTrue();
    HUBSPOT.verify(1, anyRequestedFor(anyUrl()));

    now = now.plusSeconds(6);
    assertThat(write()).isInstanceOf(Written.class);
  }

  @Test
  void a_time_that_hubspot_names_counts_more_than_the_policy() {
    HUBSPOT.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse()
                    .withStatus(429)
                    .withHeader("Retry-After", "42")
                    .withBody("{\"policyName\":\"DAILY\"}")));

    assertThat(((TryAgain) write()).notBefore()).contains(Duration.ofSeconds(42));
  }

  @Test
  void no_more_than_the_share_of_the_budget_is_called_in_ten_seconds() {
    HUBSPOT.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    for (int i = 0; i < 77; i++) assertThat(write()).isInstanceOf(Written.class);

    assertThat(((TryAgain) write()).notBefore()).contains(Duration.ofSeconds(10));
    HUBSPOT.verify(77, anyRequestedFor(anyUrl()));
    assertThatThrownBy(() -> connector.read(List.of(RECORD)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class,
            thrown -> {
              assertThat(thrown.notBefore()).contains(Duration.ofSeconds(10));
              assertThat(thrown.needsPerson()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"'', 2", "1, 2", "5, 5", "soon, 2"})
  void a_locked_record_alone_waits_two_seconds_at_least(String retryAfter, long seconds) {
    answer(aResponse().withStatus(423).withHeader("Retry-After", retryAfter));

    assertThat(write())
        .isEqualTo(
            new TryAgain("HubSpot answered 423", Optional.of(Duration.ofSeconds(seconds)), false));
    HUBSPOT.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    assertThat(write()).isInstanceOf(Written.class);
  }

  @Test
  void an_account_that_is_being_moved_is_left_alone_for_the_time_it_names() {
    answer(aResponse().withStatus(477).withHeader("Retry-After", "600"));

    assertThat(write())
        .isEqualTo(new TryAgain("HubSpot answered 477", Optional.of(Duration.ofMinutes(10)), true));
    now = now.plusSeconds(599);
    write();
    HUBSPOT.verify(1, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504, 521})
  void a_crm_in_trouble_is_tried_again(int status) {
    answer(status, "<html>Oops</html>");

    assertThat(((TryAgain) write()).everything()).isTrue();
    assertUnavailable(false);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void a_broken_connection_is_tried_again(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(((TryAgain) write()).everything()).isTrue();
    assertUnavailable(false);
  }

  @Test
  void an_answer_that_takes_too_long_is_tried_again() {
    connector = connector(HubSpotSettings.defaults().patientFor(Duration.ofMillis(150)));
    answer(aResponse().withFixedDelay(60_000));

    assertThat(((TryAgain) write()).why()).contains("in time");
  }

  @Test
  void an_answer_that_begins_and_never_ends_is_tried_again() {
    connector = connector(HubSpotSettings.defaults().patientFor(Duration.ofMillis(150)));
    answer(okJson("{\"id\":\"501\"}").withChunkedDribbleDelay(4, 60_000));

    assertThat(((TryAgain) write()).why()).contains("in time");
  }

  @Test
  void a_crm_nobody_listens_for_is_tried_again() {
    connector = connector(HubSpotSettings.defaults().at(URI.create("http://127.0.0.1:1")));

    assertThat(((TryAgain) write()).everything()).isTrue();
  }

  @Test
  void an_answer_that_is_not_json_may_have_been_done_and_is_tried_again() {
    answer(200, "<html>Welcome</html>");

    assertThat(write()).isInstanceOf(TryAgain.class);
  }

  @Test
  void a_redirect_is_not_followed_so_the_token_goes_nowhere_else() {
    answer(aResponse().withStatus(307).withHeader("Location", HUBSPOT.baseUrl() + "/elsewhere"));

    assertThat(write()).isInstanceOf(TryAgain.class);
    HUBSPOT.verify(1, anyRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @CsvSource({
    "401, NO_ACCESS",
    "403, NO_ACCESS",
    "404, RECORD_GONE",
    "400, VALIDATION",
    "409, VALIDATION",
    "415, VALIDATION"
  })
  void what_no_waiting_helps_needs_a_person(int status, Cause cause) {
    answer(status, "{\"category\":\"SOME_CATEGORY\",\"message\":\"Not like this\"}");

    assertThat(write())
        .isEqualTo(
            new NeedsPerson(cause, "HubSpot answered " + status + " SOME_CATEGORY: Not like this"));
    if (status != 404) assertUnavailable(true);
  }

  @Test
  void a_record_that_is_not_found_in_a_body_is_gone() {
    answer(400, "{\"category\":\"OBJECT_NOT_FOUND\"}");

    assertThat(((NeedsPerson) write()).cause()).isEqualTo(Cause.RECORD_GONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"category\":\"VALIDATION_ERROR\",\"message\":\"Owner 77 does not exist\"}",
        "{\"message\":\"hubspot_owner_id 77 is not valid\"}",
        "{\"message\":\"Property values were not valid: [{\\\"isValid\\\":false,\\\"message\\\":\\\"77 was"
            + " not one of the allowed options\\\",\\\"error\\\":\\\"INVALID_OPTION\\\",\\\"name\\\":\\\"hubspot_owner_id\\\"}]\"}",
        "{\"message\":\"Property values were not valid\",\"errors\":[{\"message\":\"77 is an inactive owner\"}]}",
        "{\"errors\":[{\"code\":\"INVALID_OWNER_ID\",\"context\":{\"propertyName\":[\"hubspot_owner_id\"]}}]}"
      })
  void an_owner_who_does_not_exist_or_has_left_is_named_as_such(String body) {
    answer(400, body);

    assertThat(((NeedsPerson) write()).cause()).isEqualTo(Cause.INACTIVE_OWNER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"message\":\"A rule forbids changing hubspot_owner_id\"}",
        "{\"message\":\"Only the owner may do that. The date is invalid\"}",
        "{\"message\":\"Not valid: [{\\\"error\\\":\\\"INVALID_OPTION\\\",\\\"name\\\":\\\"hs_lead_status\\\"},{\\\"name\\\":\\\"hubspot_owner_id\\\"}]\"}"
      })
  void a_rule_about_owners_is_not_an_owner_who_left(String body) {
    answer(400, body);

    assertThat(((NeedsPerson) write()).cause()).isEqualTo(Cause.VALIDATION);
  }

  private void assertUnavailable(boolean needsPerson) {
    assertThatThrownBy(() -> connector.read(List.of(RECORD)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class,
            thrown -> assertThat(thrown.needsPerson()).isEqualTo(needsPerson));
    assertThatThrownBy(() -> connector.users()).isInstanceOf(CrmUnavailable.class);
  }

  private WriteResult write() {
    return connector.write(WRITE, 1);
  }

  private static void answer(int status, String body) {
    answer(aResponse().withStatus(status).withBody(body));
  }

  private static void answer(ResponseDefinitionBuilder response) {
    HUBSPOT.stubFor(any(anyUrl()).willReturn(response));
  }

  private HubSpotConnector connector(HubSpotSettings settings) {
    URI api = URI.create(HUBSPOT.baseUrl());
    boolean elsewhere = !settings.api().equals(HubSpotSettings.defaults().api());
    return new HubSpotConnector(
        RECORD.connection(),
        elsewhere ? settings : settings.at(api),
        "",
        "",
        new KeptTokens(OAuthTokens.fixed("a-service-key")),
        () -> now);
  }
}

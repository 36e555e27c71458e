package dev.baton.hubspot.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotRefusalTest {
  @Test
  void reasons_name_properties_and_codes_but_nobodys_data() {
    Refused refused =
        read(
            """
            {"status":"error","category":"VALIDATION_ERROR","correlationId":"c-1",
             "message":"Ring ann@example.org at +1 555 0100 now: [{\\"isValid\\":false,\\"message\\":\\"Ann Example was not valid\\",\\"error\\":\\"INVALID_EMAIL\\",\\"name\\":\\"email\\",\\"propertyValue\\":\\"ann@\\"}]",
             "errors":[{"message":"Ann is wrong","code":"BAD_PHONE","context":{"propertyName":["phone"],"value":["555"]}}]}""");

    assertThat(refused.why())
        .isEqualTo(
            "HubSpot answered 400 VALIDATION_ERROR: Ring … at … now"
                + " (BAD_PHONE, phone, INVALID_EMAIL, email)");
    assertThat(refused.correlationId()).contains("c-1");
  }

  @ParameterizedTest
  @CsvSource({
    "Ann Example was not one of the allowed options, … was not one of the allowed options",
    "Ann Example is an invalid name, … is an invalid name",
    "Harbour St. 5 is already taken, … is already taken",
    "Call 'Ann' or \"Bob\", Call",
    "Value “Ann” refused, Value",
    "This app hasn't been granted all required scopes, This app hasn't been granted all required scopes",
  })
  void a_message_is_told_without_the_value_it_complains_about(String message, String told) {
    String body = new ObjectMapper().createObjectNode().put("message", message).toString();

    assertThat(read(body).message()).contains(told);
  }

  @Test
  void a_message_without_end_is_cut() {
    assertThat(read("{\"message\":\"" + "long ".repeat(1_000) + "\"}").message().orElseThrow())
        .hasSizeLessThan(210);
  }

  @Test
  void missing_scopes_are_named() {
    Refused refused =
        read(
            """
            {"category":"MISSING_SCOPES",
             "errors":[{"context":{"requiredScopes":["crm.objects.leads.write"]}}]}""");

    assertThat(refused.details()).containsExactly("crm.objects.leads.write");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "7", "\"no\"", "null", "{\"errors\":7,\"context\":[]}"})
  void an_answer_of_any_shape_is_a_refusal(String body) {
    assertThat(read(body))
        .isEqualTo(
            new Refused(
                400,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                false,
                Optional.empty(),
                Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({"-1, 10", "0, 10", "7, 7", "999999, 86400", "Wed 21 Oct 2026, 10", "1.5, 10"})
  void a_wait_that_makes_no_sense_is_not_taken(String retryAfter, long seconds) {
    Refused refused =
        HubSpotRefusal.read(429, MissingNode.getInstance(), Optional.of(retryAfter), "");

    assertThat(refused.retryAfter()).contains(Duration.ofSeconds(seconds));
  }

  private static Refused read(String body) {
    try {
      return HubSpotRefusal.read(400, new ObjectMapper().readTree(body), Optional.empty(), "");
    } catch (IOException broken) {
      throw new IllegalArgumentException(body, broken);
    }
  }
}

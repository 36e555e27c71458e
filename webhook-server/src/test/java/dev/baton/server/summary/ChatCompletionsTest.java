package dev.baton.server.summary;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.baton.lead.Summarizer.Outcome;
import dev.baton.lead.Summarizer.Outcome.Refused;
import dev.baton.lead.Summarizer.Outcome.Said;
import dev.baton.lead.Summarizer.Outcome.TryAgain;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire to a language model, and what is made of its answer. */
class ChatCompletionsTest {
  private static final String KEY = "canary-key";

  private WireMockServer wire;

  @BeforeEach
  void open() {
    wire = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    wire.start();
  }

  @AfterEach
  void close() {
    wire.stop();
  }

  private LanguageModel model(String key) {
    return new LanguageModel(
        URI.create(wire.baseUrl() + "/v1/chat/completions"), key, "small-model");
  }

  private Outcome ask(String text) {
    return new ChatCompletions(model(KEY)).summarize(text);
  }

  private void answers(ResponseDefinitionBuilder answer) {
    wire.stubFor(any(anyUrl()).willReturn(answer));
  }

  private static ResponseDefinitionBuilder saying(String content) {
    return aResponse()
        .withStatus(200)
        .withHeader("Content-Type", "application/json")
        .withBody(
            "{\"id\":\"1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                + content
                + "},\"finish_reason\":\"stop\"}],\"usage\":{}}");
  }

  private LoggedRequest asked() {
    List<LoggedRequest> all = wire.findAll(anyRequestedFor(anyUrl()));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void it_is_asked_with_a_task_of_ours_and_the_lead_as_text() throws IOException {
    answers(saying("\"Wants a \\\"villa\\\"\\n at the harbour\""));

    assertThat(ask("A villa, \"please\"\nsoon"))
        .isEqualTo(new Said("Wants a \"villa\"\n at the harbour"));

    assertThat(asked().getMethod().value()).isEqualTo("POST");
    assertThat(asked().getUrl()).isEqualTo("/v1/chat/completions");
    assertThat(asked().getHeader("Authorization")).isEqualTo("Bearer " + KEY);
    assertThat(asked().getHeader("Content-Type")).isEqualTo("application/json");
    JsonNode json = new ObjectMapper().readTree(asked().getBody());
    assertThat(json.at("/model").asText()).isEqualTo("small-model");
    assertThat(json.at("/temperature").asInt(-1)).isZero();
    assertThat(json.at("/max_tokens").asInt()).isPositive();
    assertThat(json.at("/messages")).hasSize(2);
    assertThat(json.at("/messages/0/role").asText()).isEqualTo("system");
    assertThat(json.at("/messages/0/content").asText())
        .contains("a stranger", "[…]")
        .doesNotContain("\n");
    assertThat(json.at("/messages/1/role").asText()).isEqualTo("user");
    assertThat(json.at("/messages/1/content").asText()).isEqualTo("A villa, \"please\"\nsoon");
  }

  @Test
  void a_model_of_ones_own_needs_no_key() {
    answers(saying("\"Wants a villa\""));

    assertThat(new ChatCompletions(model("")).summarize("A villa")).isInstanceOf(Said.class);

    assertThat(asked().containsHeader("Authorization")).isFalse();
  }

  @Test
  void what_can_be_otherwise_next_time_is_tried_again_and_a_text_that_is_refused_is_not() {
    for (int status : List.of(401, 403, 404, 408, 429, 500, 503, 529)) {
      answers(aResponse().withStatus(status).withBody(KEY));
      assertThat(ask("A villa")).isEqualTo(new TryAgain("The answer is " + status));
    }
    for (int status : List.of(400, 413, 422)) {
      answers(aResponse().withStatus(status).withBody(KEY));
      assertThat(ask("A villa")).isEqualTo(new Refused("The answer is " + status));
    }
  }

  @Test
  void nobody_is_followed_anywhere() {
    answers(aResponse().withStatus(307).withHeader("Location", wire.baseUrl() + "/elsewhere"));

    assertThat(ask("A villa")).isEqualTo(new TryAgain("The answer is 307"));

    assertThat(asked().getUrl()).isEqualTo("/v1/chat/completions");
  }

  @Test
  void an_answer_that_is_not_one_is_no_summary() {
    for (String body :
        List.of(
            "",
            "<html>busy</html>",
            "[]",
            "{}",
            "{\"choices\":[]}",
            "{\"choices\":[{\"message\":{}}]}",
            "[".repeat(5_000))) {
      answers(aResponse().withStatus(200).withBody(body));
      assertThat(ask("A villa")).as(body).isEqualTo(new TryAgain("The answer cannot be read"));
    }
    for (String content : List.of("null", "7", "{\"a\":1}", "[{\"text\":\"x\"}]")) {
      answers(saying(content));
      assertThat(ask("A villa")).as(content).isEqualTo(new TryAgain("The answer cannot be read"));
    }
  }

  @Test
  void of_an_answer_without_end_no_more_is_read_than_a_summary_can_need() {
    answers(saying("\"" + "x".repeat(ChatCompletions.LONGEST_ANSWER) + "\""));
    assertThat(ask("A villa")).isEqualTo(new TryAgain("No answer: TooLong"));

    answers(saying("\"" + "x".repeat(ChatCompletions.LONGEST_ANSWER - 1_000) + "\""));
    assertThat(ask("A villa")).isInstanceOf(Said.class);
  }

  @Test
  void a_connection_that_breaks_is_tried_again() {
    for (Fault fault :
        List.of(
            Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE, Fault.MALFORMED_RESPONSE_CHUNK)) {
      answers(aResponse().withFault(fault));
      assertThat(ask("A villa")).as(fault.name()).isInstanceOf(TryAgain.class);
    }
    int port = wire.port();
    wire.stop();
    var nobody = new LanguageModel(URI.create("http://127.0.0.1:" + port + "/"), KEY, "m");
    assertThat(new ChatCompletions(nobody).summarize("A villa"))
        .isEqualTo(new TryAgain("No answer: ConnectException"));
  }

  @Test
  void whoever_waits_is_not_kept_when_the_server_stops() {
    Thread.currentThread().interrupt();
    try {
      assertThat(ask("A villa")).isEqualTo(new TryAgain("The server stops"));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void the_key_stays_out_of_logs() {
    assertThat(model(KEY).toString() + new ChatCompletions(model(KEY)))
        .contains("small-model")
        .doesNotContain(KEY);
  }
}

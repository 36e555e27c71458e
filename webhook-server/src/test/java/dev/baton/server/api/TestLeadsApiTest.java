package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test lead through HubSpot, from the request to the last trace of it. */
class TestLeadsApiTest {
  private static final String TEST_LEAD = "/api/v1/connections/acme-hubspot/test-lead";

  @TempDir Path data;
  private Installation acme;
  private Program program;
  private final Browserless person = new Browserless();

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").catchall("kim").start();
    program = new Program(acme);
  }

  @AfterEach
  void close() {
    acme.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }

  private JsonNode send(String body) throws Exception {
    HttpResponse<String> answer = program.post(TEST_LEAD, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return new ObjectMapper().readTree(answer.body());
  }

  private JsonNode look(JsonNode test) {
    return Program.read(program.get(test.get("watch").asText()));
  }

  private JsonNode finished(JsonNode test) {
    return soon().until(() -> look(test), seen -> seen.get("finished").asBoolean());
  }

  private HttpResponse<String> delete(JsonNode test) {
    return person.send(
        HttpRequest.newBuilder(acme.app().address().resolve(test.get("watch").asText()))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .method("DELETE", BodyPublishers.noBody()));
  }

  private static List<String> steps(JsonNode seen) {
    return seen.get("steps").findValuesAsText("step");
  }

  @Test
  void each_step_to_the_first_offer_is_told_and_nothing_is_left_afterwards() throws Exception {
    JsonNode test = send("{}");

    JsonNode seen = finished(test);

    assertThat(steps(seen)).containsExactly("CREATED", "TOLD", "TAKEN_IN", "OFFERED", "AGENT_TOLD");
    assertThat(seen.get("passed").asBoolean()).isTrue();
    assertThat(seen.at("/steps/3/what").asText()).startsWith("It was offered to ann, until ");

    assertThat(delete(test).statusCode()).isEqualTo(200);
    soon().until(() -> steps(look(test)).contains("CLEANED_UP"));
    String contact = test.get("recordId").asText();
    assertThat(acme.portal().record("contacts", contact)).isEmpty();
    String lead = seen.get("lead").asText();
    soon().until(() -> program.file(lead).get("state").asText().equals("ENDED"));
    soon()
        .until(
            () ->
                program.file(lead).get("deliveries").findValuesAsText("state").stream()
                    .allMatch(List.of("DONE", "SUPERSEDED")::contains));
    assertThat(delete(test).statusCode()).as("again").isEqualTo(200);
  }

  @Test
  void a_lead_nobody_in_line_gets_comes_with_everybodys_reason() throws Exception {
    JsonNode seen = finished(send("{\"words\":\"nothing anybody holds a tag of\"}"));

    assertThat(steps(seen))
        .containsExactly("CREATED", "TOLD", "TAKEN_IN", "NOT_OFFERED", "AGENT_TOLD");
    assertThat(seen.at("/steps/3/what").asText()).contains("The catchall was told: kim");
    assertThat(seen.at("/steps/3/because"))
        .extracting(JsonNode::asText)
        .anyMatch(s -> s.startsWith("ann "));
    assertThat(seen.get("passed").asBoolean()).isTrue();
  }

  @Test
  void while_the_crm_tells_nothing_it_is_said_where_to_look() throws Exception {
    acme.sandbox().webhooks().target(acme.app().publicUrl().resolve("/webhooks/nowhere"));
    JsonNode test = send("{}");

    JsonNode seen = look(test);

    assertThat(steps(seen)).containsExactly("CREATED");
    assertThat(seen.get("finished").asBoolean()).isFalse();
    assertThat(seen.get("advice"))
        .extracting(JsonNode::asText)
        .anyMatch(line -> line.contains("public-url"))
        .anyMatch(line -> line.contains("subscription"));
    assertThat(delete(test).statusCode()).isEqualTo(200);
    assertThat(acme.portal().record("contacts", test.get("recordId").asText())).isEmpty();
  }

  @Test
  void a_record_that_is_no_test_lead_is_left_alone() {
    String customer = acme.leadArrives();
    String path = TEST_LEAD + "/mfa1b2c3-contacts-" + customer;

    person.send(
        HttpRequest.newBuilder(acme.app().address().resolve(path))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .method("DELETE", BodyPublishers.noBody()));

    assertThat(acme.portal().record("contacts", customer)).isPresent();
    Program.problem(program.get(TEST_LEAD + "/nonsense"), 404);
    Program.problem(program.post("/api/v1/connections/other/test-lead", "{}"), 404);
  }

  @Test
  void a_dry_run_creates_nothing() {
    acme.portal().withdrawAccess();

    JsonNode told =
        Program.read(program.post("/api/v1/connections/acme-hubspot/connect?dryRun=true", ""));

    assertThat(told.get("ready").asBoolean()).isFalse();
    assertThat(told.at("/findings/0/advice").asText()).isNotBlank();
    assertThat(Program.read(program.get("/api/v1/connections")).at("/connections/0/crm").asText())
        .isEqualTo("hubspot");
  }
}

package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What went in and out, as a program sees it, and once more where it says so. */
class DeliveriesApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Installation acme;
  private static final Browserless person = new Browserless();

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static HttpResponse<String> get(String path) {
    return person.api(acme.app(), "/api/v1/deliveries" + path);
  }

  private static HttpResponse<String> post(String path, String body) {
    return person.send(
        HttpRequest.newBuilder(acme.app().address().resolve("/api/v1/deliveries" + path))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .POST(BodyPublishers.ofString(body)));
  }

  private static JsonNode read(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return JSON.readTree(answer.body());
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static String idOf(String contact) {
    JsonNode leads = read(person.api(acme.app(), "/api/v1/leads?limit=100")).get("leads");
    for (JsonNode lead : leads) {
      if (lead.get("recordId").asText().equals(contact)) return lead.get("id").asText();
    }
    return "";
  }

  private static JsonNode first(String query) {
    return await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> read(get(query)).get("deliveries"), found -> !found.isEmpty())
        .get(0);
  }

  private static String leadWithTask() {
    String contact = acme.leadArrives();
    String lead =
        await().atMost(Duration.ofSeconds(15)).until(() -> idOf(contact), id -> !id.isEmpty());
    first("?state=DONE&lead=" + lead);
    return lead;
  }

  private static TreeSet<String> fields(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void the_task_of_an_offer_is_shown_with_its_tries_and_nothing_of_the_customer()
      throws IOException {
    JsonNode listed = first("?state=DONE&lead=" + leadWithTask());
    HttpResponse<String> answer = get("/out/" + listed.get("id").asText());

    JsonNode task = read(answer);
    assertThat(task.get("what").asText()).isEqualTo("Task of offer 1 for ann");
    assertThat(task.at("/tries/0/asked").asText()).startsWith("Create a task for owner");
    assertThat(task.at("/tries/0/status").asText()).isEqualTo("WRITTEN");
    assertThat(answer.body()).doesNotContain("Cleo", "cleo", "+1555", "/o/");
    JsonNode schemas =
        JSON.readTree(person.get(acme.app().address().resolve("/openapi.json")).body())
            .at("/components/schemas");
    assertThat(fields(task)).isEqualTo(fields(schemas.at("/Delivery/properties")));
    assertThat(fields(task.at("/tries/0"))).isEqualTo(fields(schemas.at("/Try/properties")));
  }

  @Test
  void the_notice_of_a_lead_is_shown_in_words_and_worked_on_once_more() {
    String lead = leadWithTask();
    JsonNode notice = first("?direction=in&lead=" + lead);
    assertThat(notice.get("what").asText()).startsWith("Created: contacts");

    JsonNode waiting = read(post("/in/" + notice.get("id").asText() + "/replay", ""));

    assertThat(waiting.get("direction").asText()).isEqualTo("in");
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> read(get("/in/" + notice.get("id").asText())).get("state").asText(),
            "SKIPPED"::equals);
  }

  @Test
  void a_write_on_hold_is_tried_once_more_by_one_and_by_cause() {
    String lead = leadWithTask();
    String contact = read(person.api(acme.app(), "/api/v1/leads/" + lead)).get("recordId").asText();
    acme.sandbox().faults().always().refuseValuesOf(contact);
    person.send(
        HttpRequest.newBuilder(acme.app().address().resolve("/api/v1/leads/" + lead + "/assign"))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .POST(BodyPublishers.ofString("{\"agent\":\"ann\"}")));
    JsonNode held = first("?state=ON_HOLD&lead=" + lead);
    assertThat(held.get("cause").asText()).isEqualTo("VALIDATION");

    read(post("/out/" + held.get("id").asText() + "/retry", ""));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> read(get("/out/" + held.get("id").asText())).get("tries").size(),
            tries -> tries == 2);
    first("?state=ON_HOLD&lead=" + lead);
    acme.sandbox().faults().off();
    assertThat(read(post("/retry", "{\"cause\":\"NO_ACCESS\"}")).get("retried").asInt()).isZero();
    assertThat(read(post("/retry", "{\"cause\":\"VALIDATION\"}")).get("retried").asInt())
        .isEqualTo(1);

    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> acme.ownerOf(contact), acme.ownerId("ann")::equals);
    assertThat(post("/out/" + held.get("id").asText() + "/retry", "").statusCode()).isEqualTo(409);
  }

  @Test
  void pages_follow_each_other() {
    leadWithTask();
    leadWithTask();
    JsonNode newest = read(get("?limit=1"));

    JsonNode next = read(get("?limit=1&before=" + newest.get("before").asText()));

    assertThat(next.at("/deliveries/0/id").asLong())
        .isLessThan(newest.at("/deliveries/0/id").asLong());
  }

  @Test
  void a_question_that_cannot_be_answered_is_told_what_to_do() {
    assertThat(get("?direction=up").statusCode()).isEqualTo(400);
    assertThat(get("?state=LOST").statusCode()).isEqualTo(400);
    assertThat(get("?lead=none").statusCode()).isEqualTo(400);
    assertThat(get("?before=now").statusCode()).isEqualTo(400);
    assertThat(get("/up/1").statusCode()).isEqualTo(404);
    assertThat(get("/out/none").statusCode()).isEqualTo(404);
    assertThat(get("/out/999999").statusCode()).isEqualTo(404);
    assertThat(post("/in/999999/replay", "").statusCode()).isEqualTo(404);
    assertThat(post("/retry", "[]").statusCode()).isEqualTo(400);
    assertThat(post("/retry", "{\"connection\":\"A B\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void how_much_waits_and_for_how_long_is_measured() {
    String metrics = person.get(acme.app().address().resolve("/metrics")).body();

    assertThat(metrics)
        .contains(
            "baton_outbox_waiting",
            "baton_outbox_on_hold",
            "baton_outbox_oldest_age_seconds",
            "baton_inbox_oldest_age_seconds");
  }
}

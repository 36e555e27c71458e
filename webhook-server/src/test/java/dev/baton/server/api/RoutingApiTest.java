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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a lead went where it went, where one would go, and what an admin's program may do. */
class RoutingApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static Installation acme;
  private static final Browserless person = new Browserless();

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .agent("Ann", "Harbour", "Old Town")
            .agent("Bob", "Harbour")
            .agent("Dan", "Old Town")
            .catchall("Cat")
            .windows(Duration.ofMinutes(5), Duration.ofHours(24));
    acme.start();
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static HttpResponse<String> post(String path, String body) {
    return person.send(
        HttpRequest.newBuilder(acme.app().address().resolve(path))
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

  private static String offeredLead() {
    String contact = acme.leadArrives();
    return await().atMost(Duration.ofSeconds(15)).until(() -> idOf(contact), id -> !id.isEmpty());
  }

  private static String idOf(String contact) {
    for (JsonNode lead : read(person.api(acme.app(), "/api/v1/leads?limit=100")).get("leads")) {
      if (lead.get("recordId").asText().equals(contact)) return lead.get("id").asText();
    }
    return "";
  }

  private static String stateOf(String lead) {
    return read(person.api(acme.app(), "/api/v1/leads/" + lead)).get("state").asText();
  }

  @Test
  void why_tells_the_tags_every_agent_and_what_would_have_put_others_first() {
    String lead = offeredLead();

    JsonNode why = read(person.api(acme.app(), "/api/v1/leads/" + lead + "/why"));

    assertThat(why.get("tags").get(0).get("tag").asText()).isEqualTo("Harbour");
    JsonNode decision = why.get("decisions").get(0);
    assertThat(decision.get("happened").toString())
        .contains("The lead came in. Tags found: Harbour")
        .contains("It was offered to");
    JsonNode agents = decision.get("agents");
    assertThat(agents).hasSize(4);
    assertThat(agents.get(0).get("arithmetic").asText()).isEqualTo("Harbour 50");
    JsonNode dan = agents.get(2);
    assertThat(dan.get("standing").asText()).isEqualTo("NO_MATCH");
    assertThat(dan.get("because").asText()).isEqualTo("Dan holds none of the lead's tags");
    assertThat(why.toString()).doesNotContain("customer.example").doesNotContain("Canary");
  }

  @Test
  void why_of_a_lead_that_is_not_there_is_not_found() {
    assertThat(
            person
                .api(acme.app(), "/api/v1/leads/00000000-0000-7000-8000-000000000000/why")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_pasted_lead_is_ranked_and_nothing_happens() {
    int before = read(person.api(acme.app(), "/api/v1/leads?limit=1000")).get("leads").size();

    JsonNode ranked =
        read(
            post(
                "/api/v1/route?dryRun=true",
                "{\"body\": \"old-town please\", \"fields\": {\"city\": \"Harbour\"}}"));

    assertThat(ranked.get("tags")).hasSize(2);
    assertThat(ranked.get("agents").get(0).get("name").asText()).isEqualTo("Ann");
    assertThat(ranked.get("agents").get(0).get("score").asInt()).isEqualTo(60);
    assertThat(read(person.api(acme.app(), "/api/v1/leads?limit=1000")).get("leads"))
        .hasSize(before);
  }

  @Test
  void a_rehearsal_says_that_it_is_one_and_refuses_what_is_no_lead() {
    assertThat(post("/api/v1/route", "{}").body()).contains("dryRun=true");
    assertThat(post("/api/v1/route?dryRun=true", "[]").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/route?dryRun=true", "{\"body\": ").statusCode()).isEqualTo(400);
    assertThat(post("/api/v1/route?dryRun=true", " ".repeat(26 * 1024)).statusCode())
        .isEqualTo(413);
  }

  @Test
  void an_admin_assigns_moves_and_sends_a_lead_round_again() {
    String lead = offeredLead();
    assertThat(post("/api/v1/leads/" + lead + "/assign", "{}").statusCode()).isEqualTo(400);

    JsonNode assigned = read(post("/api/v1/leads/" + lead + "/assign", "{\"agent\": \"dan\"}"));
    assertThat(assigned.get("owner").asText()).isEqualTo("dan");
    HttpResponse<String> again = post("/api/v1/leads/" + lead + "/assign", "{\"agent\": \"ann\"}");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("ALREADY_TAKEN", "dan");

    assertThat(read(post("/api/v1/leads/" + lead + "/move", "{}")).get("state").asText())
        .isEqualTo("OFFERED");
    JsonNode round =
        read(post("/api/v1/leads/" + lead + "/resubmit", "{\"tags\": [\"Old Town\"]}"));
    assertThat(round.get("tags").toString()).isEqualTo("[\"Old Town\"]");
    assertThat(post("/api/v1/leads/" + lead + "/release", "{}").statusCode()).isEqualTo(409);
  }

  @Test
  void a_waiting_lead_is_offered_when_an_agent_is_switched_on() {
    String contact = acme.leadArrives("Old town only, no water");
    String lead =
        await().atMost(Duration.ofSeconds(15)).until(() -> idOf(contact), id -> !id.isEmpty());
    for (String agent : new String[] {"ann", "dan"}) {
      read(post("/api/v1/agents/" + agent + "/availability", "{\"available\": false}"));
    }
    assertThat(read(post("/api/v1/leads/" + lead + "/resubmit", "{}")).get("state").asText())
        .isEqualTo("CATCHALL");

    read(post("/api/v1/agents/dan/availability", "{\"available\": true}"));

    assertThat(stateOf(lead)).isEqualTo("OFFERED");
    read(post("/api/v1/agents/ann/availability", "{\"available\": true}"));
    assertThat(post("/api/v1/agents/nobody/availability", "{\"available\": true}").statusCode())
        .isEqualTo(404);
  }
}

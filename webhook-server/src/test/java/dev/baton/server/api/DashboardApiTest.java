package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Leads answered on their pages, counted on the dashboard and told in its file. */
class DashboardApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Browserless person = new Browserless();
  private static Installation acme;
  private static Program program;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .company("Acme", TOKYO.getId())
            .agent("Ann", "Harbour")
            .agent("Bob", "Harbour");
    acme.start();
    program = new Program(acme);
    answer("accept");
    answer("decline");
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  /** Whoever is asked first. */
  private static void answer(String button) {
    String contact = acme.leadArrives();
    URI link =
        await()
            .atMost(Duration.ofSeconds(15))
            .until(
                () ->
                    acme.taskFor(contact, "Ann")
                        .or(() -> acme.taskFor(contact, "Bob"))
                        .map(acme::link),
                Optional::isPresent)
            .orElseThrow();
    person.press(link, button);
  }

  private static JsonNode dashboard(String query) throws IOException {
    HttpResponse<String> answer = program.get("/api/v1/dashboard" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static long sum(JsonNode agents, String field) {
    long sum = 0;
    for (JsonNode agent : agents) sum += agent.get(field).asLong();
    return sum;
  }

  @Test
  void the_last_thirty_days_of_the_companys_zone_are_told() throws IOException {
    JsonNode told = dashboard("");

    LocalDate today = LocalDate.ofInstant(Instant.now(), TOKYO);
    assertThat(told.at("/period/to").asText()).isEqualTo(today.toString());
    assertThat(told.at("/period/from").asText()).isEqualTo(today.minusDays(29).toString());
    assertThat(told.at("/period/zone").asText()).isEqualTo("Asia/Tokyo");
    assertThat(told.at("/company/leads").asInt()).isEqualTo(2);
    assertThat(told.at("/company/accepted").asInt()).isEqualTo(1);
    assertThat(told.at("/company/pending").asInt()).isEqualTo(1);
    assertThat(told.at("/company/acceptanceRatePercent").asDouble()).isEqualTo(50.0);
    assertThat(told.at("/company/medianResponseSeconds").isNumber()).isTrue();
    assertThat(sum(told.get("agents"), "offered")).isEqualTo(3);
    assertThat(sum(told.get("agents"), "accepted")).isEqualTo(1);
    assertThat(sum(told.get("agents"), "declined")).isEqualTo(1);
    assertThat(sum(told.get("agents"), "pending")).isEqualTo(1);
    assertThat(sum(told.get("agents"), "performanceScore")).isEqualTo(203);
  }

  @Test
  void a_period_without_leads_has_no_rates_and_no_times() throws IOException {
    JsonNode told = dashboard("?from=2026-01-01&to=2026-01-31&compare=previous");

    assertThat(told.at("/company/leads").asInt()).isZero();
    assertThat(told.at("/company/acceptanceRatePercent").isNull()).isTrue();
    assertThat(told.at("/company/medianResponseSeconds").isNull()).isTrue();
    assertThat(told.at("/company/performanceScore").isNull()).isTrue();
    assertThat(told.at("/previous/period/from").asText()).isEqualTo("2025-12-01");
    assertThat(told.at("/previous/period/to").asText()).isEqualTo("2025-12-31");
    assertThat(told.get("agents")).hasSize(2);
  }

  @Test
  void the_same_question_as_of_a_moment_has_the_same_bytes() {
    String question = "/api/v1/dashboard?from=2026-01-01&asOf=" + Instant.now();

    assertThat(program.get(question).body()).isEqualTo(program.get(question).body());
  }

  @Test
  void all_that_is_wrong_with_a_question_is_said_at_once() {
    HttpResponse<String> answer =
        program.get(
            "/api/v1/dashboard?from=2999-01-02&to=2999-01-01&zone=Mars&team=nobody&tag=,"
                + "&asOf=soon&compare=all");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body())
        .contains("is after the last", "still to come", "no time zone", "no team", "no comma")
        .contains("Write a moment such as", "only compare=previous");
    assertThat(program.get("/api/v1/dashboard?from=2001-01-01&to=2021-01-01").body())
        .contains("at most 10 years");
    assertThat(program.get("/api/v1/dashboard?from=yesterday").body()).contains("is no date");
  }

  @Test
  void the_file_says_what_the_dashboard_says_and_every_lead_and_offer() throws IOException {
    HttpResponse<String> answer = program.get("/api/v1/dashboard.csv");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"dashboard-");
    assertThat(answer.body()).startsWith("\uFEFFrow,lead,");
    List<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(answer.body().substring(1)).stream().toList();
    JsonNode told = dashboard("");

    List<NamedCsvRecord> leads = of(rows, "lead");
    List<NamedCsvRecord> offers = of(rows, "offer");
    assertThat(of(rows, "company").getFirst().getField("leads"))
        .isEqualTo(told.at("/company/leads").asText())
        .isEqualTo(String.valueOf(leads.size()));
    assertThat(offers.stream().filter(o -> o.getField("outcome").equals("ACCEPTED")).count())
        .isEqualTo(told.at("/company/accepted").asLong());
    for (JsonNode agent : told.get("agents")) {
      NamedCsvRecord row =
          of(rows, "agent").stream()
              .filter(r -> r.getField("agent_id").equals(agent.get("id").asText()))
              .findFirst()
              .orElseThrow();
      assertThat(row.getField("offered"))
          .isEqualTo(agent.get("offered").asText())
          .isEqualTo(
              String.valueOf(
                  offers.stream()
                      .filter(o -> o.getField("agent_id").equals(row.getField("agent_id")))
                      .count()));
      assertThat(row.getField("performance_score"))
          .isEqualTo(agent.get("performanceScore").asText());
    }
    assertThat(Instant.parse(leads.getFirst().getField("at_utc")).atZone(TOKYO).toLocalDateTime())
        .asString()
        .startsWith(leads.getFirst().getField("at_local").replace(' ', 'T'));
    assertThat(answer.body()).doesNotContain("customer.example");
  }

  @Test
  void the_same_measures_are_told_by_tag_and_by_source() throws IOException {
    JsonNode byTag = JSON.readTree(program.get("/api/v1/statistics?by=tag").body());

    assertThat(byTag.at("/rows/0/name").asText()).isEqualTo("Harbour");
    assertThat(byTag.at("/rows/0/leads").asInt()).isEqualTo(2);
    assertThat(byTag.at("/rows/0/acceptanceRatePercent").asDouble()).isEqualTo(50.0);
    assertThat(byTag.at("/rows/0/leadsGot").asInt()).isEqualTo(1);
    assertThat(byTag.at("/rows/0/unactioned").asInt()).isEqualTo(1);
    assertThat(byTag.at("/rows/0/meanSecondsToAction").isNull()).isTrue();
    JsonNode bySource = JSON.readTree(program.get("/api/v1/statistics?by=source").body());
    assertThat(bySource.get("rows")).isNotEmpty();
    assertThat(program.get("/api/v1/statistics").statusCode()).isEqualTo(400);
    assertThat(program.get("/api/v1/statistics?by=tag&team=x").statusCode()).isEqualTo(400);
  }

  @Test
  void how_agents_worked_is_told_with_hours_that_nobody_set_left_open() throws IOException {
    JsonNode agents = JSON.readTree(program.get("/api/v1/performance").body()).get("agents");

    assertThat(agents).hasSize(2);
    assertThat(sum(agents, "leadsGot")).isEqualTo(1);
    assertThat(sum(agents, "unactioned")).isEqualTo(1);
    assertThat(agents.at("/0/hoursWorked").isNull()).isTrue();
    assertThat(program.get("/api/v1/performance?team=none").statusCode()).isEqualTo(400);
  }

  private static List<NamedCsvRecord> of(List<NamedCsvRecord> rows, String kind) {
    return rows.stream().filter(row -> row.getField("row").equals(kind)).toList();
  }
}

package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.tag.Price;
import dev.baton.tag.Tag;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A billable lead from its offer to the file of what is owed. */
class OwedApiTest {
  private static Installation acme;
  private static Program program;
  private static final Browserless person = new Browserless();

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .company("Acme", "Asia/Tokyo")
            .agent("Ann", "Harbour")
            .tag(Tag.preferential("Harbour").costing(Price.of("12.50", "EUR")));
    acme.start();
    program = new Program(acme);
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  @Test
  void the_price_is_in_the_task_on_the_page_in_the_history_and_in_the_file() {
    String contact = acme.leadArrives();
    SandboxRecord task =
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> acme.taskFor(contact, "Ann"), Optional::isPresent)
            .orElseThrow();
    assertThat(task.value("hs_task_body")).contains("Accepting costs 12.50 EUR at most");
    URI link = acme.link(task);
    assertThat(person.get(link).body()).contains("Accepting costs <b>12.50 EUR</b>");
    assertThat(rows("")).noneMatch(row -> row.contains("Harbour"));

    assertThat(person.press(link, "accept")).contains("You owe <b>12.50 EUR</b>");

    String lead = program.lead(contact);
    assertThat(program.file(lead).at("/offers/0/price").asText()).isEqualTo("12.50 EUR");
    assertThat(program.get("/api/v1/leads/" + lead + "/why").body())
        .contains("Accepting costs 12.50 EUR at most, for the tag Harbour.")
        .contains("That costs 12.50 EUR, for the tag Harbour.");
    List<String> rows = rows("");
    assertThat(rows.getFirst())
        .isEqualTo(
            "lead,accepted_at_utc,accepted_at_local,agent_id,agent_name,tag,amount,currency");
    assertThat(rows)
        .hasSize(2)
        .last()
        .asString()
        .startsWith(lead + ",")
        .endsWith(",ann,Ann,Harbour,12.50,EUR");
    String[] cells = rows.getLast().split(",", -1);
    assertThat(java.time.LocalDateTime.parse(cells[2].replace(' ', 'T')))
        .isEqualTo(
            java.time.Instant.parse(cells[1])
                .atZone(java.time.ZoneId.of("Asia/Tokyo"))
                .toLocalDateTime()
                .withNano(0));
    assertThat(rows("?from=2020-01-01&to=2020-02-01")).hasSize(1);
    assertThat(rows("?from=2020-01-01T00:00:00Z")).hasSize(2);
  }

  private static List<String> rows(String query) {
    HttpResponse<String> answer = program.get("/api/v1/owed.csv" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    return answer.body().lines().toList();
  }

  @Test
  void a_period_that_is_none_is_refused_and_says_what_to_send() {
    for (String wrong : List.of("yesterday", "2026-02-30", "2026-11-01T25:00", "99999-01-01")) {
      String query = "?from=" + URLEncoder.encode(wrong, StandardCharsets.UTF_8);
      assertThat(Program.problem(program.get("/api/v1/owed.csv" + query), 400))
          .as(wrong)
          .contains("from: send a date such as 2026-11-01");
    }
    assertThat(Program.problem(program.get("/api/v1/owed.csv?from=2026-11-02&to=2026-11-01"), 400))
        .contains("from is after to");
  }
}

package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.agent.Block;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.server.Installation;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin opens the company on a day it is closed, and lets its hours hold again. */
class HoursApiTest {
  private static final String OVERRIDE = "/api/v1/hours/override";
  private static Installation acme;
  private static Program program;

  @BeforeAll
  static void open(@TempDir Path data) {
    DayOfWeek today = Instant.now().atZone(ZoneOffset.UTC).getDayOfWeek();
    var block = new Block(LocalTime.of(9, 0), LocalTime.of(17, 0));
    var week = new WeeklyHours(ZoneOffset.UTC, Map.of(today.plus(3), List.of(block)));
    acme =
        new Installation(data, Optional.empty())
            .agent("Ann", "Harbour")
            .hours(OperatingHours.of(week));
    acme.start();
    program = new Program(acme);
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static String stateOf(String lead) {
    return program.file(lead).get("state").asText();
  }

  private static Instant dueOf(String lead) {
    return Instant.parse(program.file(lead).get("dueAt").asText());
  }

  private static String heldLead() {
    String lead = program.lead(acme.leadArrives());
    assertThat(stateOf(lead)).isEqualTo("HELD");
    return lead;
  }

  @Test
  void leads_that_wait_for_days_go_out_one_after_the_other_when_an_admin_opens() {
    String first = heldLead();
    String second = heldLead();
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    assertThat(dueOf(first)).isAfter(tomorrow);

    JsonNode opened =
        Program.read(program.post(OVERRIDE, "{\"open\": true, \"until\": \"" + tomorrow + "\"}"));

    assertThat(opened.get("open").asBoolean()).isTrue();
    await().atMost(Duration.ofSeconds(20)).until(() -> stateOf(first), "OFFERED"::equals);
    await().atMost(Duration.ofSeconds(20)).until(() -> stateOf(second), "OFFERED"::equals);
    assertThat(Duration.between(offeredAt(first), offeredAt(second)))
        .isGreaterThanOrEqualTo(OperatingHours.SHORTEST_GAP.minusSeconds(1));

    JsonNode lifted = Program.read(program.post(OVERRIDE, "{\"until\": null}"));
    assertThat(lifted.get("open").asBoolean()).isFalse();
    assertThat(lifted.get("revision").asInt()).isEqualTo(opened.get("revision").asInt() + 1);
    assertThat(dueOf(heldLead())).isAfter(tomorrow);
  }

  private static Instant offeredAt(String lead) {
    return Instant.parse(program.file(lead).at("/offers/0/offeredAt").asText());
  }

  @Test
  void an_override_that_is_none_is_refused_and_says_what_to_send() {
    for (String wrong :
        List.of("{}", "{\"open\": true}", "{\"open\": \"yes\", \"until\": \"2120-01-01\"}")) {
      assertThat(Program.problem(program.post(OVERRIDE, wrong), 400))
          .contains("let the hours hold");
    }
    assertThat(
            Program.problem(
                program.post(OVERRIDE, "{\"open\": true, \"until\": \"2020-01-01\"}"), 400))
        .contains("over already");
    assertThat(
            Program.problem(program.post(OVERRIDE, "{\"open\": true, \"until\": \"soon\"}"), 400))
        .contains("until: send a date");
  }
}

package dev.baton.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.server.Installation;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What owners and admins say of a lead, and what a program learns of an agent. */
class FeedbackApiTest {
  private static Installation acme;
  private static Program program;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme =
        new Installation(data, Optional.empty())
            .company("Acme", "Asia/Tokyo")
            .agent("Ann", "Harbour")
            .agent("Bob", "Harbour");
    acme.start();
    program = new Program(acme);
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static String owned(String agent) {
    String lead = program.lead(acme.leadArrives());
    Program.read(program.post(path(lead, "assign"), "{\"agent\": \"" + agent + "\"}"));
    return lead;
  }

  private static String path(String lead, String what) {
    return "/api/v1/leads/" + lead + "/" + what;
  }

  @Test
  void feedback_of_the_owner_is_recorded_with_an_automatic_comment() {
    String lead = owned("ann");

    JsonNode after =
        Program.read(
            program.post(
                path(lead, "feedback"),
                "{\"deal\": \"CLOSED_WON\", \"value\": 1200.5, \"currency\": \"EUR\","
                    + " \"reason\": \"Liked the lift\", \"agent\": \"ann\"}"));

    assertThat(after.get("events").toString()).contains("FeedbackGiven");
    JsonNode comment = Program.read(program.get(path(lead, "comments"))).at("/comments/0");
    assertThat(comment.get("kind").asText()).isEqualTo("AUTOMATIC");
    assertThat(comment.get("author").asText()).isEqualTo("Ann");
    assertThat(comment.get("text").asText())
        .isEqualTo("Contacted, Closed won, 1200.50 EUR: Liked the lift");
  }

  @Test
  void feedback_of_somebody_else_or_of_an_unowned_lead_is_refused() {
    String lead = owned("ann");
    String unowned = program.lead(acme.leadArrives());

    assertThat(Program.problem(program.post(path(lead, "feedback"), "{\"agent\": \"bob\"}"), 409))
        .contains("NOT_YOURS", "ann");
    assertThat(
            Program.problem(
                program.post(path(unowned, "feedback"), "{\"contact\": \"ATTEMPTED\"}"), 409))
        .contains("NOT_OWNED");
    assertThat(Program.problem(program.post(path(lead, "feedback"), "{\"deal\": \"SOLD\"}"), 400))
        .contains("deal is one of", "CLOSED_WON");
    assertThat(
            Program.problem(
                program.post(path(lead, "feedback"), "{\"value\": 5, \"currency\": \"X\"}"), 400))
        .contains("EUR");
    assertThat(Program.problem(program.post(path(lead, "feedback"), "[]"), 400))
        .contains("JSON object");
  }

  @Test
  void comments_count_and_memos_do_not() {
    String lead = owned("ann");

    Program.read(
        program.post(path(lead, "comments"), "{\"text\": \"Rings back\", \"agent\": \"ann\"}"));
    JsonNode all =
        Program.read(
            program.post(path(lead, "comments"), "{\"text\": \"A bit rude\", \"memo\": true}"));

    assertThat(all.at("/comments/0/by").asText()).isEqualTo("OWNER");
    assertThat(all.at("/comments/1/kind").asText()).isEqualTo("MEMO");
    assertThat(all.at("/comments/1/author").asText()).isEqualTo("the API");
    assertThat(program.file(lead).get("events").toString().split("CommentAdded", -1)).hasSize(2);
    assertThat(Program.problem(program.post(path(lead, "comments"), "{}"), 400)).contains("text");
  }

  @Test
  void a_comment_on_an_unowned_lead_is_refused_and_not_kept() {
    String lead = program.lead(acme.leadArrives());

    assertThat(Program.problem(program.post(path(lead, "comments"), "{\"text\": \"x\"}"), 409))
        .contains("NOT_OWNED");
    assertThat(Program.read(program.get(path(lead, "comments"))).get("comments")).isEmpty();
  }

  @Test
  void the_owner_gives_a_lead_back_and_nobody_else_does() {
    String lead = owned("ann");
    assertThat(Program.problem(program.post(path(lead, "give-back"), "{\"agent\": \"bob\"}"), 409))
        .contains("ann");
    assertThat(Program.problem(program.post(path(lead, "give-back"), "{}"), 400))
        .contains("owner who gives it back");

    JsonNode after = Program.read(program.post(path(lead, "give-back"), "{\"agent\": \"ann\"}"));

    assertThat(after.get("events").toString()).contains("LeadReturned");
    assertThat(after.get("owner").isNull()).isTrue();
  }

  @Test
  void an_agent_is_away_by_the_companys_clock_and_a_program_sees_it() {
    JsonNode away =
        Program.read(
            program.post(
                "/api/v1/agents/bob/absences",
                "{\"reason\": \"Holiday\", \"from\": \"2020-01-01T09:00\", \"to\":"
                    + " \"2120-01-01T00:00:00Z\"}"));

    assertThat(away.at("/absences/0/from").asText()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(away.get("presence").asText()).isEqualTo("OUT_OF_OFFICE");
    assertThat(away.get("available").asBoolean()).isTrue();
    JsonNode ann = Program.read(program.get("/api/v1/agents/ann"));
    assertThat(ann.get("presence").asText()).isEqualTo("AVAILABLE");
    assertThat(ann.hasNonNull("performance")).isTrue();
    assertThat(ann.get("received").isArray()).isTrue();
  }

  @Test
  void an_absence_that_is_none_is_refused_and_says_what_to_send() {
    String path = "/api/v1/agents/ann/absences";
    assertThat(Program.problem(program.post(path, "{}"), 400)).contains("from: send a date");
    assertThat(
            Program.problem(
                program.post(path, "{\"from\": \"2026-01-02\", \"to\": \"2026-01-02\"}"), 400))
        .contains("comes after from");
    Program.problem(program.post("/api/v1/agents/nobody/absences", "{}"), 404);
    Program.problem(program.get("/api/v1/agents/nobody"), 404);
  }
}

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

/** How people want to be told, as programs read and change it. */
class ContactApiTest {
  private static final String ANN = "/api/v1/agents/ann/contact";
  private static final String BOB = "/api/v1/agents/bob/contact";

  @TempDir static Path data;
  private static Program program;

  @BeforeAll
  static void open() {
    program =
        new Program(
            new Installation(data, Optional.empty())
                .agent("ann", "Harbour")
                .agent("bob", "Harbour")
                .start());
  }

  @AfterAll
  static void close() {
    program.acme().close();
  }

  @Test
  void who_has_chosen_nothing_is_told_by_e_mail() {
    JsonNode bob = Program.read(program.get(BOB));

    assertThat(bob.get("channels")).extracting(JsonNode::asText).containsExactly("EMAIL");
    assertThat(bob.get("language").asText()).isEqualTo("en");
    assertThat(bob.get("quietFrom").isNull()).isTrue();
  }

  @Test
  void what_is_left_out_of_a_change_stays() {
    Program.read(
        program.post(
            ANN,
            """
            {"mobile": "+4915112345678", "channels": ["EMAIL", "SMS"], "language": "de",
             "quietFrom": "21:00", "quietTo": "07:00", "escalateTo": "SMS",
             "escalateAfterSeconds": 60, "copies": ["office@example.org"],
             "rooms": {"SLACK": "https://93.184.216.34/services/secret"}}
            """));

    JsonNode ann = Program.read(program.post(ANN, "{\"language\": \"en\"}"));

    assertThat(ann.toString())
        .isEqualTo(
            "{\"mobile\":\"+4915112345678\",\"channels\":[\"EMAIL\",\"SMS\"],"
                + "\"copies\":[\"office@example.org\"],\"language\":\"en\","
                + "\"quietFrom\":\"21:00\",\"quietTo\":\"07:00\",\"escalateTo\":\"SMS\","
                + "\"escalateAfterSeconds\":60,\"rooms\":[\"SLACK\"]}");
    JsonNode without =
        Program.read(
            program.post(
                ANN,
                "{\"quietFrom\": null, \"quietTo\": null, \"escalateTo\": null,"
                    + " \"rooms\": {\"SLACK\": \"\"}}"));
    assertThat(without.get("quietFrom").isNull()).isTrue();
    assertThat(without.get("escalateTo").isNull()).isTrue();
    assertThat(without.get("rooms")).isEmpty();
  }

  @Test
  void a_chat_room_is_out_on_the_internet() {
    for (String address :
        new String[] {
          "http://93.184.216.34/x",
          "https://127.0.0.1/x",
          "https://localhost/x",
          "https://10.0.0.7/x",
          "https://169.254.169.254/latest/meta-data",
          "https://[::1]/x",
          "https://[fd00::1]/x",
          "https://[::ffff:127.0.0.1]/x",
          "https://user@93.184.216.34/x",
          "not an address"
        }) {
      String body = "{\"rooms\": {\"TEAMS\": \"" + address + "\"}}";
      assertThat(Program.problem(program.post(BOB, body), 400)).as(address).contains("TEAMS");
      assertThat(Program.problem(program.post("/api/v1/contact", body), 400)).contains("TEAMS");
    }
  }

  @Test
  void what_cannot_be_is_refused_with_the_reason() {
    assertThat(Program.problem(program.post(BOB, "{\"mobile\": \"0151\"}"), 400))
        .contains("+4915112345678");
    assertThat(Program.problem(program.post(BOB, "{\"channels\": [\"FAX\"]}"), 400))
        .contains("SLACK");
    assertThat(Program.problem(program.post(BOB, "{\"quietFrom\": \"9\"}"), 400)).contains("21:30");
    assertThat(Program.problem(program.post(BOB, "{\"copies\": [\"a@b\\r\\nBcc: c@d\"]}"), 400))
        .contains("ann@example.org");
    assertThat(Program.problem(program.post(BOB, "{\"escalateTo\": \"SMS\"}"), 400))
        .contains("at least 1");
    assertThat(program.get("/api/v1/agents/nobody/contact").statusCode()).isEqualTo(404);
  }

  @Test
  void the_company_has_admins_and_a_room() {
    JsonNode company =
        Program.read(
            program.post(
                "/api/v1/contact",
                "{\"admins\": [\"boss@example.org\"], \"language\": \"de\","
                    + " \"rooms\": {\"SLACK\": \"https://93.184.216.34/services/secret\"}}"));

    assertThat(company.toString())
        .isEqualTo("{\"admins\":[\"boss@example.org\"],\"language\":\"de\",\"rooms\":[\"SLACK\"]}");
  }
}

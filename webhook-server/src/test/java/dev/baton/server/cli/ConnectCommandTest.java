package dev.baton.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.server.Installation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin connects HubSpot from the command line, beside a server that is running. */
class ConnectCommandTest {
  @TempDir Path data;
  private Installation acme;
  private final StringWriter said = new StringWriter();

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
  }

  @AfterEach
  void close() {
    acme.close();
  }

  private int connectWith(String... options) {
    return connect("hubspot", Installation.API_TOKEN, options);
  }

  private int connect(String crm, String token, String... options) {
    var arguments = new ArrayList<>(List.of("connect", crm));
    arguments.add("--server=" + acme.app().address());
    arguments.add("--api-token=" + token);
    arguments.addAll(List.of(options));
    return BatonCommand.run(new PrintWriter(said, true), arguments.toArray(String[]::new));
  }

  private int testContacts() {
    return acme.portal().records("contacts").size();
  }

  @Test
  void findings_and_the_steps_of_a_test_lead_are_told_and_it_is_deleted() {
    int exit = connectWith();

    assertThat(said.toString())
        .contains("Connection acme-hubspot", "ok   Connection to HubSpot")
        .containsSubsequence("was created", "told Baton", "came in", "offered to ann", "has a task")
        .contains("deleted again")
        .containsPattern("\\d\\.\\d s");
    assertThat(exit).isZero();
    assertThat(testContacts()).isZero();
  }

  @Test
  void a_webhook_that_never_comes_is_waited_for_no_longer_than_asked_and_explained() {
    acme.sandbox().webhooks().target(acme.app().publicUrl().resolve("/webhooks/nowhere"));

    int exit = connectWith("--wait=1");

    assertThat(said.toString())
        .contains("has not told Baton of it within 1 s", "public-url", "401", "deleted again");
    assertThat(exit).isOne();
    assertThat(testContacts()).isZero();
  }

  @Test
  void as_one_json_object_nothing_else_is_printed() throws Exception {
    int exit = connectWith("--json", "--words=nothing anybody wants");

    JsonNode json = new ObjectMapper().readTree(said.toString());
    assertThat(json.get("connected").asBoolean()).isTrue();
    assertThat(json.get("findings")).isNotEmpty();
    assertThat(json.at("/testLead/steps").findValuesAsText("step")).contains("NOT_OFFERED");
    assertThat(json.at("/testLead/cleanedUp").asBoolean()).isTrue();
    assertThat(exit).isZero();
  }

  @Test
  void a_dry_run_sends_nothing_and_says_what_is_missing() {
    acme.portal().withdrawAccess();

    assertThat(connectWith("--dry-run")).isOne();

    assertThat(said.toString()).contains("NO   Connection to HubSpot", "→ ");
    assertThat(testContacts()).isZero();
  }

  @Test
  void who_cannot_be_spoken_with_is_said_with_what_to_do() {
    assertThat(connectWith("--connection=other")).isOne();
    assertThat(connect("hubspot", "wrong-token-0123456")).isOne();
    assertThat(connect("salesforce", Installation.API_TOKEN)).isOne();
    acme.stop();
    assertThat(connectWith()).isOne();

    assertThat(said.toString())
        .contains("Say which --connection: acme-hubspot")
        .contains("does not know this API token")
        .contains("No connection to salesforce")
        .contains("baton serve")
        .doesNotContain("wrong-token");
  }
}

package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.hubspot.sandbox.SandboxRecord;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A HubSpot lead's journey over the wire, from signed webhook to owner, on each database. */
abstract class JourneyContract {
  /** Long enough to look and press on a busy machine, short enough to wait for. */
  private static final Duration WINDOW = Duration.ofSeconds(6);

  @TempDir Path data;
  private Installation acme;
  private final Browserless person = new Browserless();

  protected abstract Installation open(Path directory);

  @BeforeEach
  void openInstallation() {
    acme =
        open(data)
            .agent("ann", "Harbour", "Old Town")
            .agent("bob", "Harbour")
            .catchall("cat")
            .windows(Duration.ofMinutes(5), Duration.ofHours(24));
  }

  @AfterEach
  void closeInstallation() {
    acme.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(20));
  }

  private SandboxRecord taskFor(String contact, String agent) {
    return soon().until(() -> acme.taskFor(contact, agent), t -> t.isPresent()).orElseThrow();
  }

  private URI linkFor(String contact, String agent) {
    return acme.link(taskFor(contact, agent));
  }

  private void ownedBy(String contact, String agent) {
    soon().until(() -> acme.ownerOf(contact), acme.ownerId(agent)::equals);
    soon().until(() -> acme.openTasks(contact).isEmpty());
  }

  private JsonNode lead(String contact) {
    try {
      var json = new ObjectMapper();
      JsonNode leads = json.readTree(person.api(acme.app(), "/api/v1/leads?limit=100").body());
      for (JsonNode lead : leads.get("leads")) {
        if (lead.get("recordId").asText().equals(contact)) {
          String id = lead.get("id").asText();
          return json.readTree(person.api(acme.app(), "/api/v1/leads/" + id).body());
        }
      }
      return json.createObjectNode();
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Test
  void webhook_task_accept_owner() {
    acme.start();
    String contact = acme.leadArrives();

    String page = person.press(linkFor(contact, "ann"), "accept");

    assertThat(page).contains("This lead is yours", "Cleo", "+1555");
    ownedBy(contact, "ann");
    JsonNode lead = lead(contact);
    assertThat(lead.get("state").asText()).isEqualTo("OWNED");
    assertThat(lead.get("owner").asText()).isEqualTo("ann");
    assertThat(lead.get("tags").get(0).asText()).isEqualTo("Harbour");
    assertThat(lead.get("offers").get(0).get("outcome").asText()).isEqualTo("ACCEPTED");
    assertThat(lead.get("explanation").get("agents"))
        .hasSize(3)
        .allMatch(agent -> agent.hasNonNull("reason"));
  }

  @Test
  void time_out_next_decline_another_chance_accept() {
    acme.windows(WINDOW, Duration.ofHours(24)).start();
    String contact = acme.leadArrives();
    URI anns = linkFor(contact, "ann");

    URI bobs = linkFor(contact, "bob");
    assertThat(person.get(anns).body()).contains("You missed this lead");
    person.press(bobs, "decline");
    linkFor(contact, "cat");
    person.press(anns, "another-chance");
    URI again = linkFor(contact, "ann");
    assertThat(person.press(again, "accept")).contains("This lead is yours");

    ownedBy(contact, "ann");
    assertThat(lead(contact).get("offers"))
        .extracting(o -> o.get("outcome").asText())
        .containsExactly("TIMED_OUT", "DECLINED", "WITHDRAWN", "ACCEPTED");
  }

  @Test
  void decline_next_accept() {
    acme.start();
    String contact = acme.leadArrives();
    URI anns = linkFor(contact, "ann");

    assertThat(person.press(anns, "decline")).contains("You declined this lead");
    URI bobs = linkFor(contact, "bob");
    assertThat(person.press(bobs, "accept")).contains("This lead is yours");

    ownedBy(contact, "bob");
    assertThat(person.get(anns).body()).contains("Already taken", "bob").doesNotContain("Cleo");
  }

  @Test
  void nobody_catchall_delinquent_and_still_taken() {
    acme.windows(Duration.ofSeconds(1), Duration.ofSeconds(1)).start();
    String contact = acme.leadArrives();
    URI cats = linkFor(contact, "cat");
    soon().until(() -> lead(contact).get("state").asText(), "DELINQUENT"::equals);

    assertThat(person.press(cats, "accept")).contains("This lead is yours");

    ownedBy(contact, "cat");
    assertThat(lead(contact).get("offers"))
        .extracting(o -> o.get("outcome").asText())
        .containsExactly("TIMED_OUT", "TIMED_OUT", "ACCEPTED");
  }

  @Test
  void ticking_the_task_off_in_hubspot_accepts_and_answering_in_the_record_declines() {
    acme.start();
    String contact = acme.leadArrives();
    taskFor(contact, "ann");

    acme.portal()
        .change("contacts", contact, Map.of("baton_offer_response", "decline"), acme.userId("ann"));
    SandboxRecord bobs = taskFor(contact, "bob");
    acme.portal().completeTask(bobs.id(), acme.userId("bob"));

    ownedBy(contact, "bob");
    soon()
        .until(
            () ->
                acme.portal()
                    .record("contacts", contact)
                    .orElseThrow()
                    .value("baton_offer_response"),
            String::isEmpty);
  }

  @Test
  void an_owner_set_by_hand_in_hubspot_ends_the_rotation() {
    acme.start();
    String contact = acme.leadArrives();
    URI anns = linkFor(contact, "ann");

    acme.portal()
        .change(
            "contacts",
            contact,
            Map.of("hubspot_owner_id", acme.ownerId("bob")),
            acme.userId("cat"));

    ownedBy(contact, "bob");
    assertThat(person.get(anns).body()).contains("Already taken", "bob");
  }

  private JsonNode agent(String id) {
    try {
      return new ObjectMapper().readTree(person.api(acme.app(), "/api/v1/agents/" + id).body());
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  @Test
  void a_user_deactivated_in_hubspot_loses_the_offer_and_the_next_agent_has_it() {
    acme.usersEvery(Duration.ofMillis(200)).start();
    String contact = acme.leadArrives();
    URI anns = linkFor(contact, "ann");
    soon().until(() -> agent("ann").at("/crm/0/userActive").asBoolean());

    acme.portal().archiveOwner(acme.ownerId("ann"));

    URI bobs = linkFor(contact, "bob");
    assertThat(person.get(anns).body()).contains("taken back").doesNotContain("Cleo");
    JsonNode ann = agent("ann");
    assertThat(ann.get("available").asBoolean()).isFalse();
    assertThat(ann.get("unavailableBecause").asText()).isEqualTo("CRM_USER_INACTIVE");
    assertThat(ann.at("/crm/0/userInactiveSince").asText()).isNotBlank();
    assertThat(person.press(bobs, "accept")).contains("This lead is yours");
    ownedBy(contact, "bob");
  }

  @Test
  void a_restart_in_the_middle_loses_nothing_and_the_links_still_open() {
    acme.start();
    String contact = acme.leadArrives();
    URI anns = linkFor(contact, "ann");
    acme.stop();
    String arrivedMeanwhile = acme.leadArrives("Something in the old town");

    acme.start();

    assertThat(person.press(anns, "accept")).contains("This lead is yours");
    ownedBy(contact, "ann");
    person.press(linkFor(arrivedMeanwhile, "ann"), "accept");
    ownedBy(arrivedMeanwhile, "ann");
  }

  @Test
  void webhooks_twice_and_in_any_order_make_one_lead_and_one_task() {
    acme.start();
    acme.sandbox().webhooks().duplicate(2);
    acme.sandbox().webhooks().shuffle(5);
    String contact = acme.leadArrives();
    taskFor(contact, "ann");
    assertThat(acme.sandbox().webhooks().awaitQuiet(Duration.ofSeconds(10))).isTrue();
    soon().until(() -> person.get(acme.app().address().resolve("/metrics")).body(), idle());

    assertThat(acme.portal().tasksOf("contacts", contact)).hasSize(1);
    assertThat(lead(contact).get("offers")).hasSize(1);
  }

  private static java.util.function.Predicate<String> idle() {
    return metrics ->
        metrics.contains("baton_inbox_waiting 0.0") && metrics.contains("baton_outbox_waiting 0.0");
  }

  @Test
  void a_contact_deleted_before_it_could_be_read_ends_with_that_reason() {
    acme.start();
    acme.sandbox().webhooks().pause();
    String contact = acme.leadArrives();
    acme.portal().delete("contacts", contact);
    acme.sandbox().webhooks().resume();

    soon().until(() -> lead(contact).path("state").asText(), "ENDED"::equals);
    assertThat(lead(contact).get("endedBecause").asText()).isEqualTo("RECORD_GONE");
  }

  @Test
  void hubspot_in_trouble_delays_the_task_and_loses_nothing() {
    acme.start();
    acme.sandbox().faults().next(2).beDown(503);
    String contact = acme.leadArrives();

    person.press(linkFor(contact, "ann"), "accept");

    ownedBy(contact, "ann");
  }
}

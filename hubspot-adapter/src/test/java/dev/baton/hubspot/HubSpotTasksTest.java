package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.TaskRead;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.lead.CrmRecord;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tasks of offers: created once, found again, ticked off. */
class HubSpotTasksTest extends OverTheWire {
  private static final String BODY =
      "<p>Tags: Harbour<br>Source: web</p><p><a href=\\\"https://b.example/o/x\\\">https://b.example/o/x</a></p>"
          + "<p>Baton offer lead-1</p>";
  private static final String TASK_READ =
      "/crm/objects/2026-09/tasks/7?properties=hs_task_body%2Chs_task_status";

  @Test
  void an_offer_is_one_post_with_the_contact_associated() throws Exception {
    stub(post("/crm/objects/2026-09/tasks"), "{\"id\":\"7\"}");

    assertThat(connector.write(offer(RECORD), 1)).isEqualTo(new Written(Optional.of("7")));

    sent(
        "POST /crm/objects/2026-09/tasks {\"properties\":{\"hs_timestamp\":\"1795341900000\","
            + "\"hs_task_subject\":\"New lead\",\"hs_task_body\":\""
            + BODY
            + "\","
            + "\"hs_task_status\":\"NOT_STARTED\",\"hs_task_priority\":\"HIGH\","
            + "\"hs_task_type\":\"TODO\",\"hs_task_reminders\":\"1795341840000\","
            + "\"hubspot_owner_id\":\"77\"},\"associations\":[{\"to\":{\"id\":\"501\"},\"types\":"
            + "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":204}]}]}");
  }

  @Test
  void a_second_try_looks_through_the_tasks_of_the_record_newest_first() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":9},{\"toObjectId\":\"10\"}]}]}");
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("10", "lead-11", "") + "," + task("9", "lead-1", "") + "]}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("9")));

    sent(
        "POST /crm/associations/2026-09/contacts/tasks/batch/read {\"inputs\":[{\"id\":\"501\"}]}",
        "POST /crm/objects/2026-09/tasks/batch/read {\"properties\":[\"hs_task_body\","
            + "\"hs_task_status\"],\"inputs\":[{\"id\":\"10\"},{\"id\":\"9\"}]}");
  }

  @Test
  void tasks_beyond_the_first_page_are_looked_through_as_well() throws Exception {
    var associations = post("/crm/associations/2026-09/contacts/tasks/batch/read");
    stub(
        associations,
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"9\"}],\"paging\":{\"next\":{\"after\":\"A2\"}}}]}");
    HUBSPOT.stubFor(
        post("/crm/associations/2026-09/contacts/tasks/batch/read")
            .withRequestBody(containing("A2"))
            .willReturn(
                okJson(
                    "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"8\"}]}]}")));
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("8", "lead-1", "") + "]}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("8")));
  }

  @Test
  void a_second_try_creates_the_task_where_the_first_did_not() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        207,
        "{\"results\":[],\"errors\":[{\"category\":\"OBJECT_NOT_FOUND\"}]}");
    stub(post("/crm/objects/2026-09/tasks"), 201, "{\"id\":\"7\"}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("7")));
  }

  @Test
  void a_second_try_that_cannot_see_all_tasks_creates_none() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"9\"}]}]}");
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        207,
        "{\"results\":[],\"errors\":[{\"category\":\"INTERNAL_ERROR\"}]}");

    assertThat(connector.write(offer(RECORD), 2)).isInstanceOf(TryAgain.class);
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(2);
  }

  @Test
  void a_created_task_without_an_id_is_looked_for_later() {
    stub(post("/crm/objects/2026-09/tasks"), 201, "");

    assertThat(connector.write(offer(RECORD), 1)).isInstanceOf(TryAgain.class);
  }

  @ParameterizedTest
  @CsvSource({"tickets, 230", "deals, 216"})
  void a_ticket_and_a_deal_carry_their_task_themselves(String object, int number) {
    stub(post("/crm/objects/2026-09/tasks"), "{\"id\":\"7\"}");

    assertThat(connector.write(offer(new CrmRecord(HUB, object, "601")), 1))
        .isEqualTo(new Written(Optional.of("7")));

    assertThat(HUBSPOT.getAllServeEvents()).hasSize(1);
    assertThat(bodyOf("/crm/objects/2026-09/tasks"))
        .contains("{\"to\":{\"id\":\"601\"}", "\"associationTypeId\":" + number);
  }

  @Test
  void a_lead_lends_its_contact_and_is_associated_in_a_second_call() throws Exception {
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":\"501\"}]}]}");
    stub(post("/crm/objects/2026-09/tasks"), "{\"id\":\"7\"}");
    stub(put("/crm/objects/2026-09/tasks/7/associations/default/leads/901"), "{}");

    assertThat(connector.write(offer(LEAD), 1)).isEqualTo(new Written(Optional.of("7")));

    assertThat(HUBSPOT.getAllServeEvents()).hasSize(3);
    assertThat(bodyOf("/crm/objects/2026-09/tasks")).contains("{\"to\":{\"id\":\"501\"}");
  }

  @Test
  void a_second_try_for_a_lead_finds_the_task_at_its_contact() throws Exception {
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":\"501\"}]}]}");
    stub(post("/crm/associations/2026-09/leads/tasks/batch/read"), "{}");
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"7\"}]}]}");
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("7", "lead-1", "") + "]}");
    stub(put("/crm/objects/2026-09/tasks/7/associations/default/leads/901"), "{}");

    assertThat(connector.write(offer(LEAD), 2)).isEqualTo(new Written(Optional.of("7")));
  }

  @Test
  void a_task_is_ticked_off_with_its_outcome_and_the_answer_emptied_first() throws Exception {
    stub(patch(urlEqualTo("/crm/objects/2026-09/contacts/501")), "{}");
    stub(get(TASK_READ), task("7", "lead-1", "NOT_STARTED"));
    stub(patch(urlEqualTo("/crm/objects/2026-09/tasks/7")), "{}");

    assertThat(connector.write(close(Optional.of("7"), true), 1)).isEqualTo(WriteResult.written());

    sent(
        "PATCH /crm/objects/2026-09/contacts/501 {\"properties\":{\"baton_offer_response\":\"\"}}",
        "GET " + TASK_READ + " ",
        "PATCH /crm/objects/2026-09/tasks/7 {\"properties\":{\"hs_task_body\":"
            + "\"<p>Baton offer lead-1</p><p>Declined by Bob</p>\",\"hs_task_status\":\"COMPLETED\"}}");
  }

  @Test
  void a_task_that_is_gone_or_somebody_elses_is_left_alone() throws Exception {
    stub(get(TASK_READ), 404, "{}");
    assertThat(connector.write(close(Optional.of("7"), false), 1)).isInstanceOf(Written.class);

    stub(get(TASK_READ), task("7", "lead-2", "NOT_STARTED"));
    assertThat(connector.write(close(Optional.of("7"), false), 1)).isInstanceOf(Written.class);

    sent("GET " + TASK_READ + " ", "GET " + TASK_READ + " ");
  }

  @Test
  void a_task_that_is_ticked_off_already_is_not_written_again() throws Exception {
    stub(get(TASK_READ), task("7", "lead-1</p><p>Declined by Bob", "COMPLETED"));

    assertThat(connector.write(close(Optional.of("7"), false), 2)).isInstanceOf(Written.class);

    sent("GET " + TASK_READ + " ");
  }

  @Test
  void an_answer_on_a_record_that_is_gone_needs_no_emptying() {
    stub(any(anyUrl()), 404, "{}");

    assertThat(connector.write(close(Optional.of("7"), true), 1)).isInstanceOf(Written.class);
  }

  @Test
  void a_task_is_read_by_one_get() throws Exception {
    stub(get(TASK_READ), task("7", "lead-1", "COMPLETED"));

    assertThat(connector.readTask("7")).isEqualTo(new TaskRead.OfOffer("lead-1", true));
    assertThat(connector.readTask("../contacts/1")).isInstanceOf(TaskRead.NotOurs.class);

    sent("GET " + TASK_READ + " ");
  }

  private static OfferTask offer(CrmRecord record) {
    return new OfferTask(
        record,
        "lead-1",
        "77",
        NOW.plusSeconds(300),
        NOW.plusSeconds(240),
        "New lead",
        "Tags: Harbour\nSource: web",
        "https://b.example/o/x");
  }

  private static CloseTask close(Optional<String> taskId, boolean answeredInCrm) {
    return new CloseTask(RECORD, "lead-1", taskId, "Declined by Bob", answeredInCrm);
  }

  private static String task(String id, String key, String status) {
    return "{\"id\":\"%s\",\"properties\":{\"hs_task_body\":\"<p>Baton offer %s</p>\",\"hs_task_status\":\"%s\"}}"
        .formatted(id, key, status);
  }
}

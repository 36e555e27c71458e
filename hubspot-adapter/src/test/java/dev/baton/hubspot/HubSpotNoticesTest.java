package dev.baton.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmNotice.NotOurs;
import dev.baton.crm.CrmNotice.OfferAnswered;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.RecordDeleted;
import dev.baton.crm.CrmNotice.RecordsMerged;
import dev.baton.crm.CrmNotice.TaskChanged;
import dev.baton.crm.CrmNotice.Unreadable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotNoticesTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void a_created_contact_is_a_created_record_in_either_form_of_the_event() {
    var created = new RecordCreated("contacts", "501", AT);

    assertThat(read("contact.creation", Map.of())).isEqualTo(created);
    assertThat(read("object.creation", Map.of("objectTypeId", "0-1"))).isEqualTo(created);
  }

  @Test
  void a_created_lead_is_a_created_record_where_leads_are_routed() {
    CrmNotice notice = read("leads", event("object.creation", Map.of("objectTypeId", "0-136")));

    assertThat(notice).isEqualTo(new RecordCreated("leads", "501", AT));
  }

  @Test
  void records_of_the_kind_that_is_not_routed_are_not_ours() {
    assertThat(read("object.creation", Map.of("objectTypeId", "0-136")))
        .isInstanceOf(NotOurs.class);
    assertThat(read("leads", event("contact.creation", Map.of()))).isInstanceOf(NotOurs.class);
    assertThat(read("object.creation", Map.of("objectTypeId", "0-3"))).isInstanceOf(NotOurs.class);
    assertThat(read("object.creation", Map.of())).isInstanceOf(NotOurs.class);
  }

  @Test
  void a_changed_property_names_record_and_property() {
    assertThat(read("contact.propertyChange", Map.of("propertyName", "hubspot_owner_id")))
        .isEqualTo(new RecordChanged("contacts", "501", "hubspot_owner_id", AT));
  }

  @ParameterizedTest
  @CsvSource({"accept, ACCEPT", "decline, DECLINE", "another_chance, ANOTHER_CHANCE"})
  void the_answer_property_answers_the_offer(String value, Answer answer) {
    Map<String, String> change =
        Map.of(
            "propertyName", "baton_offer_response",
            "propertyValue", value,
            "changeSource", "CRM_UI",
            "sourceId", "userId:123");

    assertThat(read("contact.propertyChange", change))
        .isEqualTo(new OfferAnswered("contacts", "501", answer, "123", AT));
  }

  @Test
  void an_emptied_answer_is_nobodys_answer() {
    assertThat(
            read(
                "contact.propertyChange",
                Map.of("propertyName", "baton_offer_response", "propertyValue", "")))
        .isInstanceOf(NotOurs.class);
    assertThat(read("contact.propertyChange", Map.of("propertyName", "baton_offer_response")))
        .isInstanceOf(NotOurs.class);
  }

  @Test
  void an_unknown_answer_is_unreadable_and_not_repeated() {
    CrmNotice notice =
        read(
            "contact.propertyChange",
            Map.of("propertyName", "baton_offer_response", "propertyValue", "call Ann"));

    assertThat(notice).isInstanceOf(Unreadable.class);
    assertThat(notice.toString()).doesNotContain("Ann");
  }

  @Test
  void an_answer_written_by_baton_itself_is_not_ours() {
    Map<String, String> own =
        Map.of(
            "propertyName", "baton_offer_response",
            "propertyValue", "accept",
            "changeSource", "INTEGRATION",
            "sourceId", "4711",
            "appId", "4711");

    assertThat(read("contact.propertyChange", own)).isInstanceOf(NotOurs.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "baton_contact_status",
        "baton_deal_status",
        "baton_expected_value",
        "baton_expected_currency",
        "baton_reason",
        "hs_lead_status"
      })
  void feedback_is_news_from_a_person_and_from_another_app_but_not_from_baton(String property) {
    var changed = new RecordChanged("contacts", "501", property, AT);

    assertThat(read("contact.propertyChange", changedBy(property, "CRM_UI", "userId:123")))
        .isEqualTo(changed);
    assertThat(read("contact.propertyChange", changedBy(property, "INTEGRATION", "8")))
        .isEqualTo(changed);
    assertThat(read("contact.propertyChange", changedBy(property, "AUTOMATION_PLATFORM", "4711")))
        .isEqualTo(changed);
    assertThat(read("contact.propertyChange", changedBy(property, "INTEGRATION", "4711")))
        .isInstanceOf(NotOurs.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubspot_owner_id", "baton_comment", "baton_tags", "amount"})
  void a_change_of_anything_else_is_read_back_whoever_made_it(String property) {
    assertThat(read("contact.propertyChange", changedBy(property, "INTEGRATION", "4711")))
        .isEqualTo(new RecordChanged("contacts", "501", property, AT));
  }

  @ParameterizedTest
  @CsvSource({
    "leads, lead, 0-136, hs_pipeline_stage",
    "tickets, ticket, 0-5, hs_pipeline_stage",
    "deals, deal, 0-3, dealstage",
    "deals, deal, 0-3, amount"
  })
  void every_kind_that_is_routed_is_heard_by_its_name_and_by_its_number(
      String object, String name, String number, String property) {
    Map<String, String> own = changedBy(property, "INTEGRATION", "4711");
    ObjectNode numbered =
        event("object.propertyChange", changedBy(property, "CRM_UI", "userId:123"))
            .put("objectTypeId", number);

    assertThat(read(object, numbered)).isEqualTo(new RecordChanged(object, "501", property, AT));
    assertThat(read(object, event(name + ".creation", Map.of())))
        .isEqualTo(new RecordCreated(object, "501", AT));
    assertThat(read(object, event(name + ".propertyChange", own))).isInstanceOf(NotOurs.class);
  }

  @Test
  void a_task_ticked_off_by_somebody_is_a_changed_task() {
    Map<String, String> ticked =
        Map.of(
            "objectTypeId", "0-27",
            "propertyName", "hs_task_status",
            "propertyValue", "COMPLETED",
            "sourceId", "userId:123");

    assertThat(read("object.propertyChange", ticked)).isEqualTo(new TaskChanged("501", "123", AT));
    assertThat(read("leads", event("object.propertyChange", ticked)))
        .isEqualTo(new TaskChanged("501", "123", AT));
  }

  @Test
  void a_task_closed_by_baton_itself_is_not_ours_but_one_closed_by_another_app_is() {
    Map<String, String> own =
        Map.of(
            "objectTypeId",
            "0-27",
            "changeSource",
            "INTEGRATION",
            "sourceId",
            "4711",
            "appId",
            "4711");
    Map<String, String> other =
        Map.of(
            "objectTypeId",
            "0-27",
            "changeSource",
            "INTEGRATION",
            "sourceId",
            "8",
            "appId",
            "4711");

    assertThat(read("object.propertyChange", own)).isInstanceOf(NotOurs.class);
    assertThat(read("object.propertyChange", other)).isEqualTo(new TaskChanged("501", "", AT));
  }

  @Test
  void new_and_deleted_tasks_are_not_ours() {
    assertThat(read("object.creation", Map.of("objectTypeId", "0-27"))).isInstanceOf(NotOurs.class);
    assertThat(read("object.deletion", Map.of("objectTypeId", "0-27"))).isInstanceOf(NotOurs.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"contact.deletion", "contact.privacyDeletion"})
  void a_deleted_contact_is_a_deleted_record(String type) {
    assertThat(read(type, Map.of())).isEqualTo(new RecordDeleted("contacts", "501", AT));
  }

  @Test
  void merged_records_say_which_record_they_live_on_in() {
    ObjectNode merge = event("contact.merge", Map.of("primaryObjectId", "1"));
    merge.putArray("mergedObjectIds").add(2).add(3);

    assertThat(read("contacts", merge))
        .isEqualTo(new RecordsMerged("contacts", List.of("2", "3"), "1", AT));
    assertThat(read("contacts", merge.put("newObjectId", 9)))
        .isEqualTo(new RecordsMerged("contacts", List.of("2", "3", "1"), "9", AT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contact.restore", "contact.associationChange", "conversation.creation", "ping"})
  void events_nothing_follows_from_are_not_ours_and_named(String type) {
    assertThat(read(type, Map.of()))
        .isInstanceOfSatisfying(NotOurs.class, not -> assertThat(not.why()).contains(type));
  }

  @Test
  void a_type_without_end_is_cut_in_the_reason() {
    assertThat(((NotOurs) read("x".repeat(5_000) + ".y", Map.of())).why()).hasSizeLessThan(200);
  }

  @Test
  void an_event_that_lacks_its_record_its_property_or_its_time_is_unreadable() {
    ObjectNode timeless = event("contact.creation", Map.of());
    timeless.remove("occurredAt");
    ObjectNode endless = event("contact.creation", Map.of()).put("occurredAt", Long.MAX_VALUE);

    assertThat(read("contact.creation", Map.of("objectId", ""))).isInstanceOf(Unreadable.class);
    assertThat(read("contact.creation", Map.of("objectId", "../5"))).isInstanceOf(Unreadable.class);
    assertThat(read("contact.propertyChange", Map.of())).isInstanceOf(Unreadable.class);
    assertThat(read("contact.merge", Map.of())).isInstanceOf(Unreadable.class);
    assertThat(read("contacts", timeless)).isInstanceOf(Unreadable.class);
    assertThat(read("contacts", endless)).isInstanceOf(Unreadable.class);
    assertThat(read("", Map.of())).isInstanceOf(Unreadable.class);
  }

  private static Map<String, String> changedBy(String property, String source, String sourceId) {
    return Map.of(
        "propertyName", property,
        "propertyValue", "x",
        "changeSource", source,
        "sourceId", sourceId,
        "appId", "4711");
  }

  private static CrmNotice read(String type, Map<String, String> fields) {
    return read("contacts", event(type, fields));
  }

  private static CrmNotice read(String object, ObjectNode event) {
    return new HubSpotNotices(object).of(new HubSpotEvent(event));
  }

  private static ObjectNode event(String type, Map<String, String> fields) {
    ObjectNode event =
        JsonNodeFactory.instance
            .objectNode()
            .put("eventId", 7)
            .put("portalId", 11)
            .put("subscriptionType", type)
            .put("objectId", 501)
            .put("occurredAt", AT.toEpochMilli());
    fields.forEach(event::put);
    return event;
  }
}

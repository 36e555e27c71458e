package dev.baton.salesforce;

import static dev.baton.salesforce.OutboundMessage.ANN;
import static dev.baton.salesforce.OutboundMessage.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmNotice.NotOurs;
import dev.baton.crm.CrmNotice.OfferAnswered;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.TaskAnswered;
import dev.baton.crm.CrmNotice.TaskChanged;
import dev.baton.crm.CrmNotice.Unreadable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceNoticesTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final String TASK = "00T5g00000TaskTEAR";

  private final SalesforceNotices notices = new SalesforceNotices("Lead");

  @Test
  void a_message_with_the_time_of_creation_is_about_a_new_record() {
    assertThat(of("Lead", Map.of("CreatedDate", "2026-11-22T10:00:00.000Z")))
        .isEqualTo(new RecordCreated("Lead", LEAD, AT));
  }

  @Test
  void a_new_record_that_was_changed_before_it_was_told_of_is_new_all_the_same() {
    assertThat(of("Lead", Map.of("CreatedDate", "2026-11-21T10:00:00.000Z")))
        .isInstanceOf(RecordCreated.class);
  }

  @Test
  void an_old_record_is_a_changed_one_even_where_a_message_always_tells_its_creation() {
    assertThat(of("Lead", Map.of("CreatedDate", "2026-11-21T09:59:59.000Z")))
        .isInstanceOf(RecordChanged.class);
  }

  @Test
  void a_message_without_the_time_of_creation_is_about_a_change() {
    assertThat(of("Lead", Map.of()))
        .isEqualTo(new RecordChanged("Lead", LEAD, "SystemModstamp", AT));
  }

  @ParameterizedTest
  @CsvSource({"accept,ACCEPT", "decline,DECLINE", "another_chance,ANOTHER_CHANCE"})
  void an_answer_in_the_record_is_that_of_who_changed_it(String value, Answer answer) {
    assertThat(of("Lead", Map.of("Baton_Offer_Response__c", value)))
        .isEqualTo(new OfferAnswered("Lead", LEAD, answer, ANN, AT));
  }

  @ParameterizedTest
  @CsvSource({"accept,ACCEPT", "decline,DECLINE", "another_chance,ANOTHER_CHANCE"})
  void an_answer_in_the_task_is_that_of_who_changed_it(String value, Answer answer) {
    assertThat(of("Task", Map.of("Baton_Offer_Response__c", value)))
        .isEqualTo(new TaskAnswered(TASK, answer, ANN, AT));
  }

  @Test
  void a_task_without_an_answer_may_have_been_ticked_off() {
    assertThat(of("Task", Map.of())).isEqualTo(new TaskChanged(TASK, ANN, AT));
    assertThat(of("Task", Map.of("Baton_Offer_Response__c", "")))
        .isEqualTo(new TaskChanged(TASK, ANN, AT));
  }

  @Test
  void what_baton_itself_changed_is_no_answer() {
    var fields = Map.of("Baton_Offer_Response__c", "accept");

    assertThat(notices.of(notification("Task", fields), ANN)).isInstanceOf(NotOurs.class);
    assertThat(notices.of(notification("Task", Map.of()), ANN)).isInstanceOf(NotOurs.class);
    assertThat(notices.of(notification("Lead", fields), ANN)).isInstanceOf(RecordChanged.class);
  }

  @Test
  void ids_of_15_characters_are_told_with_18() {
    var fields = Map.of("Id", LEAD.substring(0, 15), "LastModifiedById", ANN.substring(0, 15));

    assertThat(of("Lead", with(fields, "Baton_Offer_Response__c", "accept")))
        .isEqualTo(new OfferAnswered("Lead", LEAD, Answer.ACCEPT, ANN, AT));
  }

  @Test
  void who_changed_it_may_be_unknown() {
    var fields = Map.of("LastModifiedById", "", "Baton_Offer_Response__c", "decline");

    assertThat(((OfferAnswered) of("Lead", fields)).by()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Case", "Opportunity", "Contact", "", "lead"})
  void another_kind_of_record_is_none_of_our_business(String object) {
    assertThat(of(object, Map.of())).isInstanceOf(NotOurs.class);
  }

  @ParameterizedTest
  @CsvSource({"Id,''", "Id,nonsense", "SystemModstamp,''", "SystemModstamp,yesterday"})
  void a_notification_without_record_or_time_cannot_be_understood(String field, String value) {
    assertThat(of("Lead", Map.of(field, value))).isInstanceOf(Unreadable.class);
  }

  @Test
  void an_answer_nobody_can_give_cannot_be_understood() {
    assertThat(of("Lead", Map.of("Baton_Offer_Response__c", "perhaps")))
        .isInstanceOf(Unreadable.class);
  }

  private CrmNotice of(String object, Map<String, String> fields) {
    return notices.of(notification(object, fields), "");
  }

  private static SalesforceNotification notification(String object, Map<String, String> fields) {
    var all = new HashMap<String, String>();
    all.put("Id", object.equals("Task") ? TASK : LEAD);
    all.put("SystemModstamp", "2026-11-22T10:00:00.000Z");
    all.put("LastModifiedById", ANN);
    all.putAll(fields);
    return new SalesforceNotification("04l1", object, all);
  }

  private static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var all = new HashMap<>(fields);
    all.put(name, value);
    return all;
  }
}

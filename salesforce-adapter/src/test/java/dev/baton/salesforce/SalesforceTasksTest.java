package dev.baton.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.TaskRead;
import dev.baton.crm.WriteResult.Written;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.salesforce.sandbox.Call;
import dev.baton.salesforce.sandbox.SandboxRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tasks of offers as people see them in the org. */
class SalesforceTasksTest {
  private static final Instant DUE = Instant.parse("2026-11-22T23:30:00Z");
  private static final LeadContent ANN_ASKS =
      new LeadContent(
          new LeadText("Asks", "Harbour", Map.of()),
          new Contact("Ann Example", "ann@example.org", "+1 555 0100"),
          Set.of(),
          "");

  private SandboxUnderTest crm = new SandboxUnderTest(RoutedObject.LEAD);
  private String bob = crm.givenUser("Bob Builder", "bob@example.org");

  @AfterEach
  void close() {
    crm.close();
  }

  @ParameterizedTest
  @EnumSource(RoutedObject.class)
  void a_task_hangs_on_its_record_by_the_field_for_its_kind(RoutedObject kind) {
    crm.close();
    crm = new SandboxUnderTest(kind);
    bob = crm.givenUser("Bob Builder", "bob@example.org");
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    offer(record, "lead-1", 1);

    SandboxRecord task = crm.org.tasksOf(record.id()).getFirst();
    assertThat(task.value(kind == RoutedObject.LEAD ? "WhoId" : "WhatId")).isEqualTo(record.id());
    assertThat(task.value(kind == RoutedObject.LEAD ? "WhatId" : "WhoId")).isEmpty();
  }

  @Test
  void a_task_is_due_on_the_day_it_is_where_the_org_is_and_holds_no_contact_data() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    offer(record, "lead-1", 1);

    SandboxRecord task = crm.org.tasksOf(record.id()).getFirst();
    assertThat(task.value("ActivityDate")).isEqualTo("2026-11-23");
    assertThat(task.value("ReminderDateTime")).startsWith("2026-11-22T23:28:00");
    assertThat(task.isTrue("IsReminderSet")).isTrue();
    assertThat(task.value("Baton_Offer_Key__c")).isEqualTo("lead-1");
    assertThat(task.value("Subject") + task.value("Description"))
        .contains("https://baton.example/o/abc")
        .doesNotContain("Ann", "ann@", "555");
  }

  @Test
  void a_later_attempt_leaves_the_task_as_the_agent_has_left_it() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String task = offer(record, "lead-1", 1);
    crm.completeTask(task);

    assertThat(offer(record, "lead-1", 2)).isEqualTo(task);

    assertThat(crm.tasksOf(record)).singleElement().matches(t -> t.completed());
  }

  @Test
  void even_two_first_attempts_make_one_task() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);

    assertThat(offer(record, "lead-1", 1)).isEqualTo(offer(record, "lead-1", 1));
    assertThat(crm.tasksOf(record)).hasSize(1);
  }

  @Test
  void closing_tells_the_outcome_once_and_empties_both_answers_in_one_call() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String task = offer(record, "lead-1", 1);
    crm.org.answerOffer(task, "decline", bob);
    crm.org.answerOffer(record.id(), "decline", bob);
    int before = updates();

    var close = new CloseTask(record, "lead-1", Optional.of(task), "Declined by Bob", true);
    assertThat(crm.connector.write(close, 1)).isInstanceOf(Written.class);
    assertThat(updates()).isEqualTo(before + 1);
    assertThat(crm.connector.write(close, 2)).isInstanceOf(Written.class);

    SandboxRecord closed = crm.org.record(task).orElseThrow();
    assertThat(closed.value("Status")).isEqualTo("Completed");
    assertThat(closed.value("Description")).containsOnlyOnce("Declined by Bob");
    assertThat(closed.value("Baton_Offer_Response__c")).isEmpty();
    assertThat(crm.org.record(record.id()).orElseThrow().value("Baton_Offer_Response__c"))
        .isEmpty();
  }

  @Test
  void closing_what_is_closed_writes_nothing() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    offer(record, "lead-1", 1);
    var close = new CloseTask(record, "lead-1", Optional.empty(), "Not answered in time", false);
    crm.connector.write(close, 1);
    int before = updates();

    crm.connector.write(close, 2);

    assertThat(updates()).isEqualTo(before);
  }

  @Test
  void a_comment_is_a_task_that_is_done_and_answers_no_offer() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String key = "c-" + "x".repeat(100);
    var comment = new AddComment(record, key, "Bob", DUE, "Call again\nin May");

    crm.connector.write(comment, 1);
    crm.connector.write(comment, 2);

    List<SandboxRecord> tasks = crm.org.tasksOf(record.id());
    assertThat(tasks).singleElement().matches(task -> task.isTrue("IsClosed"));
    assertThat(tasks.getFirst().value("Description")).isEqualTo("Call again\nin May");
    assertThat(tasks.getFirst().value("ActivityDate")).isEqualTo("2026-11-23");
    assertThat(crm.connector.readTask(tasks.getFirst().id())).isInstanceOf(TaskRead.NotOurs.class);
  }

  @Test
  void a_task_of_a_persons_own_is_none_of_batons() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String task =
        crm.org.create(
            dev.baton.salesforce.sandbox.ObjectType.TASK,
            Map.of("Subject", "Lunch", "WhoId", record.id(), "OwnerId", bob),
            bob);

    assertThat(crm.connector.readTask(task)).isInstanceOf(TaskRead.NotOurs.class);
    assertThat(crm.connector.readTask(record.id())).isInstanceOf(TaskRead.NotOurs.class);
    assertThat(crm.connector.readTask("")).isInstanceOf(TaskRead.NotOurs.class);
  }

  @Test
  void a_task_is_found_by_its_id_of_15_characters_too() {
    CrmRecord record = crm.givenRecord(ANN_ASKS);
    String task = offer(record, "lead-1", 1);

    assertThat(crm.connector.readTask(task.substring(0, 15)))
        .isEqualTo(new TaskRead.OfOffer("lead-1", false));
  }

  private String offer(CrmRecord record, String key, int attempt) {
    var offer =
        new OfferTask(
            record,
            key,
            bob,
            DUE,
            DUE.minusSeconds(120),
            "New lead",
            "Tags: Harbour",
            "https://baton.example/o/abc");
    return ((Written) crm.connector.write(offer, attempt)).taskId().orElseThrow();
  }

  private int updates() {
    return (int)
        crm.sandbox.calls().stream().map(Call::toString).filter(c -> c.contains("update")).count();
  }
}

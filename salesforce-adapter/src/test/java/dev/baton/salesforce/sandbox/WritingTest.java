package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.DeleteResult;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.UpsertResult;
import com.sforce.soap.partner.fault.InvalidFieldFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class WritingTest extends SandboxTest {
  @Test
  void a_created_record_has_what_it_was_given_and_what_salesforce_adds() throws Exception {
    SaveResult result =
        app.create(all(sObject("Lead", "LastName", "Zoë <&> ✓", "FirstName", "A", "Company", "C")))[
            0];

    assertThat(result.isSuccess()).isTrue();
    assertThat(result.getId()).hasSize(18).startsWith("00Q");
    SandboxRecord lead = record(result.getId());
    assertThat(lead.value("Name")).isEqualTo("A Zoë <&> ✓");
    assertThat(lead.value("Status")).isEqualTo("Open - Not Contacted");
    assertThat(lead.value("OwnerId")).isEqualTo(org.integrationUser().id());
    assertThat(lead.value("IsConverted")).isEqualTo("false");
    assertThat(lead.value("CreatedDate")).isEqualTo("2026-11-22T10:00:00.000Z");
    assertThat(lead.value("LastModifiedById")).isEqualTo(org.integrationUser().id());
  }

  @Test
  void an_update_changes_what_it_names_and_moves_the_modstamp() throws Exception {
    String lead = lead();
    clock.tick(Duration.ofMinutes(1));

    SaveResult result =
        app.update(
                all(
                    sObject(
                        "Lead",
                        "Id",
                        lead.substring(0, 15),
                        "OwnerId",
                        ann.id(),
                        "Baton_Tags__c",
                        "pool;garden")))[0];

    assertThat(result.isSuccess()).isTrue();
    assertThat(result.getId()).isEqualTo(lead);
    assertThat(record(lead).value("OwnerId")).isEqualTo(ann.id());
    assertThat(record(lead).value("Email")).isEqualTo("b@bob.test");
    assertThat(record(lead).value("SystemModstamp")).isEqualTo("2026-11-22T10:01:00.000Z");
    assertThat(record(lead).value("CreatedDate")).isEqualTo("2026-11-22T10:00:00.000Z");
  }

  @Test
  void a_field_is_emptied_by_fields_to_null_and_by_nothing_else() throws Exception {
    String lead = lead();
    SObject nil = sObject("Lead", "Id", lead);
    nil.setField("Email", null);
    app.update(all(nil));
    app.update(all(sObject("Lead", "Id", lead, "Email", "")));
    assertThat(record(lead).value("Email")).isEqualTo("b@bob.test");

    SObject emptying = sObject("Lead", "Id", lead);
    emptying.setFieldsToNull(new String[] {"Email"});
    app.update(all(emptying));

    assertThat(record(lead).value("Email")).isEmpty();
  }

  @Test
  void an_upsert_by_offer_key_makes_one_task_however_often_it_is_sent() throws Exception {
    String lead = lead();
    SObject task =
        sObject("Task", "Baton_Offer_Key__c", "offer-1", "WhoId", lead, "Subject", "Call Bob");

    UpsertResult first = app.upsert("Baton_Offer_Key__c", all(task))[0];
    task.setField("Subject", "Call Bob now");
    UpsertResult second = app.upsert("Baton_Offer_Key__c", all(task))[0];

    assertThat(first.isCreated()).isTrue();
    assertThat(second.isSuccess()).isTrue();
    assertThat(second.isCreated()).isFalse();
    assertThat(second.getId()).isEqualTo(first.getId());
    assertThat(org.tasksOf(lead)).hasSize(1);
    assertThat(org.tasks().getFirst().value("Subject")).isEqualTo("Call Bob now");
  }

  @Test
  void an_upsert_needs_its_key_and_a_field_that_is_one() throws Exception {
    UpsertResult keyless =
        app.upsert("Baton_Offer_Key__c", all(sObject("Task", "Subject", "x")))[0];

    assertThat(keyless.getErrors()[0].getStatusCode()).isEqualTo(StatusCode.MISSING_ARGUMENT);
    assertThatThrownBy(() -> app.upsert("Subject", all(sObject("Task", "Subject", "x"))))
        .asString()
        .contains("INVALID_FIELD");
  }

  @Test
  void an_upsert_by_id_changes_the_record_of_that_id() throws Exception {
    String lead = lead();

    UpsertResult result = app.upsert("Id", all(sObject("Lead", "Id", lead, "Company", "New")))[0];

    assertThat(result.isCreated()).isFalse();
    assertThat(record(lead).value("Company")).isEqualTo("New");
  }

  @Test
  void a_deleted_record_is_gone_and_can_neither_be_deleted_nor_changed_again() throws Exception {
    String lead = lead();

    DeleteResult first = app.delete(new String[] {lead})[0];
    DeleteResult again = app.delete(new String[] {lead})[0];
    SaveResult change = app.update(all(sObject("Lead", "Id", lead, "Company", "x")))[0];

    assertThat(first.isSuccess()).isTrue();
    assertThat(org.record(lead)).isEmpty();
    assertThat(org.deletedRecord(lead)).isPresent();
    assertThat(again.getErrors()[0].getStatusCode()).isEqualTo(StatusCode.ENTITY_IS_DELETED);
    assertThat(change.getErrors()[0].getStatusCode()).isEqualTo(StatusCode.ENTITY_IS_DELETED);
    assertThat(change.getErrors()[0].getMessage()).isEqualTo("entity is deleted");
  }

  @Test
  void values_are_read_back_as_salesforce_writes_them() throws Exception {
    String lead = lead();
    SObject task = sObject("Task", "WhoId", lead.substring(0, 15), "ActivityDate", "2026-11-23");
    Calendar reminder = Calendar.getInstance(TimeZone.getTimeZone("Europe/Berlin"));
    reminder.setTimeInMillis(clock.instant().toEpochMilli());
    task.setField("ReminderDateTime", reminder);
    task.setField("IsReminderSet", true);
    String id = app.create(all(task))[0].getId();
    SObject change = sObject("Lead", "Id", lead);
    change.setField("Baton_Expected_Value__c", 1200.5);
    app.update(all(change));

    SObject read =
        app.retrieve(
                "Id, whoid,ActivityDate,ReminderDateTime,IsReminderSet,Description",
                "Task",
                new String[] {id})[0];

    assertThat(read.getId()).isEqualTo(id);
    assertThat(read.getField("WhoId")).isEqualTo(lead);
    assertThat(read.getField("ActivityDate")).isEqualTo("2026-11-23");
    assertThat(read.getField("ReminderDateTime")).isEqualTo("2026-11-22T10:00:00.000Z");
    assertThat(read.getField("IsReminderSet")).isEqualTo("true");
    assertThat(read.getField("Description")).isNull();
    assertThat(record(lead).value("Baton_Expected_Value__c")).isEqualTo("1200.5");
  }

  @Test
  void what_cannot_be_retrieved_is_null_in_its_place() throws Exception {
    String lead = lead();
    String gone = lead();
    app.delete(new String[] {gone});

    SObject[] read = app.retrieve("Company", "Lead", new String[] {gone, lead});

    assertThat(read[0]).isNull();
    assertThat(read[1].getField("Company")).isEqualTo("Bob Inc");
  }

  @Test
  void cases_and_opportunities_carry_what_follows_from_their_state() throws Exception {
    SObject kase = sObject("Case", "Subject", "Pool", "SuppliedEmail", "b@bob.test");
    SObject deal = sObject("Opportunity", "Name", "Pool", "StageName", "Closed Won");
    deal.setField("CloseDate", "2026-12-01");
    deal.setField("Amount", 10);
    SaveResult[] results = app.create(all(kase, deal));

    assertThat(record(results[0].getId()).value("CaseNumber")).isEqualTo("00001001");
    assertThat(record(results[0].getId()).value("IsClosed")).isEqualTo("false");
    assertThat(record(results[1].getId()).value("IsWon")).isEqualTo("true");
    assertThat(record(results[1].getId()).value("Amount")).isEqualTo("10.0");
  }

  @Test
  void two_hundred_records_go_into_a_call_and_no_more() throws Exception {
    SObject[] many = new SObject[201];
    Arrays.setAll(many, i -> sObject("Lead", "LastName", "L" + i, "Company", "C"));

    assertThatThrownBy(() -> app.create(many))
        .isInstanceOf(ConnectionException.class)
        .asString()
        .contains("EXCEEDED_ID_LIMIT");
    assertThat(org.records(ObjectType.LEAD)).isEmpty();
    assertThat(app.create(Arrays.copyOf(many, 200))).allMatch(SaveResult::isSuccess);
    assertThat(org.records(ObjectType.LEAD)).hasSize(200);
  }

  @Test
  void one_record_fails_and_the_others_do_not() throws Exception {
    SaveResult[] results = app.create(oneGoodOneBad());

    assertThat(List.of(results)).map(SaveResult::isSuccess).containsExactly(true, false);
    assertThat(results[1].getErrors()[0].getStatusCode())
        .isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
    assertThat(results[1].getErrors()[0].getFields()).containsExactly("Company");
    assertThat(org.records(ObjectType.LEAD)).hasSize(1);
  }

  @Test
  void with_all_or_none_one_failure_undoes_everything() throws Exception {
    app.setAllOrNoneHeader(true);

    SaveResult[] results = app.create(oneGoodOneBad());

    assertThat(results[0].getErrors()[0].getStatusCode())
        .isEqualTo(StatusCode.ALL_OR_NONE_OPERATION_ROLLED_BACK);
    assertThat(results[1].getErrors()[0].getStatusCode())
        .isEqualTo(StatusCode.REQUIRED_FIELD_MISSING);
    assertThat(org.records(ObjectType.LEAD)).isEmpty();
  }

  @Test
  void an_assignment_rule_takes_the_owner_unless_the_call_forbids_it() throws Exception {
    String queue = org.addQueue("Everything");
    org.assignByRule(queue);
    SObject mine = sObject("Lead", "LastName", "B", "Company", "C", "OwnerId", ann.id());

    String ruled = app.create(all(mine))[0].getId();
    app.setAssignmentRuleHeader(null, false);
    String kept = app.create(all(mine))[0].getId();

    assertThat(record(ruled).value("OwnerId")).isEqualTo(queue);
    assertThat(record(kept).value("OwnerId")).isEqualTo(ann.id());
    assertThat(record(lead()).value("OwnerId")).isEqualTo(queue);
    org.stopAssigning();
    app.clearAssignmentRuleHeader();
    app.update(all(sObject("Lead", "Id", ruled, "OwnerId", ann.id())));
    assertThat(record(ruled).value("OwnerId")).isEqualTo(ann.id());
  }

  @Test
  void an_org_without_the_package_does_not_know_its_fields() throws Exception {
    String lead = lead();
    org.uninstallBaton();
    SObject change = sObject("Lead", "Id", lead, "Company", "x", "Baton_Tags__c", "pool");

    assertThatThrownBy(() -> app.update(all(change)))
        .isInstanceOf(InvalidFieldFault.class)
        .asString()
        .contains("No such column 'Baton_Tags__c' on entity 'Lead'");

    assertThat(record(lead).value("Company")).isEqualTo("Bob Inc");
    org.installBaton();
    assertThat(app.update(all(change))[0].isSuccess()).isTrue();
  }

  @Test
  void orgs_know_nothing_of_each_other() {
    Org other = sandbox.openOrgWithoutPackage("Other");

    String lead = other.createLead(Map.of("LastName", "B", "Company", "C"));

    assertThat(org.record(lead)).isEmpty();
    assertThat(sandbox.org(other.id().substring(0, 15))).contains(other);
    assertThat(sandbox.orgs()).containsExactly(org, other);
  }

  private static SObject[] oneGoodOneBad() {
    return all(sObject("Lead", "LastName", "A", "Company", "C"), sObject("Lead", "LastName", "B"));
  }
}

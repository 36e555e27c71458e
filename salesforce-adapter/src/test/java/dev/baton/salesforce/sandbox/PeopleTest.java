package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.sobject.SObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeopleTest extends SandboxTest {
  private final String lead = lead();

  @Test
  void people_join_and_leave() {
    assertThat(ann.name()).isEqualTo("Ann Lee");
    assertThat(ann.active()).isTrue();

    org.deactivateUser(ann.id());

    assertThat(org.users()).filteredOn(u -> !u.active()).map(SandboxUser::id).contains(ann.id());
    assertThatThrownBy(() -> org.change(lead, Map.of("Phone", "1"), ann.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_a_person_does_has_their_name() {
    org.change(lead, Map.of("Status", "Working - Contacted", "Email", ""), ann.id());
    org.giveTo(ann.id(), lead, ann.id());

    assertThat(record(lead).value("Status")).isEqualTo("Working - Contacted");
    assertThat(record(lead).value("Email")).isEmpty();
    assertThat(record(lead).value("OwnerId")).isEqualTo(ann.id());
    assertThat(record(lead).value("CreatedById")).isEqualTo(org.admin().id());
    assertThat(record(lead).value("LastModifiedById")).isEqualTo(ann.id());
  }

  @Test
  void people_are_held_to_the_same_rules_as_apps() {
    assertThatThrownBy(() -> org.createLead(Map.of("LastName", "B")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Company");
    assertThatThrownBy(() -> org.change(lead, Map.of("Nothing", "1"), ann.id()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> org.delete("00Q000000000001", ann.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_task_is_completed_and_answered() {
    String task = org.create(ObjectType.TASK, Map.of("WhoId", lead, "OwnerId", ann.id()), ann.id());
    org.answerOffer(task, "accept", ann.id());
    org.completeTask(task, ann.id());
    org.answerOffer(lead, "decline", ann.id());

    assertThat(record(task).value("Baton_Offer_Response__c")).isEqualTo("accept");
    assertThat(record(task).value("IsClosed")).isEqualTo("true");
    assertThat(record(lead).value("Baton_Offer_Response__c")).isEqualTo("decline");
    assertThat(org.tasksOf(lead)).map(SandboxRecord::id).containsExactly(task);
  }

  @Test
  void a_merge_leaves_the_winner_and_names_it_in_the_losers() throws Exception {
    String loser = lead();
    String task = org.create(ObjectType.TASK, Map.of("WhoId", loser), ann.id());

    org.merge(lead, List.of(loser), ann.id());

    assertThat(org.record(loser)).isEmpty();
    SObject bin =
        app.queryAll("SELECT MasterRecordId FROM Lead WHERE IsDeleted = true").getRecords()[0];
    assertThat(bin.getField("MasterRecordId")).isEqualTo(lead);
    assertThat(record(task).value("WhoId")).isEqualTo(lead);
    assertThat(record(lead).value("LastModifiedById")).isEqualTo(ann.id());
    assertThatThrownBy(() -> org.merge(lead, List.of(loser), ann.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_converted_lead_becomes_a_customer() {
    String task = org.create(ObjectType.TASK, Map.of("WhoId", lead), ann.id());

    Conversion conversion = org.convert(lead, ann.id());

    assertThat(record(lead).isTrue("IsConverted")).isTrue();
    assertThat(record(lead).value("Status")).isEqualTo("Closed - Converted");
    assertThat(record(lead).value("ConvertedContactId")).isEqualTo(conversion.contactId());
    assertThat(record(conversion.accountId()).value("Name")).isEqualTo("Bob Inc");
    assertThat(record(conversion.contactId()).value("Email")).isEqualTo("b@bob.test");
    assertThat(record(conversion.opportunityId()).value("StageName")).isEqualTo("Prospecting");
    assertThat(record(task).value("WhoId")).isEqualTo(conversion.contactId());
    assertThat(record(task).value("WhatId")).isEqualTo(conversion.opportunityId());
    assertThatThrownBy(() -> org.convert(lead, ann.id()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_admin_adds_a_field_that_apps_then_write() throws Exception {
    org.addField(ObjectType.LEAD, FieldDefinition.text("Budget__c", 20));

    app.update(all(sObject("Lead", "Id", lead, "Budget__c", "big")));

    assertThat(record(lead).value("Budget__c")).isEqualTo("big");
  }
}

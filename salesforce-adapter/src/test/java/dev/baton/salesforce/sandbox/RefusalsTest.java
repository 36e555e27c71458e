package dev.baton.salesforce.sandbox;

import static com.sforce.soap.partner.StatusCode.CANNOT_UPDATE_CONVERTED_LEAD;
import static com.sforce.soap.partner.StatusCode.DUPLICATE_VALUE;
import static com.sforce.soap.partner.StatusCode.ENTITY_IS_DELETED;
import static com.sforce.soap.partner.StatusCode.FIELD_INTEGRITY_EXCEPTION;
import static com.sforce.soap.partner.StatusCode.INACTIVE_OWNER_OR_USER;
import static com.sforce.soap.partner.StatusCode.INSUFFICIENT_ACCESS_OR_READONLY;
import static com.sforce.soap.partner.StatusCode.INVALID_CROSS_REFERENCE_KEY;
import static com.sforce.soap.partner.StatusCode.INVALID_EMAIL_ADDRESS;
import static com.sforce.soap.partner.StatusCode.INVALID_FIELD_FOR_INSERT_UPDATE;
import static com.sforce.soap.partner.StatusCode.INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST;
import static com.sforce.soap.partner.StatusCode.INVALID_TYPE_ON_FIELD_IN_RECORD;
import static com.sforce.soap.partner.StatusCode.MALFORMED_ID;
import static com.sforce.soap.partner.StatusCode.REQUIRED_FIELD_MISSING;
import static com.sforce.soap.partner.StatusCode.STRING_TOO_LONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.Error;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.fault.InvalidSObjectFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import org.junit.jupiter.api.Test;

class RefusalsTest extends SandboxTest {
  private final String lead = lead();

  @Test
  void an_owner_who_has_left_is_refused() throws Exception {
    org.deactivateUser(ann.id());

    assertRefused(change("OwnerId", ann.id()), INACTIVE_OWNER_OR_USER, "OwnerId");
    assertThat(record(lead).value("OwnerId")).isEqualTo(org.admin().id());
  }

  @Test
  void an_owner_nobody_knows_is_refused() throws Exception {
    assertRefused(change("OwnerId", "005000000000001AAA"), INVALID_CROSS_REFERENCE_KEY, "OwnerId");
    assertRefused(change("OwnerId", lead), INVALID_CROSS_REFERENCE_KEY, "OwnerId");
    assertRefused(change("OwnerId", "ann"), MALFORMED_ID, "OwnerId");
  }

  @Test
  void a_queue_owns_leads_but_no_tasks() throws Exception {
    String queue = org.addQueue("Everything");

    assertThat(update(change("OwnerId", queue)).isSuccess()).isTrue();
    assertRefused(sObject("Task", "OwnerId", queue), INVALID_CROSS_REFERENCE_KEY, "OwnerId");
  }

  @Test
  void a_record_nobody_knows_is_not_changed() throws Exception {
    assertRefused(sObject("Lead", "Id", "00Q000000000001"), INVALID_CROSS_REFERENCE_KEY);
    assertRefused(sObject("Lead", "Id", ann.id()), INVALID_CROSS_REFERENCE_KEY);
    assertRefused(sObject("Lead", "Id", "no id"), MALFORMED_ID, "Id");
  }

  @Test
  void a_task_does_not_belong_to_what_was_deleted() throws Exception {
    org.delete(lead, ann.id());

    assertRefused(sObject("Task", "WhoId", lead), ENTITY_IS_DELETED);
  }

  @Test
  void a_task_for_a_lead_is_about_nothing_else() throws Exception {
    String kase = app.create(all(sObject("Case", "Subject", "x")))[0].getId();

    assertRefused(
        sObject("Task", "WhoId", lead, "WhatId", kase), FIELD_INTEGRITY_EXCEPTION, "WhatId");
    assertThat(app.create(all(sObject("Task", "WhatId", kase)))[0].isSuccess()).isTrue();
  }

  @Test
  void two_records_do_not_share_an_external_id() throws Exception {
    SObject task = sObject("Task", "Baton_Offer_Key__c", "one");
    app.create(all(task));

    assertRefused(task, DUPLICATE_VALUE);
  }

  @Test
  void values_have_to_fit_their_fields() throws Exception {
    assertRefused(change("Email", "no address"), INVALID_EMAIL_ADDRESS, "Email");
    assertRefused(change("Company", "x".repeat(256)), STRING_TOO_LONG, "Company");
    assertRefused(
        change("Baton_Offer_Response__c", "maybe"),
        INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST,
        "Baton_Offer_Response__c");
    assertRefused(
        change("Baton_Expected_Value__c", "much"),
        INVALID_TYPE_ON_FIELD_IN_RECORD,
        "Baton_Expected_Value__c");
    assertRefused(
        sObject("Task", "ActivityDate", "tomorrow"),
        INVALID_TYPE_ON_FIELD_IN_RECORD,
        "ActivityDate");
  }

  @Test
  void a_status_of_the_orgs_own_is_taken() throws Exception {
    assertThat(update(change("Status", "Our own")).isSuccess()).isTrue();
  }

  @Test
  void what_salesforce_fills_nobody_else_does() throws Exception {
    assertRefused(change("IsConverted", "true"), INVALID_FIELD_FOR_INSERT_UPDATE, "IsConverted");
    assertRefused(
        change("CreatedDate", "2026-01-01T00:00:00Z"),
        INVALID_FIELD_FOR_INSERT_UPDATE,
        "CreatedDate");
  }

  @Test
  void a_field_no_record_is_without_cannot_be_emptied() throws Exception {
    SObject emptying = sObject("Lead", "Id", lead);
    emptying.setFieldsToNull(new String[] {"LastName"});

    assertRefused(emptying, REQUIRED_FIELD_MISSING, "LastName");
  }

  @Test
  void a_converted_lead_stands_still() throws Exception {
    org.convert(lead, ann.id());

    assertRefused(change("Company", "x"), CANNOT_UPDATE_CONVERTED_LEAD);
  }

  @Test
  void users_are_not_baton_s_to_write() throws Exception {
    assertRefused(
        sObject("User", "Id", ann.id(), "IsActive", "false"), INSUFFICIENT_ACCESS_OR_READONLY);
  }

  @Test
  void an_object_nobody_knows_refuses_the_call() {
    assertThatThrownBy(() -> app.create(all(sObject("Sandwich__c", "Name", "x"))))
        .isInstanceOf(InvalidSObjectFault.class)
        .asString()
        .contains("INVALID_TYPE");
    assertThat(sandbox.calls().getLast().fault()).isEqualTo("INVALID_TYPE");
  }

  private SObject change(String field, String value) {
    return sObject("Lead", "Id", lead, field, value);
  }

  private SaveResult update(SObject record) throws ConnectionException {
    return app.update(all(record))[0];
  }

  private void assertRefused(SObject record, StatusCode code, String... fields)
      throws ConnectionException {
    SaveResult result = record.getId() == null ? app.create(all(record))[0] : update(record);
    assertThat(result.isSuccess()).isFalse();
    Error error = result.getErrors()[0];
    assertThat(error.getStatusCode()).isEqualTo(code);
    assertThat(error.getMessage()).isNotBlank();
    assertThat(error.getFields()).containsExactly(fields);
  }
}

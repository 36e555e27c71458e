package dev.baton.salesforce.sandbox;

import static com.sforce.soap.partner.StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION;
import static com.sforce.soap.partner.StatusCode.INSUFFICIENT_ACCESS_OR_READONLY;
import static com.sforce.soap.partner.StatusCode.UNABLE_TO_LOCK_ROW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.StatusCode;
import com.sforce.soap.partner.fault.UnexpectedErrorFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import com.sforce.ws.ConnectorConfig;
import dev.baton.salesforce.sandbox.Caller.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTest {
  private final String ann = lead();
  private final String bob = lead();

  @Test
  void a_fault_hits_as_many_calls_as_were_planned() throws Exception {
    sandbox.faults().next(2).exceedRequestLimit();

    assertFault("REQUEST_LIMIT_EXCEEDED");
    assertFault("REQUEST_LIMIT_EXCEEDED");
    assertThat(app.getUserInfo()).isNotNull();
  }

  @Test
  void a_fault_hits_the_operation_and_org_it_aims_at() throws Exception {
    sandbox.faults().always().on("query").in(org.id()).timeOutQuery();
    Org other = sandbox.openOrg("Other");
    ConnectorConfig elsewhere = config(other.access().newSession());
    elsewhere.setServiceEndpoint(endpoint(other));

    assertThatThrownBy(() -> app.query("SELECT Id FROM Lead")).asString().contains("QUERY_TIMEOUT");
    assertThat(app.getUserInfo()).isNotNull();
    assertThat(connect(elsewhere).query("SELECT Id FROM Lead").getSize()).isZero();
  }

  @Test
  void a_fault_lasts_until_it_is_switched_off() throws Exception {
    Fault down = sandbox.faults().always().beUnavailable();
    assertFault("SERVER_UNAVAILABLE");
    down.off();
    assertThat(app.getUserInfo()).isNotNull();

    sandbox.faults().always().fail("API_DISABLED_FOR_ORG", "API is not enabled");
    assertFault("API_DISABLED_FOR_ORG");
    sandbox.faults().off();
    assertThat(app.getUserInfo()).isNotNull();
  }

  @Test
  void a_page_for_people_and_an_empty_answer_reach_the_client_as_broken_answers() throws Exception {
    sandbox.faults().next(1).beDown(503);
    assertThatThrownBy(app::getUserInfo).isInstanceOf(ConnectionException.class);
    assertThat(sandbox.calls().getLast().status()).isEqualTo(503);

    sandbox.faults().next(1).answerEmpty(503);
    assertThatThrownBy(app::getUserInfo).isInstanceOf(ConnectionException.class);

    sandbox.faults().next(2).beDown(502);
    Reply page = new Caller(sandbox).get("/services/oauth2/token");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    sandbox.faults().off();
    sandbox.faults().next(1).answerEmpty(503);
    assertThat(new Caller(sandbox).get("/").raw().body()).isEmpty();
    assertThat(app.getUserInfo()).isNotNull();
  }

  @Test
  void a_lost_answer_follows_work_that_was_done() throws Exception {
    sandbox.faults().next(1).on("upsert").loseAnswer();
    SObject task = sObject("Task", "Baton_Offer_Key__c", "offer-1", "Subject", "Call Bob");

    assertThatThrownBy(() -> app.upsert("Baton_Offer_Key__c", all(task)))
        .isInstanceOf(ConnectionException.class);

    assertThat(org.tasks()).hasSize(1);
    assertThat(sandbox.calls()).hasSize(1);
    assertThat(sandbox.calls().getLast().status()).isZero();
    assertThat(app.upsert("Baton_Offer_Key__c", all(task))[0].isCreated()).isFalse();
    assertThat(org.tasks()).hasSize(1);
  }

  @Test
  void a_broken_connection_leaves_no_work_behind() {
    sandbox.faults().next(1).breakConnection();

    assertThatThrownBy(() -> change(ann)).isInstanceOf(ConnectionException.class);

    assertThat(record(ann).value("Phone")).isEmpty();
  }

  @Test
  void a_late_answer_is_later_than_some_can_wait() {
    sandbox.faults().next(1).on("update").answerLate(Duration.ofSeconds(2));
    ConnectorConfig impatient = config(org.access().newSession());
    impatient.setReadTimeout(200);
    PartnerConnection hasty = connect(impatient);

    assertThatThrownBy(() -> hasty.update(all(sObject("Lead", "Id", ann, "Phone", "1"))))
        .isInstanceOf(ConnectionException.class);
  }

  @Test
  void a_locked_record_refuses_one_write_and_leaves_the_others_alone() throws Exception {
    sandbox.faults().next(1).lock(ann.substring(0, 15));

    SaveResult[] both =
        app.update(
            all(
                sObject("Lead", "Id", bob, "Phone", "1"),
                sObject("Lead", "Id", ann, "Phone", "1")));

    assertThat(both[0].isSuccess()).isTrue();
    assertRefused(both[1], UNABLE_TO_LOCK_ROW);
    assertThat(change(ann).isSuccess()).isTrue();
  }

  @Test
  void the_lock_of_a_lead_is_in_the_way_of_its_new_tasks() throws Exception {
    sandbox.faults().next(1).lock(ann);
    SObject task = sObject("Task", "WhoId", ann);

    assertRefused(app.create(all(task))[0], UNABLE_TO_LOCK_ROW);
    assertThat(app.create(all(task))[0].isSuccess()).isTrue();
  }

  @Test
  void a_rule_of_the_admin_refuses_values() throws Exception {
    sandbox.faults().always().refuseValuesOf(ann);
    assertRefused(change(ann), FIELD_CUSTOM_VALIDATION_EXCEPTION);
    assertThat(change(bob).isSuccess()).isTrue();

    sandbox.faults().off();
    sandbox.faults().next(1).on("create").refuseValues();
    assertThat(change(ann).isSuccess()).isTrue();
    assertRefused(
        app.create(all(sObject("Task", "Subject", "x")))[0], FIELD_CUSTOM_VALIDATION_EXCEPTION);
    assertThat(org.tasks()).isEmpty();
  }

  @Test
  void records_fail_with_any_code_and_are_deleted_by_none_without_access() throws Exception {
    sandbox.faults().next(1).failRecords("UNKNOWN_EXCEPTION", "something", "offer-7");
    sandbox.faults().next(1).on("delete").denyAccessTo(ann);

    assertRefused(
        app.create(all(sObject("Task", "Baton_Offer_Key__c", "offer-7")))[0],
        StatusCode.UNKNOWN_EXCEPTION);
    assertThat(app.delete(new String[] {ann})[0].getErrors()[0].getStatusCode())
        .isEqualTo(INSUFFICIENT_ACCESS_OR_READONLY);
    assertThat(org.record(ann)).isPresent();
  }

  @Test
  void a_record_that_fails_takes_all_others_along_if_so_wished() throws Exception {
    sandbox.faults().next(1).lock(ann);
    app.setAllOrNoneHeader(true);

    app.update(
        all(sObject("Lead", "Id", bob, "Phone", "1"), sObject("Lead", "Id", ann, "Phone", "1")));

    assertThat(record(bob).value("Phone")).isEmpty();
  }

  @Test
  void a_grant_is_refused_though_nobody_withdrew_it() throws Exception {
    sandbox.faults().next(1).in(org.id()).refuseGrant();
    Map<String, String> form =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", org.access().consumerKey(),
            "client_secret", org.access().consumerSecret());

    assertThat(app.getUserInfo()).isNotNull();
    assertThat(new Caller(sandbox).token(form).error()).isEqualTo("invalid_grant");
    assertThat(new Caller(sandbox).token(form).status()).isEqualTo(200);
  }

  private SaveResult change(String lead) throws ConnectionException {
    return app.update(all(sObject("Lead", "Id", lead, "Phone", "1")))[0];
  }

  private static void assertRefused(SaveResult result, StatusCode code) {
    assertThat(result.isSuccess()).isFalse();
    assertThat(result.getErrors()[0].getStatusCode()).isEqualTo(code);
  }

  private void assertFault(String code) {
    assertThatThrownBy(app::getUserInfo)
        .isInstanceOf(UnexpectedErrorFault.class)
        .asString()
        .contains(code);
  }
}

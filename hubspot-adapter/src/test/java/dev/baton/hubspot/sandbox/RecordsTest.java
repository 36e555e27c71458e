package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class RecordsTest extends SandboxTest {
  RecordsTest() {
    super(SandboxSettings.defaults().withoutLimits());
  }

  @Test
  void a_contact_is_made_read_changed_and_deleted() throws IOException {
    Reply made = app.post(CONTACTS, json("{'properties':{'email':'ann@example.org'}}"));
    String id = made.json().path("id").asText();
    Reply changed = app.patch(CONTACTS + "/" + id, json("{'properties':{'phone':'1','email':''}}"));
    Reply read = app.get(CONTACTS + "/" + id + "?properties=email,phone,city");
    Reply deleted = app.call("DELETE", CONTACTS + "/" + id, "");

    assertThat(made.status()).isEqualTo(201);
    assertThat(id).matches("\\d+");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(read.json().path("properties").path("phone").asText()).isEqualTo("1");
    assertThat(read.json().path("properties").path("email").isTextual()).isTrue();
    assertThat(read.json().path("properties").path("city").isNull()).isTrue();
    assertThat(read.json().path("properties").path("hs_object_id").asText()).isEqualTo(id);
    assertThat(read.json().path("archived").asBoolean()).isFalse();
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(app.get(CONTACTS + "/" + id).status()).isEqualTo(404);
    assertThat(app.get(CONTACTS + "/" + id + "?archived=true").status()).isEqualTo(200);
    assertThat(app.get(CONTACTS + "/" + id).json().path("category").asText())
        .isEqualTo("OBJECT_NOT_FOUND");
  }

  @Test
  void only_the_properties_asked_for_are_answered() throws IOException {
    String id = portal.createContact(Map.of("email", "a@example.org", "firstname", "Ann"));

    Reply read = app.get(CONTACTS + "/" + id + "?properties=firstname");

    assertThat(read.json().path("properties").fieldNames())
        .toIterable()
        .containsExactly("firstname", "hs_object_id", "createdate", "lastmodifieddate");
  }

  @Test
  void every_spelling_of_a_path_and_a_type_leads_to_the_same_record() throws IOException {
    String id = portal.createContact(Map.of("email", "a@example.org"));

    for (String path :
        new String[] {
          "/crm/v3/objects/contacts/",
          "/crm/objects/v3/contact/",
          "/crm/objects/2026-03/0-1/",
          "/crm/objects/2026-09/contacts/"
        }) {
      assertThat(app.get(path + id).json().path("id").asText()).as(path).isEqualTo(id);
    }
  }

  @Test
  void a_task_belongs_to_the_contact_it_was_made_for() throws IOException {
    String contact = portal.createContact(Map.of("email", "a@example.org"));

    Reply made = app.post(TASKS, task(contact, "'hs_timestamp':'1795342500000'"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("properties").path("hs_timestamp").asText())
        .isEqualTo("2026-11-22T10:15:00Z");
    assertThat(portal.tasksOf("contacts", contact))
        .extracting(SandboxRecord::id)
        .containsExactly(made.json().path("id").asText());
  }

  @Test
  void a_task_without_its_due_time_is_refused() throws IOException {
    String contact = portal.createContact(Map.of("email", "a@example.org"));

    Reply refused = app.post(TASKS, task(contact, "'hs_task_subject':'x'"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("category").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.json().path("message").asText()).contains("hs_timestamp");
    assertThat(portal.tasks()).isEmpty();
  }

  @Test
  void unknown_properties_unknown_options_and_owners_who_left_are_refused() throws IOException {
    String id = portal.createContact(Map.of("email", "a@example.org"));
    SandboxOwner eve = portal.addOwner("Eve", "eve@example.org");
    portal.archiveOwner(eve.id());

    Reply refused =
        app.patch(
            CONTACTS + "/" + id,
            json(
                "{'properties':{'nonsense':'1','hs_lead_status':'SOON','createdate':'1',"
                    + "'hubspot_owner_id':'"
                    + eve.id()
                    + "'}}"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("category").asText()).isEqualTo("VALIDATION_ERROR");
    assertThat(refused.json().path("errors"))
        .extracting(e -> e.path("code").asText())
        .containsExactly(
            "PROPERTY_DOESNT_EXIST", "INVALID_OPTION", "READ_ONLY_VALUE", "INVALID_OWNER_ID");
    assertThat(refused.json().path("message").asText()).contains("hubspot_owner_id");
  }

  @Test
  void two_contacts_with_one_address_are_a_conflict() throws IOException {
    String id = portal.createContact(Map.of("email", "a@example.org"));

    Reply refused = app.post(CONTACTS, json("{'properties':{'email':'A@example.org'}}"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().path("message").asText()).contains("Existing ID: " + id);
  }

  @Test
  void a_lead_needs_a_name_and_a_contact() throws IOException {
    String contact = portal.createContact(Map.of("email", "a@example.org"));
    String leads = "/crm/objects/2026-09/0-136";
    String alone = json("{'properties':{'hs_lead_name':'Ann'}}");
    String whole =
        json(
            "{'properties':{'hs_lead_name':'Ann'},'associations':[{'to':{'id':'"
                + contact
                + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':578}]}]}");

    assertThat(app.post(leads, alone).status()).isEqualTo(400);
    assertThat(app.post(leads, whole).status()).isEqualTo(201);
  }

  @Test
  void a_record_remembers_who_gave_it_which_value() throws IOException {
    String id = portal.createContact(Map.of("hs_lead_status", "NEW"));
    portal.change("contacts", id, Map.of("hs_lead_status", "OPEN"), "7");
    app.patch(CONTACTS + "/" + id, json("{'properties':{'hs_lead_status':'CONNECTED'}}"));

    SandboxRecord record = portal.record("contacts", id).orElseThrow();

    assertThat(record.value("hs_lead_status")).isEqualTo("CONNECTED");
    assertThat(record.history().get("hs_lead_status"))
        .extracting(PropertyVersion::value, v -> v.by().changeSource(), v -> v.by().sourceId())
        .containsExactly(
            tuple("NEW", "FORM", ""),
            tuple("OPEN", "CRM_UI", "userId:7"),
            tuple("CONNECTED", "INTEGRATION", "9000"));
  }

  @Test
  void merged_records_are_found_under_their_new_id() throws IOException {
    String ann = portal.createContact(Map.of("email", "a@example.org"));
    String anna = portal.createContact(Map.of("firstname", "Anna"));

    String merged = portal.merge("contacts", ann, anna, "7");

    Reply read = app.get(CONTACTS + "/" + anna);
    assertThat(read.json().path("id").asText()).isEqualTo(merged);
    assertThat(read.json().path("properties").path("email").asText()).isEqualTo("a@example.org");
    assertThat(read.json().path("properties").path("firstname").asText()).isEqualTo("Anna");
  }

  @Test
  void a_long_list_comes_in_pages() throws IOException {
    for (int i = 0; i < 5; i++) portal.createContact(Map.of("firstname", "n" + i));

    Reply first = app.get(CONTACTS + "?limit=3");
    String after = first.json().path("paging").path("next").path("after").asText();
    Reply second = app.get(CONTACTS + "?limit=3&after=" + after);

    assertThat(first.json().path("results")).hasSize(3);
    assertThat(second.json().path("results")).hasSize(2);
    assertThat(second.json().has("paging")).isFalse();
    assertThat(app.get(CONTACTS + "?limit=101").status()).isEqualTo(400);
  }

  @Test
  void of_many_who_write_the_same_at_once_one_succeeds() throws Exception {
    String body = json("{'properties':{'email':'a@example.org'}}");
    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          Collections.<Callable<Integer>>nCopies(20, () -> app.post(CONTACTS, body).status());
      for (var call : threads.invokeAll(calls)) statuses.add(call.get());
    }

    assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    assertThat(portal.records("contacts")).hasSize(1);
  }

  @Test
  void what_cannot_be_understood_is_refused() throws IOException {
    assertThat(app.post(CONTACTS, "{").status()).isEqualTo(400);
    assertThat(app.post(CONTACTS, "[]").status()).isEqualTo(400);
    assertThat(app.post(CONTACTS, "").status()).isEqualTo(400);
    assertThat(app.post("/crm/objects/2026-09/0-999", "{}").status()).isEqualTo(400);
    assertThat(app.get("/crm/objects/2026-09").status()).isEqualTo(404);
    assertThat(app.get("/nowhere").status()).isEqualTo(404);
    assertThat(app.call("PUT", CONTACTS, "{}").status()).isEqualTo(405);
    assertThat(app.post(CONTACTS, " ".repeat(Request.BODY_LIMIT) + "{}").status()).isEqualTo(413);
  }

  private static String task(String contact, String properties) {
    return json(
        "{'properties':{"
            + properties
            + "},'associations':[{'to':{'id':'"
            + contact
            + "'},'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':204}]}]}");
  }
}

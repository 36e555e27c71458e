package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaTest extends SandboxTest {
  private static final String PROPERTIES = "/crm/properties/2026-09/contacts";

  SchemaTest() {
    super(SandboxSettings.defaults().withoutLimits());
  }

  @Test
  void a_property_is_usable_once_its_group_and_itself_exist() throws IOException {
    String property =
        json(
            "{'name':'offer_key','label':'Offer key','type':'string','fieldType':'text',"
                + "'groupName':'crm_connector','hasUniqueValue':true}");
    String group = json("{'name':'crm_connector','label':'Connector'}");
    String tasks = "/crm/properties/2026-09/0-27";

    assertThat(app.post(tasks, property).status()).isEqualTo(400);
    assertThat(app.post(tasks + "/groups", group).status()).isEqualTo(201);
    assertThat(app.post(tasks, property).status()).isEqualTo(201);
    assertThat(app.post(tasks, property).status()).isEqualTo(409);
    assertThat(app.get(tasks + "/offer_key").json().path("hasUniqueValue").asBoolean()).isTrue();
    String task = json("{'properties':{'hs_timestamp':'1795342500000','offer_key':'a'}}");
    assertThat(app.post(TASKS, task).status()).isEqualTo(201);
    assertThat(app.post(TASKS, task).status()).isEqualTo(409);
    assertThat(app.get(TASKS + "/a?idProperty=offer_key").status()).isEqualTo(200);
  }

  @Test
  void batons_own_property_comes_with_its_package() throws IOException {
    String ann = ann();
    String answer = json("{'properties':{'baton_offer_response':'accept'}}");

    assertThat(app.get(PROPERTIES + "/baton_offer_response").status()).isEqualTo(404);
    assertThat(app.patch(CONTACTS + "/" + ann, answer).status()).isEqualTo(400);
    portal.installBatonProperties();
    assertThat(app.get(PROPERTIES + "/baton_offer_response").json().path("options"))
        .extracting(o -> o.path("value").asText())
        .containsExactly("accept", "decline", "another_chance");
    assertThat(app.patch(CONTACTS + "/" + ann, answer).status()).isEqualTo(200);
  }

  @Test
  void a_field_to_choose_from_has_choices_and_they_can_be_said_anew() throws IOException {
    String choice =
        "{'name':'tags','label':'Tags','type':'enumeration','fieldType':'checkbox',"
            + "'groupName':'contactinformation','options':[%s]}";
    String values = "{'options':[{'label':'A','value':'a'},{'label':'B','value':'b'}]}";

    assertThat(app.post(PROPERTIES, json(choice.formatted(""))).status()).isEqualTo(400);
    assertThat(app.post(PROPERTIES, json(choice.formatted("{'value':'a'}"))).status())
        .isEqualTo(201);
    assertThat(app.patch(PROPERTIES + "/tags", json(values)).json().path("options")).hasSize(2);
    String both = json("{'properties':{'tags':'a;b'}}");
    assertThat(app.patch(CONTACTS + "/" + ann(), both).status()).isEqualTo(200);
    assertThat(app.patch(PROPERTIES + "/nothing", json(values)).status()).isEqualTo(404);
  }

  @Test
  void every_kind_that_moves_in_a_pipeline_has_one() throws IOException {
    assertThat(app.get("/crm/pipelines/2026-09/deals").json().at("/results/0/stages"))
        .extracting(stage -> stage.path("id").asText())
        .startsWith("appointmentscheduled")
        .endsWith("closedwon", "closedlost");
    assertThat(app.get("/crm/pipelines/v3/contacts").json().path("results")).isEmpty();
  }

  @Test
  void a_note_has_a_time_and_belongs_to_its_record() throws IOException {
    String ann = ann();
    String note =
        "{'properties':{%s'hs_note_body':'<p>Hi</p>'},'associations':[{'to':{'id':'%s'},"
            + "'types':[{'associationCategory':'HUBSPOT_DEFINED','associationTypeId':202}]}]}";
    String time = "'hs_timestamp':'1795342500000',";
    String notes = "/crm/objects/2026-09/notes";

    assertThat(app.post(notes, json(note.formatted("", ann))).status()).isEqualTo(400);
    Reply nobody = app.post(notes, json(note.formatted(time, "5")));
    assertThat(app.post("/crm/objects/2026-09/0-46", json(note.formatted(time, ann))).status())
        .isEqualTo(201);

    assertThat(nobody.json().at("/context/INVALID_OBJECT_IDS/0").asText())
        .isEqualTo("CONTACT=5 is not valid");
    assertThat(portal.notesOf("contacts", ann))
        .extracting(n -> n.value("hs_note_body"))
        .containsExactly("<p>Hi</p>");
  }

  @Test
  void every_account_has_the_standard_properties_and_groups() throws IOException {
    assertThat(app.get(PROPERTIES).json().path("results"))
        .extracting(p -> p.path("name").asText())
        .contains("email", "hs_lead_status", "hubspot_owner_id", "lifecyclestage");
    assertThat(app.get(PROPERTIES + "/groups").json().at("/results/0/name").asText())
        .isEqualTo("contactinformation");
  }

  @Test
  void owners_are_listed_by_page_by_address_and_apart_from_those_who_left() throws IOException {
    SandboxOwner ann = portal.addOwner("Ann Lee", "ann@example.org");
    SandboxOwner bob = portal.addOwner("Bob", "bob@example.org");
    SandboxOwner eve = portal.addOwner("Eve", "eve@example.org");
    portal.archiveOwner(eve.id());
    String owners = "/crm/owners/2026-09";

    Reply page = app.get(owners + "/?limit=1");
    Reply next = app.get(owners + "?limit=1&after=1");
    Reply left = app.get(owners + "?archived=true");

    assertThat(page.json().at("/results/0/id").asText()).isEqualTo(ann.id());
    assertThat(page.json().at("/results/0/lastName").asText()).isEqualTo("Lee");
    assertThat(page.json().at("/results/0/userId").asText()).isEqualTo(ann.userId());
    assertThat(page.json().at("/paging/next/after").asText()).isEqualTo("1");
    assertThat(next.json().at("/results/0/id").asText()).isEqualTo(bob.id());
    assertThat(next.json().has("paging")).isFalse();
    assertThat(left.json().at("/results/0/id").asText()).isEqualTo(eve.id());
    assertThat(left.json().at("/results/0/userId").isNull()).isTrue();
    assertThat(app.get(owners + "?email=BOB@example.org").json().path("results")).hasSize(1);
    assertThat(app.get(owners + "/" + bob.id()).json().path("email").asText())
        .isEqualTo("bob@example.org");
    assertThat(app.get(owners + "/" + eve.id()).status()).isEqualTo(404);
  }

  @Test
  void records_are_joined_told_apart_and_parted() throws IOException {
    String ann = ann();
    String task = portal.create("tasks", Map.of("hs_timestamp", "2026-11-22T10:05:00Z"), "7");
    String batch = "/crm/associations/2026-09/tasks/contacts/batch/";
    String ends = "{'inputs':[{'from':{'id':'" + task + "'},'to':%s}]}";
    String inputs = json("{'inputs':[{'id':'" + task + "'},{'id':'5'}]}");
    String list = TASKS + "/" + task + "/associations/contacts";

    Reply made = app.call("PUT", TASKS + "/" + task + "/associations/default/contacts/" + ann, "");
    Reply listed = app.get(list);
    Reply read = app.post(batch + "read", inputs);
    Reply whole = app.get(CONTACTS + "/" + ann + "?associations=tasks");
    app.post(batch + "archive", json(ends.formatted("[{'id':'" + ann + "'}]")));
    Reply parted = app.get(list);
    Reply again = app.post(batch + "create", json(ends.formatted("{'id':'" + ann + "'}")));
    Reply nobody = app.post(batch + "create", json(ends.formatted("{'id':'5'}")));

    assertThat(made.status()).isEqualTo(200);
    assertThat(listed.json().at("/results/0/toObjectId").asText()).isEqualTo(ann);
    assertThat(listed.json().at("/results/0/associationTypes/0/typeId").asInt()).isEqualTo(204);
    assertThat(read.status()).isEqualTo(207);
    assertThat(read.json().at("/results/0/to/0/toObjectId").asText()).isEqualTo(ann);
    assertThat(whole.json().at("/associations/tasks/results/0/id").asText()).isEqualTo(task);
    assertThat(parted.json().path("results")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(nobody.status()).isEqualTo(207);
    assertThat(portal.tasksOf("contacts", ann)).hasSize(1);
  }
}

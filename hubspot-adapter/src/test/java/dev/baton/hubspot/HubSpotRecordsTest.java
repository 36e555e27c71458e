package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmUnavailable;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.Written;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Records and owners: read, mapped, handed to somebody. */
class HubSpotRecordsTest extends OverTheWire {
  private static final String FEEDBACK_PROPERTIES =
      "\"baton_contact_status\",\"baton_deal_status\",\"baton_expected_value\","
          + "\"baton_expected_currency\",\"baton_reason\",\"baton_comment\"";
  private static final String PERSON_PROPERTIES =
      "\"properties\":[\"firstname\",\"lastname\",\"email\",\"phone\",\"mobilephone\",\"company\","
          + "\"message\",\"hs_analytics_source\",\"baton_tags\",\"city\"]";
  private static final String CONTACT_PROPERTIES =
      "\"properties\":[\"firstname\",\"lastname\",\"email\",\"phone\",\"mobilephone\",\"company\","
          + "\"message\",\"hs_analytics_source\",\"baton_subject\",\"hubspot_owner_id\","
          + "\"baton_tags\",\"city\","
          + FEEDBACK_PROPERTIES
          + "]";

  @Test
  void an_owner_is_set_by_one_patch_with_the_token() throws Exception {
    stub(patch(urlEqualTo("/crm/objects/2026-09/contacts/501")), "{}");

    assertThat(connector.write(new SetOwner(RECORD, "77"), 1)).isEqualTo(WriteResult.written());

    sent("PATCH /crm/objects/2026-09/contacts/501 {\"properties\":{\"hubspot_owner_id\":\"77\"}}");
    var request = HUBSPOT.getAllServeEvents().getFirst().getRequest();
    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer access");
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeader("Accept")).isEqualTo("application/json");
  }

  @Test
  void an_agent_without_an_owner_in_hubspot_needs_a_person() {
    var write = new SetOwner(RECORD, " ");

    assertThat(((NeedsPerson) connector.write(write, 1)).cause()).isEqualTo(Cause.OWNER_NOT_MAPPED);
  }

  @Test
  void contacts_are_read_in_one_call_and_mapped() throws Exception {
    stub(
        post("/crm/objects/2026-09/contacts/batch/read"),
        207,
        """
        {"status":"COMPLETE","numErrors":1,"errors":[{"category":"OBJECT_NOT_FOUND"}],"results":[
         {"id":"503","archived":true,"properties":{"email":"old@example.org"}},
         {"id":"502","properties":{}},
         {"id":"501","updatedAt":"2026-11-22T09:00:00.123Z","archived":false,"properties":{
          "firstname":"Ann","lastname":"Example","email":"ann@example.org","phone":null,
          "mobilephone":"+1 555 0100","company":"Acme","message":"A warehouse","city":"Kiel",
          "hs_analytics_source":"ORGANIC_SEARCH","baton_subject":"Rent","hubspot_owner_id":"77",
          "baton_tags":"Harbour; Commercial;"}}]}""");
    CrmRecord gone = new CrmRecord(HUB, "contacts", "503");
    CrmRecord empty = new CrmRecord(HUB, "contacts", "502");
    CrmRecord never = new CrmRecord(HUB, "contacts", "not-a-number");

    var reads = connector.read(List.of(RECORD, gone, never, empty, RECORD));

    assertThat(reads.get(0)).isEqualTo(reads.get(4));
    assertThat(reads.subList(1, 3)).containsExactly(new Absent(gone), new Absent(never));
    var ann = (Present) reads.get(0);
    assertThat(ann.owner()).isEqualTo("77");
    assertThat(ann.changedAt()).isEqualTo(Instant.parse("2026-11-22T09:00:00.123Z"));
    assertThat(ann.content().contact())
        .isEqualTo(new Contact("Ann Example", "ann@example.org", "+1 555 0100"));
    assertThat(ann.content().text().subject()).isEqualTo("Rent");
    assertThat(ann.content().text().body()).isEqualTo("A warehouse");
    assertThat(ann.content().text().fields())
        .containsExactly(Map.entry("company", "Acme"), Map.entry("city", "Kiel"));
    assertThat(ann.content().givenTags()).isEqualTo(Set.of("Harbour", "Commercial"));
    assertThat(ann.content().source()).isEqualTo("ORGANIC_SEARCH");
    assertThat(((Present) reads.get(3)).content().contact()).isEqualTo(Contact.UNKNOWN);
    sent(
        "POST /crm/objects/2026-09/contacts/batch/read {"
            + CONTACT_PROPERTIES
            + ",\"inputs\":[{\"id\":\"501\"},{\"id\":\"503\"},{\"id\":\"502\"}]}");
  }

  @Test
  void a_record_that_could_not_be_read_is_not_taken_for_a_missing_one() {
    stub(
        post("/crm/objects/2026-09/contacts/batch/read"),
        207,
        "{\"results\":[],\"errors\":[{\"category\":\"INTERNAL_ERROR\"}]}");

    assertThatThrownBy(() -> connector.read(List.of(RECORD)))
        .isInstanceOfSatisfying(
            CrmUnavailable.class, thrown -> assertThat(thrown.needsPerson()).isFalse());
  }

  @Test
  void leads_are_read_with_their_contacts_in_three_calls() throws Exception {
    stub(
        post("/crm/objects/2026-09/leads/batch/read"),
        """
        {"results":[{"id":"901","properties":{"hs_lead_name":"Rent","hubspot_owner_id":"77",
         "baton_tags":"Harbour"}},{"id":"902","properties":{"hs_lead_name":"Alone"}}]}""");
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":501}]}]}");
    stub(
        post("/crm/objects/2026-09/contacts/batch/read"),
        """
        {"results":[{"id":"501","properties":{"firstname":"Ann","message":"A warehouse",
         "hubspot_owner_id":"1","baton_tags":"Big"}}]}""");
    CrmRecord alone = new CrmRecord(HUB, "leads", "902");

    var reads = connector.read(List.of(alone, LEAD));

    assertThat(((Present) reads.get(0)).content().contact()).isEqualTo(Contact.UNKNOWN);
    assertThat(((Present) reads.get(0)).content().text().subject()).isEqualTo("Alone");
    var rent = (Present) reads.get(1);
    assertThat(rent.owner()).isEqualTo("77");
    assertThat(rent.content().text().subject()).isEqualTo("Rent");
    assertThat(rent.content().text().body()).isEqualTo("A warehouse");
    assertThat(rent.content().contact().name()).isEqualTo("Ann");
    assertThat(rent.content().givenTags()).isEqualTo(Set.of("Harbour", "Big"));
    sent(
        "POST /crm/objects/2026-09/leads/batch/read {\"properties\":[\"hs_lead_name\","
            + "\"hubspot_owner_id\",\"baton_tags\",\"city\","
            + FEEDBACK_PROPERTIES
            + "],\"inputs\":[{\"id\":\"902\"},{\"id\":\"901\"}]}",
        "POST /crm/associations/2026-09/leads/contacts/batch/read {\"inputs\":[{\"id\":\"901\"},{\"id\":\"902\"}]}",
        "POST /crm/objects/2026-09/contacts/batch/read {"
            + PERSON_PROPERTIES
            + ",\"inputs\":[{\"id\":\"501\"}]}");
  }

  @Test
  void all_pages_of_active_and_left_owners_are_listed() throws Exception {
    String list = "/crm/owners/2026-09?limit=100&archived=";
    stub(
        get(list + "false"),
        "{\"results\":[{\"id\":\"1\",\"userId\":11,\"firstName\":\"Bob\",\"lastName\":\"Best\",\"email\":\"bob@example.org\"}],\"paging\":{\"next\":{\"after\":\"x=1\"}}}");
    stub(get(list + "false&after=x%3D1"), "{\"results\":[{\"id\":\"2\"}]}");
    stub(
        get(list + "true"),
        "{\"results\":[{\"id\":\"3\",\"userId\":null,\"userIdIncludingInactive\":13,\"archived\":true},{\"id\":\"1\",\"archived\":true}]}");

    assertThat(connector.users())
        .containsExactly(
            new CrmUser("1", "11", "Bob Best", "bob@example.org", true),
            new CrmUser("2", "", "", "", true),
            new CrmUser("3", "13", "", "", false));
  }

  @Test
  void a_token_that_ended_early_is_renewed_once_and_the_call_repeated() throws Exception {
    stub(any(anyUrl()).withHeader("Authorization", equalTo("Bearer access")), 401, "{}");
    stub(any(anyUrl()).withHeader("Authorization", equalTo("Bearer second")), "{}");
    stub(post("/oauth/2026-03/token"), "{\"access_token\":\"second\",\"expires_in\":1800}");

    assertThat(connector.write(new SetOwner(RECORD, "77"), 1)).isInstanceOf(Written.class);
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(3);

    connector.write(new SetOwner(RECORD, "77"), 1);
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(4);
  }

  @Test
  void a_token_that_is_refused_even_when_new_needs_a_person() {
    stub(any(anyUrl()), 401, "{}");
    stub(post("/oauth/2026-03/token"), "{\"access_token\":\"second\",\"expires_in\":1800}");

    assertThat(((NeedsPerson) connector.write(new SetOwner(RECORD, "77"), 1)).cause())
        .isEqualTo(Cause.NO_ACCESS);
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(3);
  }

  @Test
  void records_of_another_connection_or_kind_are_a_mistake_of_the_caller() {
    var foreign = new CrmRecord(new ConnectionId("other"), "contacts", "1");
    var company = new CrmRecord(HUB, "companies", "1");
    List<CrmRecord> many =
        IntStream.range(0, 101).mapToObj(i -> new CrmRecord(HUB, "contacts", "" + i)).toList();

    assertThatThrownBy(() -> connector.read(List.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> connector.write(new SetOwner(company, "77"), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> connector.read(many)).isInstanceOf(IllegalArgumentException.class);
  }
}

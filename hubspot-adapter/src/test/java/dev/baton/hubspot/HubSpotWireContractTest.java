package dev.baton.hubspot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.patch;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmUser;
import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.CrmWrite.SetOwner;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.crm.TaskRead;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What exactly goes over the wire, and what is made of the answers. */
class HubSpotWireContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ConnectionId HUB = new ConnectionId("hub");
  private static final CrmRecord RECORD = new CrmRecord(HUB, "contacts", "501");
  private static final CrmRecord LEAD = new CrmRecord(HUB, "leads", "901");
  private static final String BODY =
      "<p>Tags: Harbour<br>Source: web</p><p><a href=\\\"https://b.example/o/x\\\">https://b.example/o/x</a></p>"
          + "<p>Baton offer lead-1</p>";
  private static final String TASK_READ =
      "/crm/objects/2026-09/tasks/7?properties=hs_task_body%2Chs_task_status";
  private static final String CONTACT_PROPERTIES =
      "\"properties\":[\"firstname\",\"lastname\",\"email\",\"phone\",\"mobilephone\",\"company\","
          + "\"message\",\"hs_analytics_source\",\"baton_subject\",\"hubspot_owner_id\","
          + "\"baton_tags\",\"city\"]";
  private static final ObjectMapper JSON = new ObjectMapper();

  @RegisterExtension
  static final WireMockExtension HUBSPOT =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final HubSpotConnector connector =
      new HubSpotConnector(
          HUB,
          HubSpotSettings.defaults()
              .at(URI.create(HUBSPOT.baseUrl() + "/"))
              .lookingAt(List.of("city")),
          "app",
          "secret",
          new KeptTokens(new OAuthTokens("access", NOW.plusSeconds(900), "refresh")),
          () -> NOW);

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
  void an_offer_is_one_post_with_the_contact_associated() throws Exception {
    stub(post("/crm/objects/2026-09/tasks"), "{\"id\":\"7\"}");

    assertThat(connector.write(offer(RECORD), 1)).isEqualTo(new Written(Optional.of("7")));

    sent(
        "POST /crm/objects/2026-09/tasks {\"properties\":{\"hs_timestamp\":\"1795341900000\","
            + "\"hs_task_subject\":\"New lead\",\"hs_task_body\":\""
            + BODY
            + "\","
            + "\"hs_task_status\":\"NOT_STARTED\",\"hs_task_priority\":\"HIGH\","
            + "\"hs_task_type\":\"TODO\",\"hs_task_reminders\":\"1795341780000\","
            + "\"hubspot_owner_id\":\"77\"},\"associations\":[{\"to\":{\"id\":\"501\"},\"types\":"
            + "[{\"associationCategory\":\"HUBSPOT_DEFINED\",\"associationTypeId\":204}]}]}");
  }

  @Test
  void a_second_try_looks_through_the_tasks_of_the_record_newest_first() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":9},{\"toObjectId\":\"10\"}]}]}");
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("10", "lead-11", "") + "," + task("9", "lead-1", "") + "]}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("9")));

    sent(
        "POST /crm/associations/2026-09/contacts/tasks/batch/read {\"inputs\":[{\"id\":\"501\"}]}",
        "POST /crm/objects/2026-09/tasks/batch/read {\"properties\":[\"hs_task_body\","
            + "\"hs_task_status\"],\"inputs\":[{\"id\":\"10\"},{\"id\":\"9\"}]}");
  }

  @Test
  void tasks_beyond_the_first_page_are_looked_through_as_well() throws Exception {
    var associations = post("/crm/associations/2026-09/contacts/tasks/batch/read");
    stub(
        associations,
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"9\"}],\"paging\":{\"next\":{\"after\":\"A2\"}}}]}");
    HUBSPOT.stubFor(
        post("/crm/associations/2026-09/contacts/tasks/batch/read")
            .withRequestBody(com.github.tomakehurst.wiremock.client.WireMock.containing("A2"))
            .willReturn(
                okJson(
                    "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"8\"}]}]}")));
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("8", "lead-1", "") + "]}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("8")));
  }

  @Test
  void a_second_try_creates_the_task_where_the_first_did_not() throws Exception {
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        207,
        "{\"results\":[],\"errors\":[{\"category\":\"OBJECT_NOT_FOUND\"}]}");
    stub(post("/crm/objects/2026-09/tasks"), 201, "{\"id\":\"7\"}");

    assertThat(connector.write(offer(RECORD), 2)).isEqualTo(new Written(Optional.of("7")));
  }

  @Test
  void a_created_task_without_an_id_is_looked_for_later() {
    stub(post("/crm/objects/2026-09/tasks"), 201, "");

    assertThat(connector.write(offer(RECORD), 1)).isInstanceOf(TryAgain.class);
  }

  @Test
  void a_lead_lends_its_contact_and_is_associated_in_a_second_call() throws Exception {
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":\"501\"}]}]}");
    stub(post("/crm/objects/2026-09/tasks"), "{\"id\":\"7\"}");
    stub(put("/crm/objects/2026-09/tasks/7/associations/default/leads/901"), "{}");

    assertThat(connector.write(offer(LEAD), 1)).isEqualTo(new Written(Optional.of("7")));

    assertThat(HUBSPOT.getAllServeEvents()).hasSize(3);
    assertThat(bodyOf("/crm/objects/2026-09/tasks")).contains("{\"to\":{\"id\":\"501\"}");
  }

  @Test
  void a_second_try_for_a_lead_finds_the_task_at_its_contact() throws Exception {
    stub(
        post("/crm/associations/2026-09/leads/contacts/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"901\"},\"to\":[{\"toObjectId\":\"501\"}]}]}");
    stub(post("/crm/associations/2026-09/leads/tasks/batch/read"), "{}");
    stub(
        post("/crm/associations/2026-09/contacts/tasks/batch/read"),
        "{\"results\":[{\"from\":{\"id\":\"501\"},\"to\":[{\"toObjectId\":\"7\"}]}]}");
    stub(
        post("/crm/objects/2026-09/tasks/batch/read"),
        "{\"results\":[" + task("7", "lead-1", "") + "]}");
    stub(put("/crm/objects/2026-09/tasks/7/associations/default/leads/901"), "{}");

    assertThat(connector.write(offer(LEAD), 2)).isEqualTo(new Written(Optional.of("7")));
  }

  @Test
  void a_task_is_ticked_off_with_its_outcome_and_the_answer_emptied_first() throws Exception {
    stub(patch(urlEqualTo("/crm/objects/2026-09/contacts/501")), "{}");
    stub(get(TASK_READ), task("7", "lead-1", "NOT_STARTED"));
    stub(patch(urlEqualTo("/crm/objects/2026-09/tasks/7")), "{}");

    assertThat(connector.write(close(Optional.of("7"), true), 1)).isEqualTo(WriteResult.written());

    sent(
        "PATCH /crm/objects/2026-09/contacts/501 {\"properties\":{\"baton_offer_response\":\"\"}}",
        "GET " + TASK_READ + " ",
        "PATCH /crm/objects/2026-09/tasks/7 {\"properties\":{\"hs_task_body\":"
            + "\"<p>Baton offer lead-1</p><p>Declined by Bob</p>\",\"hs_task_status\":\"COMPLETED\"}}");
  }

  @Test
  void a_task_that_is_gone_or_somebody_elses_is_left_alone() throws Exception {
    stub(get(TASK_READ), 404, "{}");
    assertThat(connector.write(close(Optional.of("7"), false), 1)).isInstanceOf(Written.class);

    stub(get(TASK_READ), task("7", "lead-2", "NOT_STARTED"));
    assertThat(connector.write(close(Optional.of("7"), false), 1)).isInstanceOf(Written.class);

    sent("GET " + TASK_READ + " ", "GET " + TASK_READ + " ");
  }

  @Test
  void a_task_that_is_ticked_off_already_is_not_written_again() throws Exception {
    stub(get(TASK_READ), task("7", "lead-1</p><p>Declined by Bob", "COMPLETED"));

    assertThat(connector.write(close(Optional.of("7"), false), 2)).isInstanceOf(Written.class);

    sent("GET " + TASK_READ + " ");
  }

  @Test
  void an_answer_on_a_record_that_is_gone_needs_no_emptying() {
    stub(any(anyUrl()), 404, "{}");

    assertThat(connector.write(close(Optional.of("7"), true), 1)).isInstanceOf(Written.class);
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
            + "\"hubspot_owner_id\",\"baton_tags\",\"city\"],\"inputs\":[{\"id\":\"902\"},{\"id\":\"901\"}]}",
        "POST /crm/associations/2026-09/leads/contacts/batch/read {\"inputs\":[{\"id\":\"901\"},{\"id\":\"902\"}]}",
        "POST /crm/objects/2026-09/contacts/batch/read {"
            + CONTACT_PROPERTIES
            + ",\"inputs\":[{\"id\":\"501\"}]}");
  }

  @Test
  void a_task_is_read_by_one_get() throws Exception {
    stub(get(TASK_READ), task("7", "lead-1", "COMPLETED"));

    assertThat(connector.readTask("7")).isEqualTo(new TaskRead.OfOffer("lead-1", true));
    assertThat(connector.readTask("../contacts/1")).isInstanceOf(TaskRead.NotOurs.class);

    sent("GET " + TASK_READ + " ");
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
    var deal = new CrmRecord(HUB, "deals", "1");
    List<CrmRecord> many =
        IntStream.range(0, 101).mapToObj(i -> new CrmRecord(HUB, "contacts", "" + i)).toList();

    assertThatThrownBy(() -> connector.read(List.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> connector.write(new SetOwner(deal, "77"), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> connector.read(many)).isInstanceOf(IllegalArgumentException.class);
  }

  private static OfferTask offer(CrmRecord record) {
    return new OfferTask(
        record,
        "lead-1",
        "77",
        NOW.plusSeconds(300),
        "New lead",
        "Tags: Harbour\nSource: web",
        "https://b.example/o/x");
  }

  private static CloseTask close(Optional<String> taskId, boolean answeredInCrm) {
    return new CloseTask(RECORD, "lead-1", taskId, "Declined by Bob", answeredInCrm);
  }

  private static String task(String id, String key, String status) {
    return "{\"id\":\"%s\",\"properties\":{\"hs_task_body\":\"<p>Baton offer %s</p>\",\"hs_task_status\":\"%s\"}}"
        .formatted(id, key, status);
  }

  private static void stub(MappingBuilder request, String answer) {
    stub(request, 200, answer);
  }

  private static void stub(MappingBuilder request, int status, String answer) {
    HUBSPOT.stubFor(request.willReturn(aResponse().withStatus(status).withBody(answer)));
  }

  /** Everything that was sent, in order: method, path and JSON. */
  private static void sent(String... expected) throws Exception {
    var events = HUBSPOT.getAllServeEvents().reversed();
    assertThat(events).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      var request = events.get(i).getRequest();
      String[] line = expected[i].split(" ", 3);
      assertThat(request.getMethod() + " " + request.getUrl()).isEqualTo(line[0] + " " + line[1]);
      assertThat(JSON.readTree(request.getBodyAsString())).isEqualTo(JSON.readTree(line[2]));
    }
  }

  private static String bodyOf(String url) {
    return HUBSPOT.getAllServeEvents().stream()
        .map(event -> event.getRequest())
        .filter(request -> request.getUrl().equals(url))
        .findFirst()
        .orElseThrow()
        .getBodyAsString();
  }
}

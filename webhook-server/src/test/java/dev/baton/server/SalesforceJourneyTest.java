package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.routing.BookDraft;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.RoutingSettings;
import dev.baton.salesforce.sandbox.ObjectType;
import dev.baton.salesforce.sandbox.Org;
import dev.baton.salesforce.sandbox.OutboundFlow;
import dev.baton.salesforce.sandbox.SalesforceSandbox;
import dev.baton.salesforce.sandbox.SandboxRecord;
import dev.baton.salesforce.sandbox.SandboxSettings;
import dev.baton.salesforce.sandbox.SandboxUser;
import dev.baton.server.App.Occasion;
import dev.baton.server.cli.BatonCommand;
import dev.baton.tag.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A Salesforce lead's journey over the wire, from outbound message to owner. */
class SalesforceJourneyTest {
  private static final CompanyId ACME = new CompanyId("acme");
  private static final ConnectionId CRM = new ConnectionId("acme-salesforce");
  private static final String SHORT_WINDOW = "short-window";

  @TempDir Path data;
  private final SalesforceSandbox sandbox =
      SalesforceSandbox.start(SandboxSettings.defaults().withOutboundMinute(Duration.ofMillis(50)));
  private final Org org = sandbox.openOrg("Acme");
  private final Map<String, SandboxUser> users = new HashMap<>();
  private final Browserless person = new Browserless();
  private App app;

  private Agent agent(String id) {
    SandboxUser user = org.addUser(id + " Example", id + "@example.org");
    users.put(id, user);
    return new Agent(
        new AgentId(id),
        id,
        id + "@example.org",
        Set.of("Harbour"),
        true,
        false,
        Map.of(CRM, new CrmIdentity(user.id(), user.id())));
  }

  @BeforeEach
  void open(TestInfo test) {
    Duration window =
        test.getTags().contains(SHORT_WINDOW) ? Duration.ofSeconds(6) : Duration.ofMinutes(5);
    var config =
        ConfigUnderTest.embedded(data)
            .withApiToken("0123456789abcdef")
            .withUsersEvery(Duration.ofMillis(200))
            .withSalesforce(
                new Config.SalesforceApp(
                    org.access().consumerKey(), org.access().consumerSecret(), ""));
    var connection =
        new CrmConnection(
            CRM, ACME, "salesforce", org.id(), Map.of("my-domain", sandbox.api().toString()));
    var book =
        new BookDraft(
            List.of(Tag.preferential("Harbour")),
            List.of(agent("ann"), agent("bob")),
            RoutingSettings.DEFAULT.withWindow(OfferWindow.demonstration(window)));
    var file =
        new CompanyFile(
            new Company(ACME, "Acme", ZoneOffset.UTC), List.of(connection), Map.of(), book);
    app = App.start(config, Occasion.inEarnest(List.of(file), Map.of()));
    URI target = app.webhook(CRM);
    org.outbound()
        .activate(
            OutboundFlow.on(ObjectType.LEAD, target)
                .sending("CreatedDate", "LastModifiedById", "OwnerId", "SystemModstamp")
                .whenCreated());
    org.outbound()
        .activate(
            OutboundFlow.on(ObjectType.LEAD, target)
                .sending("LastModifiedById", "OwnerId", "SystemModstamp")
                .whenChanged("OwnerId", "Baton_Contact_Status__c", "Baton_Deal_Status__c")
                .leavingOutIntegrationUser());
    org.outbound()
        .activate(
            OutboundFlow.on(ObjectType.TASK, target)
                .sending(
                    "LastModifiedById",
                    "OwnerId",
                    "Status",
                    "SystemModstamp",
                    "Baton_Offer_Key__c",
                    "Baton_Offer_Response__c")
                .whenChanged("Baton_Offer_Response__c", "Status")
                .leavingOutIntegrationUser());
  }

  @AfterEach
  void close() {
    app.close();
    sandbox.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(50));
  }

  private String leadArrives() {
    return org.createLead(
        Map.of(
            "FirstName", "Cleo",
            "LastName", "Canary",
            "Company", "Cleo Ltd",
            "Email", "cleo@customer.example",
            "Description", "A warehouse at the harbour, please"));
  }

  private SandboxRecord taskFor(String lead, String agent) {
    return soon()
        .until(
            () ->
                org.tasksOf(lead).stream()
                    .filter(t -> t.value("OwnerId").equals(users.get(agent).id()))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void ownedBy(String lead, String agent) {
    soon()
        .until(
            () -> org.record(lead).orElseThrow().value("OwnerId"), users.get(agent).id()::equals);
    soon().until(() -> org.tasksOf(lead).stream().allMatch(t -> t.isTrue("IsClosed")));
  }

  private static URI link(SandboxRecord task) {
    String text = task.value("Description");
    int start = text.indexOf("http");
    return URI.create(text.substring(start).split("\\s", 2)[0]);
  }

  @Test
  void webhook_task_accept_owner() {
    String lead = leadArrives();

    String page = person.press(link(taskFor(lead, "ann")), "accept");

    assertThat(page).contains("This lead is yours", "Cleo");
    ownedBy(lead, "ann");
  }

  @Test
  void connecting_sends_a_test_lead_through_and_leaves_nothing_open() {
    var said = new StringWriter();

    int exit =
        BatonCommand.run(
            new PrintWriter(said, true),
            "connect",
            "salesforce",
            "--server=" + app.address(),
            "--api-token=0123456789abcdef");

    assertThat(said.toString())
        .contains(app.webhook(CRM).toString())
        .contains("told Baton of it", "offered to ann", "has a task", "deleted again")
        .doesNotContain("  NO ");
    assertThat(exit).isZero();
    // Salesforce tells nobody of a deletion; Baton ends the lead all the same, before its window.
    soon().until(() -> api("/api/v1/leads").contains("\"state\":\"ENDED\""));
    soon().until(() -> org.tasks().stream().allMatch(t -> t.isTrue("IsClosed")));
  }

  private String api(String path) {
    return person
        .send(
            HttpRequest.newBuilder(app.address().resolve(path))
                .header("X-Auth-Token", "0123456789abcdef"))
        .body();
  }

  @Test
  void an_answer_in_the_task_counts() {
    String lead = leadArrives();

    org.answerOffer(taskFor(lead, "ann").id(), "decline", users.get("ann").id());
    org.answerOffer(taskFor(lead, "bob").id(), "accept", users.get("bob").id());

    ownedBy(lead, "bob");
  }

  @Test
  @org.junit.jupiter.api.Tag(SHORT_WINDOW)
  void time_out_next() {
    String lead = leadArrives();
    taskFor(lead, "ann");

    person.press(link(taskFor(lead, "bob")), "accept");

    ownedBy(lead, "bob");
  }

  @Test
  void an_owner_set_by_hand_ends_the_rotation() {
    String lead = leadArrives();
    taskFor(lead, "ann");

    org.giveTo(users.get("bob").id(), lead, org.admin().id());

    soon().until(() -> org.tasksOf(lead).stream().allMatch(t -> t.isTrue("IsClosed")));
    assertThat(org.record(lead).orElseThrow().value("OwnerId")).isEqualTo(users.get("bob").id());
  }

  @Test
  void a_user_deactivated_in_salesforce_loses_the_offer_and_the_next_agent_has_it() {
    String lead = leadArrives();
    URI anns = link(taskFor(lead, "ann"));

    org.deactivateUser(users.get("ann").id());

    URI bobs = link(taskFor(lead, "bob"));
    assertThat(person.get(anns).body()).contains("taken back").doesNotContain("Cleo");
    assertThat(person.press(bobs, "accept")).contains("This lead is yours", "Cleo");
    ownedBy(lead, "bob");
  }
}

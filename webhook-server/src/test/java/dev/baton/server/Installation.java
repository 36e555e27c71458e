package dev.baton.server;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.CrmIdentity;
import dev.baton.agent.OperatingHours;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.OAuthTokens;
import dev.baton.flow.HearingAnswers;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxOwner;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.routing.OfferWindow;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.App.Occasion;
import dev.baton.server.summary.LanguageModel;
import dev.baton.tag.Tag;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole server beside a sandbox HubSpot, as a customer runs it, with one company. Can be stopped
 * and started again on the same data.
 */
public final class Installation implements AutoCloseable {
  public static final String API_TOKEN = "test-token-0123456789";
  public static final CompanyId ACME = new CompanyId("acme");
  public static final ConnectionId HUBSPOT = new ConnectionId("acme-hubspot");
  public static final String PORTAL = "4711";

  private final HubSpotSandbox sandbox;
  private final Portal portal;
  private final Path data;
  private final Optional<String> databaseUrl;
  private final Map<String, SandboxOwner> owners = new HashMap<>();
  private final List<Agent> agents = new ArrayList<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private String name = "Acme";
  private ZoneId zone = ZoneOffset.UTC;
  private Duration window = Duration.ofMinutes(5);
  private Duration catchallWindow = Duration.ofHours(24);
  private Duration usersEvery = Duration.ofMinutes(15);
  private Optional<OperatingHours> hours = Optional.empty();
  private boolean agentsSwitch;
  private MessageSettings messages = MessageSettings.NONE;
  private Optional<LanguageModel> summaries = Optional.empty();
  private int port;
  private App app;

  /**
   * @param databaseUrl empty for the embedded database in the directory
   */
  public Installation(Path data, Optional<String> databaseUrl) {
    this.data = data;
    this.databaseUrl = databaseUrl;
    this.sandbox =
        HubSpotSandbox.start(
            SandboxSettings.defaults()
                .withApp(77, "app", "client-secret-of-the-test")
                .withoutLimits()
                .withRetryGap(Duration.ofMillis(50)));
    this.portal = sandbox.portal(PORTAL);
    portal.installBatonProperties();
    tags.put("Harbour", Tag.preferential("Harbour"));
    tags.put("Old Town", Tag.preferential("Old Town").weighing(10));
  }

  /** Otherwise it is called Acme and has its clock on UTC. */
  public Installation company(String called, String zoneId) {
    name = called;
    zone = ZoneId.of(zoneId);
    return this;
  }

  /** An agent of that name; the id is made of it, such as {@code ada.brook} for Ada Brook. */
  public Installation agent(String called, String... holding) {
    return add(called, false, holding);
  }

  public Installation catchall(String called, String... holding) {
    return add(called, true, holding);
  }

  private Installation add(String called, boolean catchall, String... holding) {
    String id = called.toLowerCase(Locale.ROOT).replace(' ', '.');
    SandboxOwner owner = portal.addOwner(id + " Example", id + "@example.org");
    owners.put(called, owner);
    for (String tag : holding) tags.putIfAbsent(tag, Tag.preferential(tag));
    agents.add(
        new Agent(
            new AgentId(id),
            called,
            id + "@example.org",
            Set.of(holding),
            true,
            catchall,
            Map.of(HUBSPOT, new CrmIdentity(owner.id(), owner.userId()))));
    return this;
  }

  /** A tag that is not an ordinary one. */
  public Installation tag(Tag tag) {
    tags.put(tag.name().text(), tag);
    return this;
  }

  /** When the company hands out leads; otherwise always. */
  public Installation hours(OperatingHours when) {
    hours = Optional.of(when);
    return this;
  }

  /** Shorter windows than an admin could set, so that tests need not wait long. */
  public Installation windows(Duration offer, Duration catchall) {
    window = offer;
    catchallWindow = catchall;
    return this;
  }

  /** More often than an admin could have it, so that tests need not wait long. */
  public Installation usersEvery(Duration gap) {
    usersEvery = gap;
    return this;
  }

  /** Agents say themselves whether they are there; otherwise an admin does. */
  public Installation agentsSwitch() {
    agentsSwitch = true;
    return this;
  }

  /** By what people are told; otherwise by nothing. */
  public Installation telling(MessageSettings by) {
    messages = by;
    return this;
  }

  /** By what leads are summarized; otherwise by nothing. */
  public Installation summarizing(LanguageModel by) {
    summaries = Optional.of(by);
    return this;
  }

  public Installation start() {
    var config =
        new Config(
            port,
            data,
            Optional.empty(),
            databaseUrl,
            databaseUrl.isPresent() ? "postgres" : "",
            "",
            Optional.empty(),
            Optional.of(API_TOKEN),
            Config.SignUp.FIRST,
            Optional.empty(),
            Optional.empty(),
            usersEvery,
            new Config.HubSpotApp(
                "app", List.of(sandbox.clientSecret()), sandbox.api(), sandbox.api()),
            Config.SalesforceApp.NONE,
            messages,
            summaries);
    var company = new Company(ACME, name, zone);
    var connection =
        new CrmConnection(
            HUBSPOT,
            ACME,
            "hubspot",
            PORTAL,
            Map.of(HearingAnswers.COMPLETED_TASK, HearingAnswers.ACCEPTS));
    var book =
        new BookDraft(
            List.copyOf(tags.values()),
            agents,
            RoutingSettings.DEFAULT
                .with(new Calendar(zone, hours, List.of()))
                .withWindow(OfferWindow.demonstration(window))
                .withCatchallWindow(catchallWindow)
                .letAgentsSwitch(agentsSwitch));
    var file = new CompanyFile(company, List.of(connection), Map.of(), book);
    var tokens = new OAuthTokens("", Instant.EPOCH, portal.refreshToken());
    app = App.start(config, Occasion.inEarnest(List.of(file), Map.of(HUBSPOT, tokens)));
    port = app.address().getPort();
    sandbox.webhooks().target(app.publicUrl().resolve("/webhooks/hubspot"));
    return this;
  }

  /** Stops the server and starts it again on the same data, port and address. */
  public void restart() {
    app.close();
    start();
  }

  public void stop() {
    app.close();
  }

  public App app() {
    return app;
  }

  public HubSpotSandbox sandbox() {
    return sandbox;
  }

  public Portal portal() {
    return portal;
  }

  public String ownerId(String agent) {
    return owners.get(agent).id();
  }

  public String userId(String agent) {
    return owners.get(agent).userId();
  }

  /** Somebody asks for something at the harbour. */
  public String leadArrives() {
    return leadArrives("A warehouse at the harbour, please");
  }

  public String leadArrives(String message) {
    return portal.createContact(
        Map.of(
            "firstname",
            "Cleo",
            "lastname",
            "Canary",
            "email",
            "cleo" + System.nanoTime() + "@customer.example",
            "phone",
            "+1555" + System.nanoTime(),
            "message",
            message));
  }

  /** The owner that stands in the contact. */
  public String ownerOf(String contact) {
    return portal.record("contacts", contact).orElseThrow().value("hubspot_owner_id");
  }

  /** The tasks of a contact that nobody has ticked off, oldest first. */
  public List<SandboxRecord> openTasks(String contact) {
    return portal.tasksOf("contacts", contact).stream()
        .filter(t -> !t.value("hs_task_status").equals("COMPLETED"))
        .toList();
  }

  /** The open task of that agent for the contact. */
  public Optional<SandboxRecord> taskFor(String contact, String agent) {
    return openTasks(contact).stream()
        .filter(t -> t.value("hubspot_owner_id").equals(ownerId(agent)))
        .findFirst();
  }

  /** The link in a task. */
  public URI link(SandboxRecord task) {
    String body = task.value("hs_task_body");
    int start = body.indexOf("href=\"") + 6;
    return URI.create(body.substring(start, body.indexOf('"', start)));
  }

  @Override
  public void close() {
    app.close();
    sandbox.close();
  }
}

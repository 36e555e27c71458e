package dev.baton.server.demo;

import dev.baton.company.Company;
import dev.baton.company.ConnectionId;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.App;
import dev.baton.server.App.Occasion;
import dev.baton.server.CompanyFile;
import dev.baton.server.Config;
import dev.baton.server.people.LoginPages.DemoAdmin;
import dev.baton.server.security.OfferLinkTokens;
import dev.baton.server.security.SecretKey;
import dev.baton.store.Database;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcLeads;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.SealingReports;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Baton at work beside a sandbox CRM in the same process: leads arrive as signed webhooks, agents
 * answer, decline or miss them, and one company waits for you.
 */
public final class Demo implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
  private static final Duration BETWEEN_LEADS = Duration.ofMillis(2_500);
  private static final long SEED = 4711;

  /** Whom the log-in page lets in: it is a demonstration, with nothing to hide. */
  public static final DemoAdmin ADMIN = new DemoAdmin("dana@demo.example", "Demo-2026");

  private final HubSpotSandbox sandbox;
  private final Portal busy;
  private final Portal yours;
  private final DemoSalesforce salesforce;
  private final App app;
  private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
  private final DemoAgents agents;

  private Demo(
      HubSpotSandbox sandbox, Portal busy, Portal yours, DemoSalesforce salesforce, App app) {
    this.salesforce = salesforce;
    this.sandbox = sandbox;
    this.busy = busy;
    this.yours = yours;
    this.app = app;
    this.agents = new DemoAgents(busy, app.address(), threads, new Random(SEED));
  }

  /** Starts sandbox and server; leads arrive once {@link #open} was called. */
  public static Demo start(Config config) {
    String secret = config.hubspot().clientSecrets().getFirst();
    HubSpotSandbox sandbox =
        HubSpotSandbox.start(
            SandboxSettings.defaults().withApp(1, config.hubspot().clientId(), secret));
    var salesforce = new DemoSalesforce(new Random(SEED));
    // A new account each time: the sandbox forgets its records, a kept database does not.
    String run = String.valueOf(Instant.now().getEpochSecond());
    Portal busy = portal(sandbox, run + "1");
    Portal yours = portal(sandbox, run + "2");
    var busyConnection = new ConnectionId("demo-" + busy.id());
    var yourConnection = new ConnectionId("demo-" + yours.id());
    List<CompanyFile> companies =
        List.of(
            DemoCompany.busy(busy, busyConnection, salesforce),
            DemoCompany.yours(yours, yourConnection));
    var tokens =
        Map.of(
            busyConnection, new OAuthTokens("", Instant.EPOCH, busy.refreshToken()),
            yourConnection, new OAuthTokens("", Instant.EPOCH, yours.refreshToken()));
    var atSandbox =
        config
            .withSalesforce(salesforce.app())
            .withHubSpot(
                new Config.HubSpotApp(
                    config.hubspot().clientId(),
                    config.hubspot().clientSecrets(),
                    sandbox.api(),
                    sandbox.api()));
    remember(atSandbox, companies.getFirst(), busyConnection);
    var invitation = new Invitation(yours);
    App app =
        App.start(
            atSandbox,
            new Occasion(companies, tokens, true, invitation::current, Optional.of(ADMIN)));
    sandbox.webhooks().target(app.publicUrl().resolve("/webhooks/hubspot"));
    salesforce.tell(app.webhook(salesforce.connection()));
    return new Demo(sandbox, busy, yours, salesforce, app);
  }

  /** Thirty days before today, with the usual windows; a kept database has them already. */
  private static void remember(Config config, CompanyFile file, ConnectionId connection) {
    try (Database database = App.open(config)) {
      Company company = file.company();
      var companies = new JdbcCompanies(database);
      companies.put(company);
      if (!new JdbcLeads(database).counts(company.id()).isEmpty()) return;
      file.connections().forEach(companies::connect);
      Instant end = database.clock().instant();
      var history =
          new DemoHistory(
              company, connection, end, new DemoLeads(new Random(SEED)), new Random(SEED));
      Database then = database.withClock(history);
      var books = new JdbcRoutingBooks(then);
      var usual = file.book();
      books.publish(
          company.id(),
          new BookDraft(usual.tags(), usual.agents(), usual.teams(), RoutingSettings.DEFAULT),
          "demonstration",
          history.instant());
      var tokens = new OfferLinkTokens(SecretKey.load(config.secretKey(), config.data()));
      var sealing = new SealingReports(then);
      int leads =
          history.live(
              new JdbcLedger(then, books, tokens),
              () -> {
                while (sealing.seal(company)) LOG.debug("One more slice of reports");
              });
      LOG.info("company={} leads of the last {} days={}", company.id(), DemoHistory.DAYS, leads);
    }
  }

  private static Portal portal(HubSpotSandbox sandbox, String id) {
    Portal portal = sandbox.portal(id);
    portal.installBatonProperties();
    return portal;
  }

  /** Lets leads arrive; answers the link of one that waits for you. */
  public Optional<URI> open() {
    var leads = new DemoLeads(new Random(SEED));
    leads.forYou(yours);
    every(BETWEEN_LEADS, () -> leads.next(busy));
    every(BETWEEN_LEADS.multipliedBy(2), () -> salesforce.leadArrives(leads.wish()));
    every(Duration.ofMillis(300), agents::look);
    every(Duration.ofMillis(1_700), salesforce::look);
    every(
        Duration.ofSeconds(5),
        () -> {
          if (openTask(yours).isEmpty()) leads.forYou(yours);
        });
    Instant patience = Instant.now().plusSeconds(20);
    Optional<URI> link = Optional.empty();
    while (link.isEmpty() && Instant.now().isBefore(patience)) {
      link = openTask(yours).flatMap(agents::link);
      Thread.onSpinWait();
    }
    return link;
  }

  private void every(Duration gap, Runnable work) {
    threads.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (RuntimeException failed) {
            LOG.warn("The demonstration stumbled: {}", failed.toString());
          }
        },
        gap.toMillis(),
        gap.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private static Optional<SandboxRecord> openTask(Portal portal) {
    return portal.tasks().stream()
        .filter(t -> !t.value("hs_task_status").equals("COMPLETED"))
        .findFirst();
  }

  public App app() {
    return app;
  }

  public HubSpotSandbox sandbox() {
    return sandbox;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    app.close();
    sandbox.close();
    salesforce.close();
  }
}

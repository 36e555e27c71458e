package dev.baton.server.demo;

import dev.baton.company.ConnectionId;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.server.App;
import dev.baton.server.App.Occasion;
import dev.baton.server.CompanyFile;
import dev.baton.server.Config;
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
    var invitation = new Invitation(yours);
    App app = App.start(atSandbox, new Occasion(companies, tokens, true, invitation::current));
    sandbox.webhooks().target(app.publicUrl().resolve("/webhooks/hubspot"));
    salesforce.tell(app.webhook(salesforce.connection()));
    return new Demo(sandbox, busy, yours, salesforce, app);
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

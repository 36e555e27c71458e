package dev.baton.server;

import dev.baton.agent.ZipCentroids;
import dev.baton.company.Company;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.company.TokenHash;
import dev.baton.crm.OAuthTokens;
import dev.baton.feedback.CommentId;
import dev.baton.flow.AskingConsent;
import dev.baton.flow.Bells;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.flow.DeliveringWrites;
import dev.baton.flow.ErasingPersons;
import dev.baton.flow.HearingAnswers;
import dev.baton.flow.KeepingHours;
import dev.baton.flow.LookingAtUsers;
import dev.baton.flow.MindingAgents;
import dev.baton.flow.ReceivingNotices;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.flow.SendingTestLeads;
import dev.baton.flow.TakingInLeads;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.server.api.AgentsApi;
import dev.baton.server.api.ConnectionsApi;
import dev.baton.server.api.DeliveriesApi;
import dev.baton.server.api.FeedbackApi;
import dev.baton.server.api.HealthApi;
import dev.baton.server.api.HoursApi;
import dev.baton.server.api.LeadActionsApi;
import dev.baton.server.api.LeadsApi;
import dev.baton.server.api.OpenApi;
import dev.baton.server.api.OwedApi;
import dev.baton.server.api.RoutingApi;
import dev.baton.server.api.TestLeadsApi;
import dev.baton.server.api.WebhookApi;
import dev.baton.server.http.FrontDoor;
import dev.baton.server.http.Route;
import dev.baton.server.http.WebServer;
import dev.baton.server.my.Happenings;
import dev.baton.server.my.Work;
import dev.baton.server.page.Assets;
import dev.baton.server.page.ConsentPages;
import dev.baton.server.page.HomePage;
import dev.baton.server.page.OfferPages;
import dev.baton.server.page.OfferViews;
import dev.baton.server.page.Onlookers;
import dev.baton.server.people.LoginPages;
import dev.baton.server.security.AccessLinkTokens;
import dev.baton.server.security.Nonces;
import dev.baton.server.security.OfferLinkTokens;
import dev.baton.server.security.SecretKey;
import dev.baton.server.setup.SelfTest;
import dev.baton.server.tick.Forgetting;
import dev.baton.server.tick.Housekeeping;
import dev.baton.server.tick.KeepingReports;
import dev.baton.server.tick.QuartzBells;
import dev.baton.server.words.Readers;
import dev.baton.store.Database;
import dev.baton.store.JdbcAccessLinks;
import dev.baton.store.JdbcApiTokens;
import dev.baton.store.JdbcBills;
import dev.baton.store.JdbcComments;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcConsents;
import dev.baton.store.JdbcCrmUsers;
import dev.baton.store.JdbcErasure;
import dev.baton.store.JdbcInbox;
import dev.baton.store.JdbcInstallation;
import dev.baton.store.JdbcLeads;
import dev.baton.store.JdbcLedger;
import dev.baton.store.JdbcOutbox;
import dev.baton.store.JdbcOwnLeads;
import dev.baton.store.JdbcPresences;
import dev.baton.store.JdbcReports;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.JdbcWebhookSecrets;
import dev.baton.store.Sealing;
import dev.baton.store.SteadyClock;
import dev.baton.store.Succession;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole server, put together by hand, started and stopped in order. */
public final class App implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(App.class);
  private static final int DUE_AT_ONCE = 500;

  private final URI address;
  private final URI publicUrl;
  private final List<Route> routes;
  private final Function<ConnectionId, URI> webhooks;
  private final Deque stops;

  /** What has to be stopped, last started first. */
  private static final class Deque {
    private final java.util.ArrayDeque<AutoCloseable> open = new java.util.ArrayDeque<>();

    <T extends AutoCloseable> T add(T started) {
      open.push(started);
      return started;
    }

    void closeAll() {
      while (!open.isEmpty()) {
        try {
          open.pop().close();
        } catch (Exception failed) {
          LOG.warn("Something does not stop: {}", failed.toString());
        }
      }
    }
  }

  private App(
      URI address,
      URI publicUrl,
      List<Route> routes,
      Function<ConnectionId, URI> webhooks,
      Deque stops) {
    this.webhooks = webhooks;
    this.address = address;
    this.publicUrl = publicUrl;
    this.routes = routes;
    this.stops = stops;
  }

  /**
   * What a start is about besides the configuration.
   *
   * @param company set up before anything is served
   * @param tokens access tokens of its connections
   * @param shown whether anybody may watch its leads on the home page
   * @param invitation an offer link to show there
   * @param demoAdmin whom the demonstration lets in
   */
  public record Occasion(
      List<CompanyFile> company,
      Map<ConnectionId, OAuthTokens> tokens,
      boolean shown,
      java.util.function.Supplier<Optional<String>> invitation,
      Optional<LoginPages.DemoAdmin> demoAdmin) {
    public static Occasion inEarnest(
        List<CompanyFile> company, Map<ConnectionId, OAuthTokens> tokens) {
      return new Occasion(company, tokens, false, Optional::empty, Optional.empty());
    }
  }

  /**
   * Starts everything.
   *
   * @throws Misconfigured when the configuration does not allow it
   */
  public static App start(Config config, Occasion occasion) {
    var stops = new Deque();
    try {
      return start(config, occasion, stops);
    } catch (RuntimeException failed) {
      stops.closeAll();
      throw failed;
    }
  }

  private static App start(Config config, Occasion occasion, Deque stops) {
    SecretKey key = SecretKey.load(config.secretKey(), config.data());
    Database database = stops.add(open(config));
    requireSameKey(database, key);
    var sealing = new Sealing(key.forPurpose("stored secrets"));
    int port = config.port() == 0 ? freePort() : config.port();
    URI publicUrl = config.publicUrl().orElse(URI.create("http://localhost:" + port));
    var clock = new SteadyClock(database.clock());

    ZipCentroids zips = zips(config);
    var companies = new JdbcCompanies(database);
    var books = new JdbcRoutingBooks(database);
    var tokens = new OfferLinkTokens(key);
    var access = new JdbcAccessLinks(database, new AccessLinkTokens(key));
    var ledger = new JdbcLedger(database, books, tokens);
    var leads = new JdbcLeads(database);
    var inbox = new JdbcInbox(database);
    var outbox = new JdbcOutbox(database);
    var apiTokens = new JdbcApiTokens(database);
    HubSpotSignature signature = signature(config, publicUrl);
    var webhook = new HubSpotWebhook(signature, HubSpotSettings.CONTACTS);
    var hubspot = new HubSpotCrm(config.hubspot(), database, sealing, signature, books);
    var webhooks = new WebhooksOfCrms(publicUrl, new JdbcWebhookSecrets(database, sealing, clock));
    var salesforce =
        new SalesforceCrm(config.salesforce(), database, sealing, companies, webhooks.secrets());
    var connectors =
        new CrmConnectors(
            companies, Map.of(HubSpotCrm.NAME, hubspot, SalesforceCrm.NAME, salesforce));

    var settingUp = new SettingUp(companies, books, connectors, database, sealing, clock);
    occasion.company().forEach(file -> ConnectionSettings.check(file.connections(), config));
    occasion.company().forEach(file -> settingUp.apply(file, occasion.tokens()));
    companies.connections().forEach(webhooks::prepare);
    Optional<Company> first = occasion.company().stream().findFirst().map(CompanyFile::company);
    config
        .apiToken()
        .ifPresent(
            token ->
                apiTokens.replace(
                    companyOfToken(first, companies), TokenHash.of(token), clock.instant()));

    var succession = stops.add(Succession.begin(database, clock.instant(), DeliveringWrites.LEASE));
    QuartzBells quartz = QuartzBells.create();
    Bells bells = quartz.bells();
    var rotating = new RotatingLeads(ledger, bells);
    var presences = new JdbcPresences(database);
    var minding = new MindingAgents(companies, books, presences, ledger, leads, rotating);
    var feedback =
        new RecordingFeedback(
            rotating, new JdbcComments(database), () -> new CommentId(UUID.randomUUID()), clock);
    var takingIn =
        new TakingInLeads(
            ledger,
            leads,
            books,
            rotating,
            feedback,
            () -> LeadIdsByTime.next(clock.instant()),
            zips);
    var answers = new HearingAnswers(connectors, leads, rotating);
    var threads = stops.add(Executors.newVirtualThreadPerTaskExecutor());
    var traffic =
        new CrmTraffic(
            database,
            connectors,
            companies,
            threads,
            bells,
            clock,
            new AddressesForAgents(publicUrl, tokens, access));
    var workingOff = traffic.workingOff(inbox, takingIn, answers);
    var catchingUp = traffic.catchingUp(inbox);
    var mindingUsers = traffic.mindingUsers(books, minding);
    var syncingUsers = traffic.syncingUsers(mindingUsers, config.usersEvery());
    var delivering = traffic.delivering(outbox, books);
    var telling =
        new MessageTraffic(
            config.messages(), database, sealing, books, traffic.links(), threads, bells);
    var receiving = stops.add(new ReceivingNotices(inbox, companies, bells));
    var keepingReports = new KeepingReports(database, companies, books);
    keepingReports.begin();
    stops.add(
        Housekeeping.start(
            database,
            List.of(
                Forgetting.chore(inbox, traffic.attempts(), clock),
                keepingReports.chore(),
                telling.forgetting())));
    config
        .summaries()
        .map(model -> stops.add(new SummaryTraffic(model, database, clock)))
        .ifPresent(summaries -> quartz.alongside("summaries", summaries::look));
    stops.add(quartz);
    quartz.start(
        () -> workingOff.work() + catchingUp.look() + syncingUsers.look(),
        () -> rotating.settleDue(DUE_AT_ONCE) + minding.look(),
        () -> delivering.deliver() + succession.takeOver(clock.instant()),
        telling::work);

    var draining = new AtomicBoolean();
    var metrics = new Metrics(inbox, outbox, leads, clock);
    var nonces = new Nonces(key);
    var views = new OfferViews(companies, books, new Readers(telling.contacts()), nonces);
    var routes = new ArrayList<Route>();
    routes.addAll(new WebhookApi(webhook, salesforce.frontDoor(), receiving, clock).routes());
    routes.addAll(new OfferPages(leads, tokens, rotating, views, nonces, clock).routes());
    routes.addAll(new LeadsApi(leads, books, inbox).routes());
    routes.addAll(new DeliveriesApi(traffic.deliveries()).routes());
    routes.addAll(new RoutingApi(leads, books, companies, ledger::facts, zips).routes());
    routes.addAll(new LeadActionsApi(rotating, minding, leads, books).routes());
    routes.addAll(new AgentsApi(books, companies, ledger::facts, minding, mindingUsers).routes());
    routes.addAll(
        new FeedbackApi(feedback, new JdbcComments(database), rotating, leads, books).routes());
    var hours = new KeepingHours(books, leads, ledger, rotating);
    routes.addAll(new HoursApi(hours, books, companies, clock).routes());
    routes.addAll(new OwedApi(new JdbcBills(database), books, companies, clock).routes());
    var people =
        new People(
            database,
            sealing,
            key,
            publicUrl,
            clock,
            companies,
            threads,
            config.signUp(),
            books,
            telling.passwordMail(),
            hours::look);
    var onlookers = new Onlookers(first.filter(c -> occasion.shown()), people.shells());
    var reports = new JdbcReports(database);
    routes.addAll(
        new Reporting(database, reports, companies, books, presences, leads, clock)
            .routes(onlookers));
    routes.addAll(new HealthApi(database::answers, draining::get, metrics::text).routes());
    var lookingAtUsers = new LookingAtUsers(books, presences, new JdbcCrmUsers(database));
    var consent =
        new AskingConsent(
            connectors,
            new CrmDoors(connectors, companies, database, sealing),
            new JdbcConsents(database, sealing),
            publicUrl.resolve(ConsentPages.ADDRESS),
            clock);
    var connecting = new ConnectingAccounts(connectors, lookingAtUsers);
    routes.addAll(new ConnectionsApi(companies, connecting, webhooks, consent).routes());
    routes.addAll(new ConsentPages(consent, connectors).routes());
    var sending = new SendingTestLeads(connectors, books, inbox, leads, bells, clock);
    routes.addAll(
        new TestLeadsApi(companies, connectors, sending, books, webhooks::readable).routes());
    routes.addAll(telling.routes());
    routes.addAll(OpenApi.routes());
    routes.addAll(
        new HomePage(
                first.filter(c -> occasion.shown()), occasion.invitation(), leads, books, clock)
            .routes());
    routes.addAll(Assets.routes());
    routes.addAll(
        people.erasureRoutes(
            new ErasingPersons(new JdbcErasure(database), rotating, books), leads));
    routes.addAll(people.bookRoutes(presences, minding, leads, hours, telling, zips));
    routes.addAll(
        people.leadRoutes(
            leads,
            books,
            rotating,
            presences,
            feedback,
            new JdbcComments(database),
            traffic.deliveries()));
    var own = new JdbcOwnLeads(database);
    var happenings = new Happenings(own, clock);
    var work = new Work(own, leads, new JdbcComments(database), tokens, rotating, feedback);
    routes.addAll(
        new AgentsOwn(people, books, presences, minding, reports, access)
            .routes(work, happenings, publicUrl, nonces));
    routes.addAll(
        people.setupRoutes(
            new SetupRoutes(
                database,
                companies,
                connectors,
                new CrmsOfInstallation(config, database, sealing, inFiles(occasion)),
                consent,
                connecting,
                webhooks,
                sending,
                rotating,
                books,
                inbox,
                apiTokens,
                traffic.deliveries(),
                telling,
                new SelfTest(publicUrl, key),
                clock)));
    routes.addAll(people.routes(occasion.demoAdmin(), first.map(Company::id)));
    stops.add(
        WebServer.start(
            port,
            new FrontDoor(
                routes, apiTokens, people.door(), metrics, publicUrl.getScheme().equals("https"))));
    // Pages that listen for news would keep the server from stopping.
    stops.add(happenings);
    stops.add(() -> draining.set(true));
    LOG.info("Baton listens on port {} as {}", port, publicUrl);
    return new App(
        URI.create("http://localhost:" + port),
        publicUrl,
        List.copyOf(routes),
        id -> webhooks.whole(connectors.connection(id)),
        stops);
  }

  /** Connections whose settings are written in a company file, which holds at each start. */
  private static Set<ConnectionId> inFiles(Occasion occasion) {
    return occasion.company().stream()
        .flatMap(file -> file.connections().stream())
        .map(CrmConnection::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Opens the database of a configuration.
   *
   * @throws Misconfigured when the data directory cannot be made
   */
  public static Database open(Config config) {
    if (config.databaseUrl().isPresent()) {
      return Database.open(
          config.databaseUrl().get(), config.databaseUser(), config.databasePassword());
    }
    try {
      Files.createDirectories(config.data());
    } catch (IOException failed) {
      throw new Misconfigured("The data directory " + config.data() + " cannot be made: " + failed);
    }
    return Database.open(Database.embedded(config.data()), "sa", "");
  }

  /** Where zip codes are: a file the admin can replace; without one nobody is near or far. */
  private static ZipCentroids zips(Config config) {
    if (config.zipFile().isEmpty()) return ZipCentroids.NONE;
    Path file = config.zipFile().get();
    try (Reader csv = Files.newBufferedReader(file)) {
      ZipCentroids.Reading reading = ZipCentroids.read(csv);
      if (!reading.problems().isEmpty()) {
        throw new Misconfigured(
            "The zip file " + file + " is wrong:\n  " + String.join("\n  ", reading.problems()));
      }
      LOG.info("zip codes={} file={}", reading.zips(), file);
      return reading.centroids();
    } catch (IOException unreadable) {
      throw new Misconfigured("The zip file " + file + " cannot be read: " + unreadable);
    }
  }

  /** Links and stored secrets of one key do not open with another: better not to start at all. */
  private static void requireSameKey(Database database, SecretKey key) {
    byte[] fingerprint = TokenHash.of(HexFormat.of().formatHex(key.forPurpose("fingerprint")));
    String own = HexFormat.of().formatHex(fingerprint, 0, 8);
    String agreed = new JdbcInstallation(database).agree("secret-key-fingerprint", own);
    if (!agreed.equals(own)) {
      throw new Misconfigured(
          "This database belongs to an installation with another secret key. Give this node the"
              + " same one: BATON_SECRET_KEY, or the file secret.key of the data directory.");
    }
  }

  /** Without a client secret nothing can be proved, so everything is refused. */
  private static HubSpotSignature signature(Config config, URI publicUrl) {
    List<String> secrets = config.hubspot().clientSecrets();
    if (secrets.isEmpty()) {
      LOG.warn("HubSpot webhooks are refused: set {}", Setting.HUBSPOT_CLIENT_SECRET.variable());
      secrets = List.of(UUID.randomUUID().toString());
    }
    return new HubSpotSignature(publicUrl, secrets);
  }

  private static dev.baton.company.CompanyId companyOfToken(
      Optional<Company> first, JdbcCompanies companies) {
    return first
        .or(() -> companies.all().stream().findFirst())
        .map(Company::id)
        .orElseThrow(
            () ->
                new Misconfigured(
                    "There is no company the API token could belong to: give a --company-file."));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /** Where this server listens on this machine. */
  public URI address() {
    return address;
  }

  /** Where people and CRMs reach it. */
  public URI publicUrl() {
    return publicUrl;
  }

  public List<Route> routes() {
    return routes;
  }

  /** Where the CRM of a connection has to call. It may hold a secret: never log it. */
  public URI webhook(ConnectionId connection) {
    return webhooks.apply(connection);
  }

  /** Stops taking requests, finishes what is under way, closes the database. */
  @Override
  public void close() {
    stops.closeAll();
  }
}

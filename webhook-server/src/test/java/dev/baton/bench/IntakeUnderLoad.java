package dev.baton.bench;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.CrmWebhook.Receipt.Proved;
import dev.baton.flow.ReceivingNotices;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.server.api.WebhookApi;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.FrontDoor;
import dev.baton.server.http.Route;
import dev.baton.server.http.WebServer;
import dev.baton.server.tick.QuartzBells;
import dev.baton.store.Database;
import dev.baton.store.JdbcApiTokens;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcInbox;
import dev.baton.store.SteadyClock;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The real HTTP server and the real inbox, in the ways that are compared. */
final class IntakeUnderLoad implements AutoCloseable {
  /** How a request is taken in. */
  enum Way {
    /** Verified and answered; nothing is stored. */
    NOT_STORING,
    /** As Baton does it: stored together with others. */
    BATON,
    /** Stored by a commit of its own. */
    COMMIT_EACH
  }

  private static final CrmConnection CONNECTION =
      new CrmConnection(
          new ConnectionId("bench"),
          new CompanyId("bench"),
          "hubspot",
          SignedEvents.ACCOUNT,
          Map.of());

  private final Database database;
  private final QuartzBells bells = QuartzBells.create();
  private final ReceivingNotices receiving;
  private final Map<Way, WebServer> servers = new EnumMap<>(Way.class);

  IntakeUnderLoad(Database database) {
    this.database = database;
    var companies = new JdbcCompanies(database);
    companies.put(new Company(CONNECTION.company(), "Bench", ZoneOffset.UTC));
    companies.connect(CONNECTION);
    Inbox inbox = new JdbcInbox(database);
    var clock = new SteadyClock(database.clock());
    var webhook =
        new HubSpotWebhook(
            new HubSpotSignature(URI.create(SignedEvents.PUBLIC_URL), List.of(SignedEvents.SECRET)),
            HubSpotSettings.CONTACTS);
    receiving = new ReceivingNotices(inbox, companies, bells.bells());
    bells.start(() -> 0, () -> 0, () -> 0);
    serve(Way.NOT_STORING, List.of(route(webhook, clock, kept -> {})));
    serve(Way.BATON, new WebhookApi(webhook, webhook, receiving, clock).routes());
    serve(
        Way.COMMIT_EACH,
        List.of(route(webhook, clock, kept -> inbox.keep(List.of(incoming(kept, clock))))));
  }

  private void serve(Way way, List<Route> routes) {
    var door =
        new FrontDoor(routes, new JdbcApiTokens(database), (method, pattern, status, nanos) -> {});
    servers.put(way, WebServer.start(0, door));
  }

  private static Route route(
      CrmWebhook webhook, InstantSource clock, Consumer<CrmWebhook.Kept> storing) {
    return Route.post(
        SignedEvents.PATH,
        Access.CRM_SIGNATURE,
        1 << 20,
        question -> {
          var request =
              new CrmWebhook.Request(
                  question.method(), question.target(), question.header()::apply, question.body());
          var proved = (Proved) webhook.receive(request, clock.instant());
          proved.notices().forEach(storing);
          return Answer.empty(200);
        });
  }

  private static Incoming incoming(CrmWebhook.Kept kept, InstantSource clock) {
    Instant now = clock.instant();
    return new Incoming(
        "hubspot",
        kept.account(),
        kept.key(),
        kept.payload(),
        Optional.of(CONNECTION),
        kept.failure(),
        now);
  }

  int port(Way way) {
    return servers.get(way).port();
  }

  /** How many notices are stored; forgets them. */
  long storedSinceLastTime() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      long stored;
      try (ResultSet count = statement.executeQuery("SELECT count(*) FROM inbox")) {
        count.next();
        stored = count.getLong(1);
      }
      statement.execute("TRUNCATE TABLE inbox");
      return stored;
    }
  }

  @Override
  public void close() {
    servers.values().forEach(WebServer::close);
    receiving.close();
    bells.close();
  }
}

package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmWebhook;
import dev.baton.hubspot.HubSpotConnector;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.routing.RoutingBooks;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** HubSpot, as its connections are set up in the company file. */
final class HubSpotCrm implements Crm {
  static final String NAME = "hubspot";

  /** Connection setting: further properties that tags are looked for in, separated by commas. */
  static final String FURTHER_PROPERTIES = "further-properties";

  /** Connection settings of HubSpot's own. */
  static final Set<String> SETTINGS = Set.of(FURTHER_PROPERTIES);

  private final Config.HubSpotApp app;
  private final Database database;
  private final Sealing sealing;
  private final HubSpotSignature signature;
  private final RoutingBooks books;

  HubSpotCrm(
      Config.HubSpotApp app,
      Database database,
      Sealing sealing,
      HubSpotSignature signature,
      RoutingBooks books) {
    this.app = app;
    this.database = database;
    this.sealing = sealing;
    this.signature = signature;
    this.books = books;
  }

  @Override
  public Opened open(CrmConnection connection) {
    var connector =
        new HubSpotConnector(
            connection.id(),
            settings(app, connection.settings()),
            app.clientId(),
            app.clientSecrets().stream().findFirst().orElse(""),
            new JdbcTokenVault(database, sealing, connection.id()),
            InstantSource.system());
    return new Opened(
        connector, connector.account(() -> tagNames(connection)), connector.consent(app.page()));
  }

  private List<String> tagNames(CrmConnection connection) {
    return books.current(connection.company()).content().tags().stream()
        .map(tag -> tag.name().text())
        .toList();
  }

  /**
   * What the settings of a connection say.
   *
   * @throws RuntimeException saying what is wrong, for an admin
   */
  static HubSpotSettings settings(Config.HubSpotApp app, Map<String, String> settings) {
    var usual = HubSpotSettings.defaults();
    return usual
        .at(app.api())
        .routing(object(settings))
        .lookingAt(Crm.listed(settings, FURTHER_PROPERTIES))
        .mapping(Crm.statuses(settings))
        .valuedIn(Crm.currency(settings))
        .using(Crm.share(settings).orElse(usual.share()));
  }

  @Override
  public CrmWebhook webhook(CrmConnection connection) {
    return new HubSpotWebhook(signature, object(connection.settings()));
  }

  private static String object(Map<String, String> settings) {
    return settings.getOrDefault(OBJECT, HubSpotSettings.CONTACTS);
  }
}

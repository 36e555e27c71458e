package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.StatusMapping;
import dev.baton.hubspot.HubSpotConnector;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.routing.RoutingBooks;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** HubSpot, as its connections are set up in the company file. */
final class HubSpotCrm implements Crm {
  static final String NAME = "hubspot";

  /** Connection setting: the kind of record that is routed. */
  static final String OBJECT = "object";

  /** Connection setting: further properties that tags are looked for in, separated by commas. */
  static final String FURTHER_PROPERTIES = "further-properties";

  /** Connection setting: the property whose values stand for feedback. */
  static final String STATUS_PROPERTY = "status-field";

  /** Connection setting: which value stands for which feedback; see {@link StatusMapping}. */
  static final String STATUSES = "status-mapping";

  /** Connection setting: the currency of values that name none. */
  static final String CURRENCY = "currency";

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
            settings(connection.settings()),
            app.clientId(),
            app.clientSecrets().stream().findFirst().orElse(""),
            new JdbcTokenVault(database, sealing, connection.id()),
            InstantSource.system());
    return new Opened(connector, connector.account(() -> tagNames(connection)));
  }

  private List<String> tagNames(CrmConnection connection) {
    return books.current(connection.company()).content().tags().stream()
        .map(tag -> tag.name().text())
        .toList();
  }

  private HubSpotSettings settings(Map<String, String> settings) {
    List<String> further =
        Arrays.stream(settings.getOrDefault(FURTHER_PROPERTIES, "").split(","))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList();
    return HubSpotSettings.defaults()
        .at(app.api())
        .routing(object(settings))
        .lookingAt(further)
        .mapping(
            StatusMapping.read(
                settings.getOrDefault(STATUS_PROPERTY, ""), settings.getOrDefault(STATUSES, "")))
        .valuedIn(settings.getOrDefault(CURRENCY, "USD"));
  }

  @Override
  public CrmWebhook webhook(CrmConnection connection) {
    return new HubSpotWebhook(signature, object(connection.settings()));
  }

  private static String object(Map<String, String> settings) {
    return settings.getOrDefault(OBJECT, HubSpotSettings.CONTACTS);
  }
}

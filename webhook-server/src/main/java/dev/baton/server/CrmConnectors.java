package dev.baton.server;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.flow.Connectors;
import dev.baton.hubspot.HubSpotConnector;
import dev.baton.hubspot.HubSpotSignature;
import dev.baton.hubspot.HubSpotWebhook;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The CRMs that companies have connected; one connector per connection, made when first needed. */
final class CrmConnectors implements Connectors {
  static final String HUBSPOT = "hubspot";

  /** Connection setting: the kind of record that is routed. */
  static final String OBJECT = "object";

  /** Connection setting: further properties that tags are looked for in, separated by commas. */
  static final String FURTHER_PROPERTIES = "further-properties";

  private final Companies companies;
  private final Config.HubSpotApp app;
  private final Database database;
  private final Sealing sealing;
  private final HubSpotSignature signature;
  private final ConcurrentMap<CrmConnection, CrmConnector> open = new ConcurrentHashMap<>();

  CrmConnectors(
      Companies companies,
      Config.HubSpotApp app,
      Database database,
      Sealing sealing,
      HubSpotSignature signature) {
    this.companies = companies;
    this.app = app;
    this.database = database;
    this.sealing = sealing;
    this.signature = signature;
  }

  @Override
  public CrmConnector connector(ConnectionId id) {
    return open.computeIfAbsent(connection(id), this::connect);
  }

  private CrmConnector connect(CrmConnection connection) {
    if (!connection.crm().equals(HUBSPOT)) {
      throw new NoSuchElementException("No connector for " + connection.crm());
    }
    return new HubSpotConnector(
        connection.id(),
        hubspot(connection.settings()),
        app.clientId(),
        app.clientSecrets().stream().findFirst().orElse(""),
        new JdbcTokenVault(database, sealing, connection.id()),
        InstantSource.system());
  }

  private HubSpotSettings hubspot(Map<String, String> settings) {
    List<String> further =
        Arrays.stream(settings.getOrDefault(FURTHER_PROPERTIES, "").split(","))
            .map(String::strip)
            .filter(p -> !p.isEmpty())
            .toList();
    return HubSpotSettings.defaults().at(app.api()).routing(object(settings)).lookingAt(further);
  }

  @Override
  public CrmAccount account(ConnectionId id) {
    throw new NoSuchElementException("No account of " + connection(id).crm() + " can be asked");
  }

  @Override
  public CrmConnection connection(ConnectionId id) {
    return companies.connections().stream()
        .filter(c -> c.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("No connection " + id));
  }

  @Override
  public CrmWebhook webhook(ConnectionId id) {
    CrmConnection connection = connection(id);
    if (!connection.crm().equals(HUBSPOT)) {
      throw new NoSuchElementException("No webhook for " + connection.crm());
    }
    return new HubSpotWebhook(signature, object(connection.settings()));
  }

  private static String object(Map<String, String> settings) {
    return settings.getOrDefault(OBJECT, HubSpotSettings.CONTACTS);
  }
}

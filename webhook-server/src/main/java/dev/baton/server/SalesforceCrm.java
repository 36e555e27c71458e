package dev.baton.server;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.WebhookSecrets;
import dev.baton.salesforce.SalesforceConnector;
import dev.baton.salesforce.SalesforceMailbox;
import dev.baton.salesforce.SalesforceWebhook;
import dev.baton.salesforce.client.SalesforceCredentials;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Salesforce, as its connections are set up in the company file. */
final class SalesforceCrm implements Crm {
  static final String NAME = "salesforce";

  /** Connection setting: the org's own address, such as {@code https://acme.my.salesforce.com}. */
  static final String MY_DOMAIN = "my-domain";

  /** Connection setting: further fields that tags are looked for in, separated by commas. */
  static final String FURTHER_FIELDS = "further-fields";

  /** Connection setting: the status of a task that is done, where the org has renamed it. */
  static final String TASK_CLOSED_STATUS = "task-closed-status";

  /** Connection settings of Salesforce's own. */
  static final Set<String> SETTINGS =
      Set.of(
          MY_DOMAIN,
          FURTHER_FIELDS,
          TASK_CLOSED_STATUS,
          SalesforceSignIn.SIGN_IN,
          SalesforceSignIn.USER_NAME,
          SalesforceSignIn.AUDIENCE);

  private final Config.SalesforceApp app;
  private final Database database;
  private final Sealing sealing;
  private final Companies companies;
  private final WebhookSecrets secrets;
  private final ConcurrentMap<CrmConnection, SalesforceConnector> opened =
      new ConcurrentHashMap<>();

  SalesforceCrm(
      Config.SalesforceApp app,
      Database database,
      Sealing sealing,
      Companies companies,
      WebhookSecrets secrets) {
    this.app = app;
    this.database = database;
    this.sealing = sealing;
    this.companies = companies;
    this.secrets = secrets;
  }

  @Override
  public Opened open(CrmConnection connection) {
    SalesforceConnector connector = connector(connection);
    return new Opened(connector, connector.account(), connector.consent());
  }

  private SalesforceConnector connector(CrmConnection connection) {
    return opened.computeIfAbsent(
        connection,
        c -> {
          var vault = new JdbcTokenVault(database, sealing, c.id());
          // Nothing is kept to begin with: the app's own credentials let us in, or a person will.
          if (vault.saved().isEmpty()) vault.save(new OAuthTokens("", Instant.MAX, ""));
          return new SalesforceConnector(
              c.id(),
              settings(c.settings()),
              credentials(app, c.settings()),
              vault,
              InstantSource.system());
        });
  }

  static SalesforceCredentials credentials(Config.SalesforceApp app, Map<String, String> settings) {
    return SalesforceSignIn.of(app, settings);
  }

  /**
   * What the settings of a connection say.
   *
   * @throws RuntimeException saying what is wrong, for an admin
   */
  static SalesforceSettings settings(Map<String, String> settings) {
    String domain = settings.getOrDefault(MY_DOMAIN, "");
    if (domain.isEmpty()) {
      throw new Misconfigured(
          "A Salesforce connection needs the setting my-domain: the org's own address, such as"
              + " https://acme.my.salesforce.com");
    }
    var usual = SalesforceSettings.defaults();
    return usual
        .at(address(domain))
        .routing(object(settings))
        .lookingAt(Crm.listed(settings, FURTHER_FIELDS))
        .mapping(Crm.statuses(settings))
        .valuedIn(Crm.currency(settings))
        .closingTasksAs(settings.getOrDefault(TASK_CLOSED_STATUS, usual.closedTask()))
        .using(Crm.share(settings).orElse(usual.share()));
  }

  private static URI address(String domain) {
    if (!domain.matches("https?://[A-Za-z0-9.:-]+/?")) {
      throw new Misconfigured(
          MY_DOMAIN + " is the org's own address, such as https://acme.my.salesforce.com");
    }
    return URI.create(domain);
  }

  @Override
  public CrmWebhook webhook(CrmConnection connection) {
    SalesforceConnector connector = connector(connection);
    return new SalesforceWebhook(
        this::mailboxes, object(connection.settings()), connector::ourUser);
  }

  /** Receives the messages of all connected orgs: which one it is of, the message says. */
  CrmWebhook frontDoor() {
    return new SalesforceWebhook(this::mailboxes, SalesforceSettings.LEAD, () -> "");
  }

  /**
   * Each org by the secrets of its own connection; and by that of the whole installation, where an
   * admin has set one before connections had their own.
   */
  private List<SalesforceMailbox> mailboxes() {
    Map<ConnectionId, List<String>> own = secrets.good();
    return companies.connections().stream()
        .filter(c -> c.crm().equals(NAME))
        .flatMap(
            c ->
                Stream.concat(
                        own.getOrDefault(c.id(), List.of()).stream(),
                        Stream.of(app.webhookSecret()).filter(secret -> !secret.isEmpty()))
                    .map(secret -> new SalesforceMailbox(c.account(), secret)))
        .toList();
  }

  private static String object(Map<String, String> settings) {
    return settings.getOrDefault(OBJECT, SalesforceSettings.LEAD);
  }
}

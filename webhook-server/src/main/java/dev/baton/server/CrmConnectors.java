package dev.baton.server;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.CrmWebhook;
import dev.baton.flow.Connectors;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The CRMs that companies have connected; each connection is opened when it is first needed. */
final class CrmConnectors implements Connectors {
  private final Companies companies;
  private final Map<String, Crm> crms;
  private final ConcurrentMap<CrmConnection, Crm.Opened> open = new ConcurrentHashMap<>();

  /**
   * @param crms by the name a connection has for its CRM
   */
  CrmConnectors(Companies companies, Map<String, Crm> crms) {
    this.companies = companies;
    this.crms = Map.copyOf(crms);
  }

  @Override
  public CrmConnector connector(ConnectionId id) {
    return opened(id).connector();
  }

  @Override
  public CrmAccount account(ConnectionId id) {
    return opened(id).account();
  }

  /** How a person lets Baton into the account of a connection. */
  Optional<CrmConsent> consent(ConnectionId id) {
    return opened(id).consent();
  }

  private Crm.Opened opened(ConnectionId id) {
    return open.computeIfAbsent(connection(id), c -> crm(c).open(c));
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
    return crm(connection).webhook(connection);
  }

  private Crm crm(CrmConnection connection) {
    Crm crm = crms.get(connection.crm());
    if (crm == null) throw new NoSuchElementException("No CRM named " + connection.crm());
    return crm;
  }
}

package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;

/** The CRMs this installation speaks with. */
public interface Connectors {
  /**
   * Speaks with the account of a connection.
   *
   * @throws java.util.NoSuchElementException when there is no such connection
   */
  CrmConnector connector(ConnectionId connection);

  /**
   * The connection itself.
   *
   * @throws java.util.NoSuchElementException when there is no such connection
   */
  CrmConnection connection(ConnectionId connection);

  /**
   * Asks the account of a connection what happened while nobody listened.
   *
   * @throws java.util.NoSuchElementException when there is no such connection, or its CRM cannot be
   *     asked
   */
  CrmAccount account(ConnectionId connection);

  /**
   * Reads the notices of a connection.
   *
   * @throws java.util.NoSuchElementException when there is no such connection
   */
  CrmWebhook webhook(ConnectionId connection);
}

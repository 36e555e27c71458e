package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;

/** One kind of CRM this installation speaks with. */
interface Crm {
  /** Routing and account of a connection share a session and a budget of calls. */
  Opened open(CrmConnection connection);

  /** Reads what the CRM tells of a connection. */
  CrmWebhook webhook(CrmConnection connection);

  /** A connection in use. */
  record Opened(CrmConnector connector, CrmAccount account) {}
}

package dev.baton.server.setup;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import java.util.Optional;

/** Which CRMs this installation can be connected to, and how. */
public interface CrmsOnOffer {
  /** Whether somebody can let Baton in, in the browser: Baton's app at that CRM is configured. */
  boolean byConsent(String crm);

  /** Whether a token opens an account there, without an app. */
  boolean byToken(String crm);

  /** What is wrong with the settings of a connection, for an admin; empty where nothing is. */
  Optional<String> objection(CrmConnection connection);

  /** Keeps the token that opens an account, encrypted. */
  void keepToken(CrmConnection connection, String token);

  /** Whether the company file has the connection: then its settings are changed there. */
  boolean isInFile(ConnectionId connection);
}

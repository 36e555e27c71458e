package dev.baton.server;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.OAuthTokens;
import dev.baton.flow.Doors;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.util.Optional;

/** The doors of all connected accounts; what opens them is kept sealed in the database. */
record CrmDoors(CrmConnectors connectors, Companies companies, Database database, Sealing sealing)
    implements Doors {

  @Override
  public Optional<CrmConsent> consent(ConnectionId connection) {
    return connectors.consent(connection);
  }

  @Override
  public boolean isShut(ConnectionId connection) {
    return vault(connection)
        .saved()
        .filter(tokens -> !tokens.access().isEmpty() || !tokens.refresh().isEmpty())
        .isEmpty();
  }

  @Override
  public boolean settle(CrmConnection awaiting, String account) {
    return companies.settle(awaiting, account);
  }

  @Override
  public void keep(ConnectionId connection, OAuthTokens tokens) {
    vault(connection).save(tokens);
  }

  private JdbcTokenVault vault(ConnectionId connection) {
    return new JdbcTokenVault(database, sealing, connection);
  }
}

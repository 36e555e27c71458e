package dev.baton.server;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.OAuthTokens;
import dev.baton.server.setup.CrmsOnOffer;
import dev.baton.store.Database;
import dev.baton.store.JdbcTokenVault;
import dev.baton.store.Sealing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What the configuration of this installation lets companies connect. */
record CrmsOfInstallation(
    Config config, Database database, Sealing sealing, Set<ConnectionId> inFiles)
    implements CrmsOnOffer {

  @Override
  public boolean byConsent(String crm) {
    return switch (crm) {
      case HubSpotCrm.NAME -> !config.hubspot().clientId().isEmpty();
      case SalesforceCrm.NAME -> !config.salesforce().clientId().isEmpty();
      default -> false;
    };
  }

  /** A token of HubSpot's needs no app; but where there is one, its own tokens are described. */
  @Override
  public boolean byToken(String crm) {
    return crm.equals(HubSpotCrm.NAME) && !byConsent(crm);
  }

  @Override
  public Optional<String> objection(CrmConnection connection) {
    return ConnectionSettings.objection(connection, config);
  }

  @Override
  public void keepToken(CrmConnection connection, String token) {
    new JdbcTokenVault(database, sealing, connection.id())
        .save(new OAuthTokens(token, Instant.MAX, ""));
  }

  @Override
  public boolean isInFile(ConnectionId connection) {
    return inFiles.contains(connection);
  }
}

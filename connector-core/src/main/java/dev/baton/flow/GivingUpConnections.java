package dev.baton.flow;

import dev.baton.company.Companies;
import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import java.util.Optional;

/** Takes connections away that were begun and never used: nobody has let Baton in. */
public final class GivingUpConnections {
  private final Companies companies;
  private final Connectors connectors;

  public GivingUpConnections(Companies companies, Connectors connectors) {
    this.companies = companies;
    this.connectors = connectors;
  }

  /** What a connection has been used for so far, without asking the CRM. */
  public Optional<ConnectionUse> use(CrmConnection connection) {
    return companies.use(connection);
  }

  /**
   * Gives a connection up, unless it has been used, or what is kept for it opens the account.
   *
   * @return why it stays; empty where it is gone
   * @throws CrmUnavailable when the CRM has to be asked, and does not say whether it lets Baton in
   */
  public Optional<ConnectionUse> giveUp(CrmConnection connection) {
    Optional<ConnectionUse> used = companies.use(connection);
    if (used.isPresent()) return used;
    if (!connection.isAwaiting() && isOpen(connection.id())) {
      return Optional.of(ConnectionUse.LET_IN);
    }
    return companies.giveUp(connection);
  }

  private boolean isOpen(ConnectionId connection) {
    try {
      var unused = connectors.connector(connection).users();
      return true;
    } catch (CrmUnavailable refused) {
      if (refused.needsPerson()) return false;
      throw refused;
    } catch (IllegalStateException nothingKept) {
      return false;
    }
  }
}

package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.OAuthTokens;
import java.util.Optional;

/** How Baton is let into each connected account. */
public interface Doors {
  /**
   * How a person lets it in.
   *
   * @return empty where Baton comes in otherwise, such as by the credentials of its app
   */
  Optional<CrmConsent> consent(ConnectionId connection);

  /** Whether a person still has to let it in: nothing that opens the account is kept. */
  boolean isShut(ConnectionId connection);

  /**
   * Writes down which account a connection that awaited one opens.
   *
   * @return false where another connection has that account
   */
  boolean settle(CrmConnection awaiting, String account);

  /** Keeps what opens the account. */
  void keep(ConnectionId connection, OAuthTokens tokens);
}

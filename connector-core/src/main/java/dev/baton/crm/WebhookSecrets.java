package dev.baton.crm;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Where the secrets are kept that stand in the addresses of CRMs which sign nothing: one a
 * connection, of 192 bits.
 */
public interface WebhookSecrets {
  /** For so long a secret that was replaced is good: until every message it was sent with is in. */
  Duration OVERLAP = Duration.ofHours(24);

  /** The secret of the connection, made when it is first asked for. */
  String current(CrmConnection connection);

  /** Another secret from now on; those before are good for {@link #OVERLAP}. */
  String renewed(CrmConnection connection);

  /** All that are good now; asked with every message, so it may be two seconds old. */
  Map<ConnectionId, List<String>> good();
}

package dev.baton.inbox;

import dev.baton.company.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/** Until when each connection's notices are known to have been received, by whichever node. */
public interface Heartbeats {
  /** Empty for a connection that has just been made. */
  Optional<Instant> last(ConnectionId connection);

  /** Nothing was missed until then; an earlier time than the last changes nothing. */
  void beat(ConnectionId connection, Instant until);
}

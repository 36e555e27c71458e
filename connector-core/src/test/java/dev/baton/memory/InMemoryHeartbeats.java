package dev.baton.memory;

import dev.baton.company.ConnectionId;
import dev.baton.inbox.Heartbeats;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Heartbeats in memory. */
public class InMemoryHeartbeats implements Heartbeats {
  private final Map<ConnectionId, Instant> last = new ConcurrentHashMap<>();

  @Override
  public Optional<Instant> last(ConnectionId connection) {
    return Optional.ofNullable(last.get(connection));
  }

  @Override
  public void beat(ConnectionId connection, Instant until) {
    last.merge(connection, until, (a, b) -> a.isAfter(b) ? a : b);
  }
}

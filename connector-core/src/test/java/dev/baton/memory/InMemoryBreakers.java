package dev.baton.memory;

import dev.baton.company.ConnectionId;
import dev.baton.crm.Breaker;
import dev.baton.crm.Breakers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The breakers in memory. */
public final class InMemoryBreakers implements Breakers {
  private final Map<ConnectionId, Breaker> breakers = new HashMap<>();

  @Override
  public synchronized Breaker of(ConnectionId connection) {
    return breakers.getOrDefault(connection, Breaker.FRESH);
  }

  @Override
  public synchronized void failed(ConnectionId connection, boolean trial, Instant at) {
    breakers.put(connection, of(connection).failed(trial, at));
  }

  @Override
  public synchronized void answered(ConnectionId connection) {
    breakers.put(connection, of(connection).answered());
  }

  @Override
  public synchronized void untried(ConnectionId connection, Instant at) {
    breakers.put(connection, of(connection).untried(at));
  }

  @Override
  public synchronized void pause(ConnectionId connection, Instant until, boolean trial) {
    breakers.put(connection, of(connection).pausedUntil(until, trial));
  }

  synchronized void beginTrial(ConnectionId connection, Instant now, Duration patience) {
    breakers.put(connection, of(connection).onTrial(now, patience));
  }
}

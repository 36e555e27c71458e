package dev.baton.memory;

import dev.baton.company.ConnectionId;
import dev.baton.crm.Breaker;
import dev.baton.crm.Breakers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The breakers in memory. */
public final class InMemoryBreakers implements Breakers {
  private final Map<ConnectionId, Breaker> breakers = new HashMap<>();
  private final List<BiConsumer<ConnectionId, Instant>> scouts = new ArrayList<>();

  @Override
  public synchronized Breaker of(ConnectionId connection) {
    return breakers.getOrDefault(connection, Breaker.FRESH);
  }

  @Override
  public synchronized void failed(ConnectionId connection, boolean trial, Instant at) {
    breakers.put(connection, of(connection).failed(trial, at));
  }

  @Override
  public void answered(ConnectionId connection, Instant at) {
    synchronized (this) {
      breakers.put(connection, of(connection).answered());
    }
    scouts.forEach(scout -> scout.accept(connection, at));
  }

  /** Somebody has work waiting, of which the oldest is a scout. */
  synchronized void whenAnswered(BiConsumer<ConnectionId, Instant> scout) {
    scouts.add(scout);
  }

  @Override
  public synchronized void untried(ConnectionId connection, Instant at) {
    breakers.put(connection, of(connection).untried(at));
  }

  @Override
  public synchronized void pause(ConnectionId connection, Instant until, boolean trial) {
    breakers.put(connection, of(connection).pausedUntil(until, trial));
  }

  synchronized List<ConnectionId> halfOpen(Instant now) {
    return breakers.entrySet().stream()
        .filter(each -> each.getValue().state(now) == Breaker.State.HALF_OPEN)
        .map(Map.Entry::getKey)
        .toList();
  }

  synchronized void beginTrial(ConnectionId connection, Instant now, Duration patience) {
    breakers.put(connection, of(connection).onTrial(now, patience));
  }
}

package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Owed;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Delivers what we owe the CRM: in order per lead, several leads at a time. A slow answer keeps no
 * other lead waiting, and a connection that hangs no other connection.
 */
public final class DeliveringWrites {
  private static final int AT_ONCE = 128;
  private static final int TAKEN_AT_ONCE = 16;

  /** A connection with more than that under way is left alone: none has more than 32. */
  private static final int MOST_PER_CONNECTION = 16;

  /** A promise that was taken up and not settled waits that long to be taken up again. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  private final Outbox outbox;
  private final DeliveringOne delivering;
  private final InstantSource clock;
  private final Executor threads;
  private final Bell outboxBell;
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Map<ConnectionId, Integer> underWay = new ConcurrentHashMap<>();

  /**
   * @param threads each delivery runs on one
   * @param outboxBell rung when a delivery has ended, because the lead's next one can go
   */
  public DeliveringWrites(
      Outbox outbox,
      DeliveringOne delivering,
      InstantSource clock,
      Executor threads,
      Bell outboxBell) {
    this.outbox = outbox;
    this.delivering = delivering;
    this.clock = clock;
    this.threads = threads;
    this.outboxBell = outboxBell;
  }

  /** Sets off what is due now and can be delivered; answers how many promises were taken up. */
  public int deliver() {
    int places = free.drainPermits();
    int taken = 0;
    try {
      if (places == 0) return 0;
      List<Owed> due =
          outbox.claim(Math.min(places, TAKEN_AT_ONCE), busy(), clock.instant(), LEASE);
      for (Owed owed : due) {
        taken++;
        underWay.merge(owed.record().connection(), 1, Integer::sum);
        threads.execute(() -> deliverAndRing(owed));
      }
      return due.size();
    } finally {
      free.release(places - taken);
    }
  }

  private Set<ConnectionId> busy() {
    return underWay.entrySet().stream()
        .filter(each -> each.getValue() > MOST_PER_CONNECTION)
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void deliverAndRing(Owed owed) {
    try {
      delivering.deliver(owed);
    } finally {
      underWay.merge(
          owed.record().connection(), -1, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
      free.release();
      outboxBell.ring();
    }
  }
}

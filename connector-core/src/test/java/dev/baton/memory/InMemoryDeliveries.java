package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Attempts;
import dev.baton.delivery.Deliveries;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What went in and out, in memory. */
public final class InMemoryDeliveries implements Deliveries, Attempts {
  private final InMemoryInbox inbox;
  private final InMemoryOutbox outbox;
  private final List<Attempt> attempts = new ArrayList<>();

  InMemoryDeliveries(InMemoryInbox inbox, InMemoryOutbox outbox) {
    this.inbox = inbox;
    this.outbox = outbox;
  }

  @Override
  public List<Delivery> latest(CompanyId company, Wanted wanted, int limit) {
    return all(company, wanted.direction())
        .filter(d -> wanted.state().filter(s -> s != d.state()).isEmpty())
        .filter(d -> wanted.lead().isEmpty() || wanted.lead().equals(d.lead()))
        .filter(d -> wanted.before().filter(id -> d.id() >= id).isEmpty())
        .sorted(Comparator.comparing(Delivery::id).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<Delivery> find(CompanyId company, Direction direction, long id) {
    return all(company, direction).filter(d -> d.id() == id).findFirst();
  }

  private Stream<Delivery> all(CompanyId company, Direction direction) {
    return direction == Direction.OUT ? outbox.of(company) : inbox.of(company);
  }

  @Override
  public synchronized List<Attempt> attempts(CompanyId company, Direction direction, long id) {
    if (direction == Direction.IN) return inbox.lastAttempt(company, id).stream().toList();
    return attempts.stream().filter(a -> a.company().equals(company) && a.subject() == id).toList();
  }

  @Override
  public synchronized void keep(Attempt attempt) {
    attempts.add(attempt);
  }

  @Override
  public synchronized int forget(Instant startedBefore) {
    int before = attempts.size();
    attempts.removeIf(a -> a.startedAt().isBefore(startedBefore));
    return before - attempts.size();
  }

  @Override
  public boolean retry(CompanyId company, long promise, Instant now) {
    return outbox.retry(company, d -> d.id() == promise, now) > 0;
  }

  @Override
  public int retryAll(
      CompanyId company, Optional<ConnectionId> connection, Optional<String> cause, Instant now) {
    return outbox.retry(
        company,
        d ->
            connection.filter(c -> !c.equals(d.connection())).isEmpty()
                && (cause.isEmpty() || cause.equals(d.cause())),
        now);
  }

  @Override
  public boolean replay(CompanyId company, long notice, Instant now) {
    return inbox.replay(company, notice, now);
  }
}

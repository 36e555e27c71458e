package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Breaker;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Delivery;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Later;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.LeadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The inbox in memory. */
public final class InMemoryInbox implements Inbox {
  private static final class Row {
    final long id;
    final Incoming in;
    String state = "NEW";
    String note = "";
    int attempts;
    int forgiven;
    boolean taken;
    Optional<Instant> takenAt = Optional.empty();
    Optional<Instant> settled = Optional.empty();
    Optional<LeadId> lead = Optional.empty();
    Optional<Instant> due = Optional.empty();

    Row(long id, Incoming in) {
      this.id = id;
      this.in = in;
    }

    ConnectionId connection() {
      return in.connection().orElseThrow().id();
    }

    boolean isOf(CompanyId company) {
      return in.connection().filter(c -> c.company().equals(company)).isPresent();
    }

    Delivery delivery() {
      return new Delivery(
          Delivery.Direction.IN,
          id,
          connection(),
          lead,
          new Delivery.Matter.Told(in.payload()),
          stateNow(),
          Optional.empty(),
          note,
          attempts,
          in.receivedAt(),
          due,
          settled);
    }

    Delivery.State stateNow() {
      return switch (state) {
        case "NEW" -> Delivery.State.WAITING;
        case "DONE" -> Delivery.State.DONE;
        case "SKIPPED" -> Delivery.State.SKIPPED;
        default -> Delivery.State.ON_HOLD;
      };
    }
  }

  private final Map<String, Row> byKey = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final InMemoryBreakers breakers;

  InMemoryInbox(InMemoryBreakers breakers) {
    this.breakers = breakers;
    breakers.whenAnswered((connection, at) -> wake(connection, at, 1));
  }

  @Override
  public void wake(ConnectionId connection, Instant at) {
    wake(connection, at, Integer.MAX_VALUE);
  }

  private synchronized void wake(ConnectionId connection, Instant at, int atMost) {
    rows.stream()
        .filter(r -> r.due.filter(at::isBefore).isPresent() && !r.taken)
        .filter(r -> r.connection().equals(connection))
        .sorted(Comparator.comparing((Row r) -> r.due.get()).thenComparing(r -> r.id))
        .limit(atMost)
        .toList()
        .forEach(
            r -> {
              r.due = Optional.of(at);
              r.forgiven++;
            });
  }

  @Override
  public synchronized Optional<Instant> lastTold(CrmConnection connection) {
    return rows.stream()
        .filter(r -> r.connection().equals(connection.id()))
        .filter(r -> !r.in.key().startsWith("baton/"))
        .map(r -> r.in.receivedAt())
        .max(Comparator.naturalOrder());
  }

  @Override
  public synchronized void keep(List<Incoming> notices) {
    for (Incoming in : notices) {
      String key = in.crm() + " " + in.key();
      if (byKey.containsKey(key)) continue;
      var row = new Row(rows.size() + 1, in);
      if (in.failure().isPresent()) {
        row.state = "FAILED";
        row.note = in.failure().get();
      } else if (in.connection().isEmpty()) {
        row.state = "SKIPPED";
        row.note = "the account is not connected";
      } else {
        row.due = Optional.of(in.receivedAt());
      }
      byKey.put(key, row);
      rows.add(row);
    }
  }

  @Override
  public synchronized List<Notice> claim(
      int atMost, Set<ConnectionId> busy, Instant now, Duration lease) {
    breakers.halfOpen(now).forEach(connection -> wake(connection, now, 1));
    var claimed = new ArrayList<Notice>();
    var trials = new HashSet<ConnectionId>();
    rows.stream()
        .filter(r -> r.due.isPresent() && !r.due.get().isAfter(now))
        .filter(r -> !busy.contains(r.connection()))
        .filter(r -> breakers.of(r.connection()).state(now) != Breaker.State.OPEN)
        .sorted(Comparator.comparing((Row r) -> r.due.get()).thenComparing(r -> r.id))
        .limit(atMost)
        .toList()
        .forEach(
            r -> {
              if (breakers.of(r.connection()).state(now) == Breaker.State.HALF_OPEN) {
                breakers.beginTrial(r.connection(), now, lease);
                trials.add(r.connection());
              }
              r.due = Optional.of(now.plus(lease));
              r.attempts++;
              r.taken = true;
              r.takenAt = Optional.of(now);
              claimed.add(
                  new Notice(
                      r.id,
                      r.in.connection().orElseThrow().company(),
                      r.connection(),
                      r.in.payload(),
                      r.in.receivedAt(),
                      r.attempts,
                      r.attempts - r.forgiven,
                      trials.contains(r.connection())));
            });
    claimed.sort(Comparator.comparing(Notice::id));
    return claimed;
  }

  @Override
  public synchronized void settle(long notice, NoticeOutcome outcome, Instant at) {
    Row row = rows.get((int) notice - 1);
    if (!row.state.equals("NEW")) return;
    row.taken = false;
    boolean open = outcome instanceof Again || outcome instanceof Later;
    if (!open) row.settled = Optional.of(at);
    if (outcome instanceof Done done) row.lead = done.lead().or(() -> row.lead);
    switch (outcome) {
      case Done done -> end(row, "DONE", done.what());
      case Skipped skipped -> end(row, "SKIPPED", skipped.why());
      case Failed failed -> end(row, "FAILED", failed.why());
      case Again again -> waitUntil(row, again.notBefore(), again.why());
      case Later later -> {
        waitUntil(row, later.notBefore(), later.why());
        row.forgiven++;
      }
    }
  }

  private static void waitUntil(Row row, Instant due, String note) {
    row.due = Optional.of(due);
    row.note = note;
  }

  private static void end(Row row, String state, String note) {
    row.state = state;
    row.note = note;
    row.due = Optional.empty();
  }

  @Override
  public synchronized List<Kept> latest(CompanyId company, int limit) {
    return rows.reversed().stream()
        .filter(
            r -> r.in.connection().isEmpty() || r.in.connection().get().company().equals(company))
        .limit(limit)
        .map(InMemoryInbox::kept)
        .toList();
  }

  @Override
  public synchronized List<Kept> since(ConnectionId connection, Instant receivedAt, int limit) {
    return rows.stream()
        .filter(r -> r.in.connection().filter(c -> c.id().equals(connection)).isPresent())
        .filter(r -> !r.in.receivedAt().isBefore(receivedAt))
        .limit(limit)
        .map(InMemoryInbox::kept)
        .toList();
  }

  private static Kept kept(Row row) {
    return new Kept(
        row.id, row.in.receivedAt(), row.state, row.note, row.attempts, row.in.payload());
  }

  @Override
  public synchronized long waiting() {
    return rows.stream().filter(r -> r.due.isPresent()).count();
  }

  @Override
  public synchronized Optional<Instant> oldest() {
    return rows.stream()
        .filter(r -> r.due.isPresent())
        .map(r -> r.in.receivedAt())
        .min(Instant::compareTo);
  }

  synchronized Stream<Delivery> of(CompanyId company) {
    return rows.stream().filter(r -> r.isOf(company)).map(Row::delivery).toList().stream();
  }

  synchronized Optional<Attempt> lastAttempt(CompanyId company, long notice) {
    return rows.stream()
        .filter(r -> r.isOf(company) && r.id == notice && !r.taken && r.takenAt.isPresent())
        .findFirst()
        .map(
            r ->
                new Attempt(
                    company,
                    notice,
                    r.attempts,
                    r.takenAt.orElseThrow(),
                    Duration.between(r.takenAt.orElseThrow(), r.settled.or(() -> r.takenAt).get()),
                    "",
                    r.stateNow().name(),
                    r.note));
  }

  synchronized boolean replay(CompanyId company, long notice, Instant now) {
    for (Row row : rows) {
      if (row.id != notice || !row.isOf(company) || row.state.equals("NEW")) continue;
      row.state = "NEW";
      row.due = Optional.of(now);
      row.settled = Optional.empty();
      row.forgiven = row.attempts;
      return true;
    }
    return false;
  }

  @Override
  public synchronized int forget(Instant receivedBefore) {
    int forgotten = 0;
    for (Row row : rows) {
      String key = row.in.crm() + " " + row.in.key();
      if (row.due.isEmpty() && row.in.receivedAt().isBefore(receivedBefore)) {
        if (byKey.remove(key) != null) forgotten++;
      }
    }
    return forgotten;
  }
}

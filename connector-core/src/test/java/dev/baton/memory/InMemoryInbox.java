package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The inbox in memory. */
public final class InMemoryInbox implements Inbox {
  private static final class Row {
    final long id;
    final Incoming in;
    String state = "NEW";
    String note = "";
    int attempts;
    Optional<Instant> due = Optional.empty();

    Row(long id, Incoming in) {
      this.id = id;
      this.in = in;
    }
  }

  private final Map<String, Row> byKey = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Function<ConnectionId, Instant> pausedUntil;

  InMemoryInbox(Function<ConnectionId, Instant> pausedUntil) {
    this.pausedUntil = pausedUntil;
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
  public synchronized List<Notice> claim(int atMost, Instant now, Duration lease) {
    var claimed = new ArrayList<Notice>();
    rows.stream()
        .filter(r -> r.due.isPresent() && !r.due.get().isAfter(now))
        .filter(r -> !pausedUntil.apply(r.in.connection().orElseThrow().id()).isAfter(now))
        .sorted(Comparator.comparing((Row r) -> r.due.get()).thenComparing(r -> r.id))
        .limit(atMost)
        .forEach(
            r -> {
              r.due = Optional.of(now.plus(lease));
              r.attempts++;
              claimed.add(
                  new Notice(
                      r.id,
                      r.in.connection().orElseThrow().company(),
                      r.in.connection().orElseThrow().id(),
                      r.in.payload(),
                      r.in.receivedAt(),
                      r.attempts));
            });
    return claimed;
  }

  @Override
  public synchronized void settle(long notice, NoticeOutcome outcome, Instant at) {
    Row row = rows.get((int) notice - 1);
    if (!row.state.equals("NEW")) return;
    switch (outcome) {
      case Done done -> end(row, "DONE", done.what());
      case Skipped skipped -> end(row, "SKIPPED", skipped.why());
      case Failed failed -> end(row, "FAILED", failed.why());
      case Again again -> {
        row.due = Optional.of(again.notBefore());
        row.note = again.why();
      }
    }
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
        .map(r -> new Kept(r.id, r.in.receivedAt(), r.state, r.note, r.attempts, r.in.payload()))
        .toList();
  }

  @Override
  public synchronized long waiting() {
    return rows.stream().filter(r -> r.due.isPresent()).count();
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

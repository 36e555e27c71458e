package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile.Delivery;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.TellOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The outbox in memory. */
public final class InMemoryOutbox implements Outbox {
  private static final class Row {
    final long id;
    final Lead lead;
    final Promise promise;
    final Instant promisedAt;
    String state = "PENDING";
    String note = "";
    int attempts;
    Optional<Instant> due;

    Row(long id, Lead lead, Promise promise, Instant now) {
      this.id = id;
      this.lead = lead;
      this.promise = promise;
      this.promisedAt = now;
      this.due = Optional.of(now);
    }
  }

  /** What the outbox asks the ledger about a lead. */
  record LeadNow(List<String> tags, String source, Optional<AgentId> owner, List<Boolean> open) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> taskIds = new HashMap<>();
  private final Map<ConnectionId, Instant> paused = new HashMap<>();
  private final Function<LeadId, LeadNow> leadNow;
  private final BiConsumer<LeadId, String> ownerWritten;

  InMemoryOutbox(Function<LeadId, LeadNow> leadNow, BiConsumer<LeadId, String> ownerWritten) {
    this.leadNow = leadNow;
    this.ownerWritten = ownerWritten;
  }

  synchronized void promise(Lead lead, List<Promise> promises, Instant now) {
    for (Promise promise : promises) rows.add(new Row(rows.size() + 1, lead, promise, now));
  }

  synchronized Instant pausedUntil(ConnectionId connection) {
    return paused.getOrDefault(connection, Instant.EPOCH);
  }

  @Override
  public synchronized List<Owed> claim(int atMost, Instant now, Duration lease) {
    var heads = new ArrayList<Row>();
    var seen = new HashSet<LeadId>();
    for (Row row : rows) {
      if (row.state.equals("PENDING") && seen.add(row.lead.id())) heads.add(row);
    }
    var claimed = new ArrayList<Owed>();
    heads.stream()
        .filter(r -> r.due.isPresent() && !r.due.get().isAfter(now))
        .filter(r -> !pausedUntil(r.lead.record().connection()).isAfter(now))
        .sorted(Comparator.comparing((Row r) -> r.due.get()).thenComparing(r -> r.id))
        .limit(atMost)
        .sorted(Comparator.comparing(r -> r.id))
        .forEach(
            r -> {
              r.due = Optional.of(now.plus(lease));
              r.attempts++;
              claimed.add(owed(r));
            });
    return claimed;
  }

  private Owed owed(Row row) {
    LeadNow now = leadNow.apply(row.lead.id());
    int offer = offerOf(row.promise);
    return new Owed(
        row.id,
        row.lead.company(),
        row.lead.id(),
        row.lead.record(),
        now.tags(),
        now.source(),
        row.promise,
        Optional.ofNullable(taskIds.get(row.lead.id() + "-" + offer)),
        now.owner(),
        offer > 0 && now.open().get(offer - 1),
        rows.stream().anyMatch(r -> mayHaveTold(r, row.lead.id(), offer)),
        row.attempts);
  }

  private static boolean mayHaveTold(Row row, LeadId lead, int offer) {
    return row.lead.id().equals(lead)
        && row.promise instanceof TellOffer tell
        && tell.offer() == offer
        && row.attempts > 0
        && !row.state.equals("SUPERSEDED")
        && !(row.state.equals("ON_HOLD") && row.attempts == 1);
  }

  private static int offerOf(Promise promise) {
    return switch (promise) {
      case TellOffer tell -> tell.offer();
      case CloseOffer close -> close.offer();
      case GiveOwner unused -> 0;
    };
  }

  @Override
  public synchronized void delivered(
      long promise, Optional<String> taskId, Optional<String> owner, Instant at) {
    Row row = rows.get((int) promise - 1);
    taskId.ifPresent(id -> taskIds.put(row.lead.id() + "-" + offerOf(row.promise), id));
    owner.ifPresent(id -> ownerWritten.accept(row.lead.id(), id));
    settle(promise, "DONE", "");
  }

  @Override
  public synchronized void again(long promise, Instant notBefore, String why) {
    Row row = rows.get((int) promise - 1);
    row.due = Optional.of(notBefore);
    row.note = why;
  }

  @Override
  public synchronized void superseded(long promise, String why, Instant at) {
    settle(promise, "SUPERSEDED", why);
  }

  @Override
  public synchronized void hold(long promise, String cause, String why, Instant at) {
    settle(promise, "ON_HOLD", cause + ": " + why);
  }

  private void settle(long promise, String state, String note) {
    Row row = rows.get((int) promise - 1);
    row.state = state;
    row.note = note;
    row.due = Optional.empty();
  }

  @Override
  public synchronized void pause(ConnectionId connection, Instant until) {
    paused.merge(connection, until, (a, b) -> a.isAfter(b) ? a : b);
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return rows.stream().flatMap(r -> r.due.stream()).min(Instant::compareTo);
  }

  @Override
  public synchronized Depth depth() {
    return new Depth(
        rows.stream().filter(r -> r.due.isPresent()).count(),
        rows.stream().filter(r -> r.state.equals("ON_HOLD")).count());
  }

  synchronized List<Delivery> of(LeadId lead) {
    return rows.stream()
        .filter(r -> r.lead.id().equals(lead))
        .map(
            r ->
                new Delivery(r.id, r.promise.toString(), r.state, r.attempts, r.promisedAt, r.note))
        .toList();
  }
}

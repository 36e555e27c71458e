package dev.baton.memory;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.crm.Breaker;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.State;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayFeedback;
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
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The outbox in memory. */
public final class InMemoryOutbox implements Outbox {
  private static final class Row {
    final long id;
    final Lead lead;
    Promise promise;
    final Instant promisedAt;
    State state = State.WAITING;
    Optional<String> cause = Optional.empty();
    String note = "";
    int attempts;
    int forgiven;
    boolean taken;
    Optional<Instant> due;
    Optional<Instant> settled = Optional.empty();

    Row(long id, Lead lead, Promise promise, Instant now) {
      this.id = id;
      this.lead = lead;
      this.promise = promise;
      this.promisedAt = now;
      this.due = Optional.of(now);
    }

    boolean inHand(Instant now) {
      return taken && due.filter(d -> d.isAfter(now)).isPresent();
    }

    Delivery delivery() {
      return new Delivery(
          Delivery.Direction.OUT,
          id,
          lead.record().connection(),
          Optional.of(lead.id()),
          new Delivery.Matter.Promised(promise),
          state,
          cause,
          note,
          attempts,
          promisedAt,
          due,
          settled);
    }
  }

  /** What the outbox asks the ledger about a lead. */
  record LeadNow(
      List<String> tags,
      String source,
      Optional<AgentId> owner,
      String crmOwner,
      int ownersHeard,
      List<Boolean> open) {}

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> taskIds = new HashMap<>();
  private final InMemoryBreakers breakers = new InMemoryBreakers();
  private final Function<LeadId, LeadNow> leadNow;
  private final BiConsumer<LeadId, OwnerWritten> ownerWritten;

  InMemoryOutbox(Function<LeadId, LeadNow> leadNow, BiConsumer<LeadId, OwnerWritten> ownerWritten) {
    this.leadNow = leadNow;
    this.ownerWritten = ownerWritten;
    breakers.whenAnswered((connection, at) -> wake(connection, at, 1));
  }

  InMemoryBreakers breakers() {
    return breakers;
  }

  synchronized void promise(Lead lead, List<Promise> promises, Instant now) {
    for (Promise promise : promises) rows.add(new Row(rows.size() + 1, lead, promise, now));
  }

  @Override
  public synchronized List<Owed> claim(
      int atMost, Set<ConnectionId> busy, Instant now, Duration lease) {
    breakers.halfOpen(now).forEach(connection -> wake(connection, now, 1));
    var heads = new ArrayList<Row>();
    var seen = new HashSet<LeadId>();
    for (Row row : rows) if (row.inHand(now)) seen.add(row.lead.id());
    for (Row row : rows) {
      if (row.state == State.WAITING && seen.add(row.lead.id())) heads.add(row);
    }
    var claimed = new ArrayList<Owed>();
    heads.stream()
        .filter(r -> r.due.isPresent() && !r.due.get().isAfter(now))
        .filter(r -> !busy.contains(r.lead.record().connection()))
        .sorted(Comparator.comparing((Row r) -> r.due.get()).thenComparing(r -> r.id))
        .limit(atMost)
        .forEach(r -> take(r, now, lease).ifPresent(claimed::add));
    claimed.sort(Comparator.comparing(Owed::id));
    return claimed;
  }

  private Optional<Owed> take(Row row, Instant now, Duration lease) {
    ConnectionId connection = row.lead.record().connection();
    Breaker.State breaker = breakers.of(connection).state(now);
    if (breaker == Breaker.State.OPEN) return Optional.empty();
    boolean trial = breaker == Breaker.State.HALF_OPEN;
    if (trial) breakers.beginTrial(connection, now, lease);
    row.due = Optional.of(now.plus(lease));
    row.attempts++;
    row.taken = true;
    return Optional.of(owed(row, trial));
  }

  private Owed owed(Row row, boolean trial) {
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
        now.crmOwner(),
        now.ownersHeard(),
        offer > 0 && now.open().get(offer - 1),
        rows.stream().anyMatch(r -> mayHaveTold(r, row.lead.id(), offer)),
        rows.stream().anyMatch(r -> overtakes(r, row)),
        row.attempts,
        row.attempts - row.forgiven,
        trial);
  }

  private static boolean mayHaveTold(Row row, LeadId lead, int offer) {
    return row.lead.id().equals(lead)
        && row.promise instanceof TellOffer tell
        && tell.offer() == offer
        && (row.attempts > 1
            || row.attempts == 1 && row.state != State.SKIPPED && row.state != State.ON_HOLD);
  }

  private static boolean overtakes(Row newer, Row row) {
    if (newer.id <= row.id || !newer.lead.id().equals(row.lead.id())) return false;
    if (newer.promise instanceof CloseOffer && row.promise instanceof TellOffer) {
      return offerOf(newer.promise) == offerOf(row.promise) && newer.state != State.WAITING;
    }
    return sayTheSame(newer, row);
  }

  private static boolean sayTheSame(Row one, Row other) {
    return one.promise.getClass() == other.promise.getClass()
        && (one.promise instanceof GiveOwner || one.promise instanceof SayFeedback);
  }

  private static int offerOf(Promise promise) {
    return switch (promise) {
      case TellOffer tell -> tell.offer();
      case CloseOffer close -> close.offer();
      default -> 0;
    };
  }

  @Override
  public synchronized void delivered(
      long promise, Optional<String> taskId, Optional<OwnerWritten> owner, Instant at) {
    Row row = rows.get((int) promise - 1);
    taskId.ifPresent(id -> taskIds.put(row.lead.id() + "-" + offerOf(row.promise), id));
    owner.ifPresent(written -> ownerWritten.accept(row.lead.id(), written));
    settle(row, State.DONE, "", at);
  }

  @Override
  public synchronized void again(long promise, Instant notBefore, String why) {
    Row row = rows.get((int) promise - 1);
    if (row.state != State.WAITING) return;
    row.due = Optional.of(notBefore);
    row.taken = false;
    row.note = why;
  }

  @Override
  public synchronized void later(long promise, Instant notBefore, String why) {
    again(promise, notBefore, why);
    rows.get((int) promise - 1).forgiven++;
  }

  @Override
  public void wake(ConnectionId connection, Instant at) {
    wake(connection, at, Integer.MAX_VALUE);
  }

  private synchronized void wake(ConnectionId connection, Instant at, int atMost) {
    rows.stream()
        .filter(r -> r.lead.record().connection().equals(connection) && !r.taken)
        .filter(r -> r.due.filter(at::isBefore).isPresent())
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
  public synchronized void superseded(long promise, String why, Instant at) {
    settle(rows.get((int) promise - 1), State.SKIPPED, why, at);
  }

  @Override
  public synchronized void hold(long promise, String cause, String why, Instant at) {
    Row row = rows.get((int) promise - 1);
    if (row.state == State.WAITING) row.cause = Optional.of(cause);
    end(row, State.WAITING, State.ON_HOLD, cause + ": " + why, at);
  }

  private void settle(Row row, State state, String note, Instant at) {
    for (Row older : rows) {
      if (overtakenOnHold(row, older)) {
        end(older, State.ON_HOLD, State.SKIPPED, "a newer one has an outcome", at);
      }
    }
    end(row, State.WAITING, state, note, at);
    if (row.promise instanceof SayFeedback said) {
      row.promise = new SayFeedback(said.feedback().because(""));
    }
  }

  private static boolean overtakenOnHold(Row newer, Row older) {
    if (older.id >= newer.id || !older.lead.id().equals(newer.lead.id())) return false;
    if (newer.promise instanceof CloseOffer && older.promise instanceof TellOffer) {
      return offerOf(newer.promise) == offerOf(older.promise);
    }
    return sayTheSame(newer, older);
  }

  private static void end(Row row, State before, State state, String note, Instant at) {
    if (row.state != before) return;
    row.state = state;
    row.note = note;
    row.due = Optional.empty();
    row.taken = false;
    row.settled = Optional.of(at);
  }

  @Override
  public synchronized Optional<Instant> nextDue() {
    return rows.stream().flatMap(r -> r.due.stream()).min(Instant::compareTo);
  }

  @Override
  public synchronized Depth depth() {
    return new Depth(
        rows.stream().filter(r -> r.due.isPresent()).count(),
        rows.stream().filter(r -> r.state == State.ON_HOLD).count(),
        rows.stream()
            .filter(r -> r.due.isPresent())
            .map(r -> r.promisedAt)
            .min(Instant::compareTo));
  }

  synchronized List<LeadFile.Delivery> of(LeadId lead) {
    return rows.stream()
        .filter(r -> r.lead.id().equals(lead))
        .map(
            r ->
                new LeadFile.Delivery(
                    r.id, r.promise, code(r.state), r.attempts, r.promisedAt, r.note))
        .toList();
  }

  private static String code(State state) {
    return switch (state) {
      case WAITING -> "PENDING";
      case DONE -> "DONE";
      case SKIPPED -> "SUPERSEDED";
      case ON_HOLD -> "ON_HOLD";
    };
  }

  synchronized Stream<Delivery> of(CompanyId company) {
    var its = rows.stream().filter(r -> r.lead.company().equals(company));
    return its.map(Row::delivery).toList().stream();
  }

  synchronized int retry(CompanyId company, Predicate<Delivery> which, Instant now) {
    int retried = 0;
    for (Row row : rows) {
      if (!row.lead.company().equals(company) || row.state != State.ON_HOLD) continue;
      if (!which.test(row.delivery())) continue;
      row.state = State.WAITING;
      row.due = Optional.of(now);
      row.settled = Optional.empty();
      row.cause = Optional.empty();
      row.forgiven = row.attempts;
      retried++;
    }
    return retried;
  }
}

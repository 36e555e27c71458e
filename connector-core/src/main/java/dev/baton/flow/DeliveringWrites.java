package dev.baton.flow;

import dev.baton.crm.CrmWrite;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.outbox.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what we owe the CRM: in order per lead, several leads at a time, again where the CRM was
 * away, on hold where a person has to look. No transaction is open while the CRM is asked, and a
 * slow answer keeps no other lead waiting.
 */
public final class DeliveringWrites {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveringWrites.class);
  private static final int AT_ONCE = 32;

  /** A promise that was taken up and not settled waits that long to be taken up again. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  /** For so long nothing else is tried on a connection that gives no answer. */
  private static final Duration AWAY = Duration.ofSeconds(2);

  private final Outbox outbox;
  private final Connectors connectors;
  private final TellingAgents telling;
  private final InstantSource clock;
  private final Executor threads;
  private final Bell outboxBell;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /**
   * @param threads each delivery runs on one
   * @param outboxBell rung when a delivery has ended, because the lead's next one can go
   */
  public DeliveringWrites(
      Outbox outbox,
      Connectors connectors,
      TellingAgents telling,
      InstantSource clock,
      Executor threads,
      Bell outboxBell) {
    this.outbox = outbox;
    this.connectors = connectors;
    this.telling = telling;
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
      List<Owed> due = outbox.claim(places, clock.instant(), LEASE);
      for (Owed owed : due) {
        taken++;
        threads.execute(() -> deliverAndRing(owed));
      }
      return due.size();
    } finally {
      free.release(places - taken);
    }
  }

  private void deliverAndRing(Owed owed) {
    try {
      deliver(owed);
    } finally {
      free.release();
      outboxBell.ring();
    }
  }

  private void deliver(Owed owed) {
    try {
      Optional<String> needless = needless(owed);
      if (needless.isPresent()) {
        outbox.superseded(owed.id(), needless.get(), clock.instant());
        return;
      }
      Optional<CrmWrite> write = telling.write(owed);
      WriteResult result =
          write
              .map(w -> connectors.connector(owed.record().connection()).write(w, owed.attempt()))
              .orElse(new NeedsPerson(Cause.OWNER_NOT_MAPPED, "The agent has no user in the CRM"));
      settle(owed, write, result);
    } catch (RuntimeException broken) {
      LOG.error("promise={} lead={} attempt={}", owed.id(), owed.lead(), owed.attempt(), broken);
      again(owed, "internal error", Optional.empty());
    }
  }

  /** Why nothing needs to be delivered any more: never an older value over a newer one. */
  private static Optional<String> needless(Owed owed) {
    return switch (owed.promise()) {
      case TellOffer unused when owed.attempt() == 1 && !owed.offerOpen() ->
          Optional.of("the offer has ended before its task was created");
      case CloseOffer close when !owed.told() && !close.answeredInCrm() ->
          Optional.of("the offer had no task");
      case GiveOwner give when owed.owner().filter(give.agent()::equals).isEmpty() ->
          Optional.of("somebody else owns the lead now");
      default -> Optional.empty();
    };
  }

  private void settle(Owed owed, Optional<CrmWrite> write, WriteResult result) {
    Instant now = clock.instant();
    switch (result) {
      case Written written -> {
        Optional<String> owner =
            write
                .filter(w -> w instanceof CrmWrite.SetOwner)
                .map(w -> ((CrmWrite.SetOwner) w).owner());
        outbox.delivered(owed.id(), written.taskId(), owner, now);
        LOG.info("promise={} lead={} delivered {}", owed.id(), owed.lead(), owed.promise());
      }
      case TryAgain again when again.everything() && again.notBefore().isPresent() -> {
        // The CRM, or our budget, has named the time. Nothing has failed, so the wait does not
        // grow.
        Instant then = now.plus(again.notBefore().get());
        outbox.pause(owed.record().connection(), then);
        outbox.again(owed.id(), then, again.why());
        LOG.info("promise={} lead={} at {}: {}", owed.id(), owed.lead(), then, again.why());
      }
      case TryAgain again -> {
        if (again.everything()) {
          outbox.pause(owed.record().connection(), now.plus(AWAY));
        }
        again(owed, again.why(), again.notBefore());
      }
      case NeedsPerson person when isOnlyATask(owed, person.cause()) ->
          outbox.superseded(owed.id(), person.why(), now);
      case NeedsPerson person -> {
        outbox.hold(owed.id(), person.cause().name(), person.why(), now);
        LOG.warn(
            "promise={} lead={} on hold {} {}",
            owed.id(),
            owed.lead(),
            person.cause(),
            person.why());
      }
    }
  }

  /** A task that nobody can see, or of a record that is gone, is nothing a person has to mend. */
  private static boolean isOnlyATask(Owed owed, Cause cause) {
    return switch (owed.promise()) {
      case TellOffer unused -> cause == Cause.OWNER_NOT_MAPPED || cause == Cause.RECORD_GONE;
      case CloseOffer unused -> cause == Cause.RECORD_GONE;
      case GiveOwner unused -> false;
    };
  }

  private void again(Owed owed, String why, Optional<Duration> notBefore) {
    Instant now = clock.instant();
    double jitter = (owed.id() % 100) / 100.0;
    Optional<Duration> wait = RetryDelay.after(owed.attempt(), jitter);
    if (wait.isEmpty()) {
      outbox.hold(owed.id(), "GAVE_UP", why, now);
    } else {
      Duration asked = notBefore.orElse(Duration.ZERO);
      Duration longer = asked.compareTo(wait.get()) > 0 ? asked : wait.get();
      outbox.again(owed.id(), now.plus(longer), why);
    }
    LOG.warn("promise={} lead={} again: {}", owed.id(), owed.lead(), why);
  }
}

package dev.baton.flow;

import dev.baton.company.ConnectionId;
import dev.baton.crm.Breakers;
import dev.baton.crm.CrmWrite;
import dev.baton.crm.WriteResult;
import dev.baton.crm.WriteResult.Cause;
import dev.baton.crm.WriteResult.NeedsPerson;
import dev.baton.crm.WriteResult.TryAgain;
import dev.baton.crm.WriteResult.Written;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Attempts;
import dev.baton.delivery.InWords;
import dev.baton.ledger.StoreUnavailable;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Outbox.OwnerWritten;
import dev.baton.outbox.Owed;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayAlert;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.outbox.Promise.TellOffer;
import dev.baton.outbox.RetryDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one promise: again later where the CRM was away, on hold where a person has to look, not
 * at all where it is needless by now. No transaction is open while the CRM is asked; what was asked
 * and what came back is kept for people.
 */
public final class DeliveringOne {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveringOne.class);

  private final Outbox outbox;
  private final Breakers breakers;
  private final Attempts attempts;
  private final Connectors connectors;
  private final TellingAgents telling;
  private final InstantSource clock;

  /** Connections that gave no answer when they were last written to: a hint, lost with the node. */
  private final Set<ConnectionId> silent = ConcurrentHashMap.newKeySet();

  public DeliveringOne(
      Outbox outbox,
      Breakers breakers,
      Attempts attempts,
      Connectors connectors,
      TellingAgents telling,
      InstantSource clock) {
    this.outbox = outbox;
    this.breakers = breakers;
    this.attempts = attempts;
    this.connectors = connectors;
    this.telling = telling;
    this.clock = clock;
  }

  void deliver(Owed owed) {
    try {
      Optional<String> needless = needless(owed);
      Optional<CrmWrite> write = needless.isPresent() ? Optional.empty() : telling.write(owed);
      if (write.isEmpty() && owed.trial()) breakers.untried(connection(owed), clock.instant());
      if (needless.isPresent()) {
        outbox.superseded(owed.id(), needless.get(), clock.instant());
      } else if (write.isEmpty()) {
        settle(
            owed,
            write,
            new NeedsPerson(Cause.OWNER_NOT_MAPPED, "The agent has no user in the CRM"));
      } else {
        ask(owed, write.get());
      }
    } catch (StoreUnavailable away) {
      LOG.warn("promise={} waits for the database: {}", owed.id(), away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("promise={} lead={} attempt={}", owed.id(), owed.lead(), owed.attempt(), broken);
      if (owed.trial()) breakers.untried(connection(owed), clock.instant());
      again(owed, "internal error", Optional.empty());
    }
  }

  private static ConnectionId connection(Owed owed) {
    return owed.record().connection();
  }

  private void ask(Owed owed, CrmWrite write) {
    Instant began = clock.instant();
    WriteResult result = connectors.connector(connection(owed)).write(write, owed.attempt());
    Instant ended = clock.instant();
    settle(owed, Optional.of(write), result);
    attempts.keep(
        new Attempt(
            owed.company(),
            owed.id(),
            owed.attempt(),
            began,
            Duration.between(began, ended),
            InWords.of(write),
            InWords.status(result),
            InWords.of(result)));
  }

  /** Why nothing needs to be delivered any more: never an older value over a newer one. */
  private Optional<String> needless(Owed owed) {
    return switch (owed.promise()) {
      case TellOffer unused when owed.overtaken() -> Optional.of("the offer has long ended");
      case TellOffer unused when owed.attempt() == 1 && !owed.offerOpen() ->
          Optional.of("the offer has ended before its task was created");
      case CloseOffer close when !owed.told() && !close.answeredInCrm() ->
          Optional.of("the offer had no task");
      case GiveOwner unused when owed.overtaken() -> Optional.of("a newer owner is promised");
      case GiveOwner give when owed.owner().filter(give.agent()::equals).isEmpty() ->
          Optional.of("somebody else owns the lead now");
      case SayFeedback unused when owed.overtaken() -> Optional.of("there is newer feedback");
      case SayComment unused when telling.speechless(owed) -> Optional.of("the comment was erased");
      default -> Optional.empty();
    };
  }

  private void settle(Owed owed, Optional<CrmWrite> write, WriteResult result) {
    Instant now = clock.instant();
    tellTheBreaker(owed, write, result, now);
    String why = InWords.of(result);
    switch (result) {
      case Written written -> {
        Optional<OwnerWritten> owner =
            write
                .filter(w -> w instanceof CrmWrite.SetOwner)
                .map(
                    w ->
                        new OwnerWritten(
                            owed.crmOwner(), owed.ownersHeard(), ((CrmWrite.SetOwner) w).owner()));
        outbox.delivered(owed.id(), written.taskId(), owner, now);
        LOG.info("promise={} lead={} delivered {}", owed.id(), owed.lead(), owed.promise());
      }
      case TryAgain again when again.everything() && again.notBefore().isPresent() -> {
        // The CRM, or our budget, has named the time. Nothing has failed, so the wait does not
        // grow.
        Instant then = now.plus(again.notBefore().get());
        outbox.later(owed.id(), then, why);
        LOG.info("promise={} lead={} at {}: {}", owed.id(), owed.lead(), then, why);
      }
      case TryAgain again -> again(owed, why, again.notBefore());
      case NeedsPerson person when isOnlyATask(owed, person.cause()) ->
          outbox.superseded(owed.id(), why, now);
      case NeedsPerson person -> {
        outbox.hold(owed.id(), person.cause().name(), why, now);
        LOG.warn("promise={} lead={} on hold {} {}", owed.id(), owed.lead(), person.cause(), why);
      }
    }
  }

  /** Before anything else: others are to leave a connection alone as soon as it gives no answer. */
  private void tellTheBreaker(
      Owed owed, Optional<CrmWrite> write, WriteResult result, Instant now) {
    if (result instanceof TryAgain again && again.everything()) {
      again
          .notBefore()
          .ifPresentOrElse(
              wait -> breakers.pause(connection(owed), now.plus(wait), owed.trial()),
              () -> {
                silent.add(connection(owed));
                breakers.failed(connection(owed), owed.trial(), now);
              });
    } else if (owed.trial() && write.isPresent()) {
      breakers.answered(connection(owed), now);
    }
    if (result instanceof Written && (silent.remove(connection(owed)) || owed.trial())) {
      outbox.wake(connection(owed), now);
    }
  }

  /** A task that nobody can see, or of a record that is gone, is nothing a person has to mend. */
  private static boolean isOnlyATask(Owed owed, Cause cause) {
    return switch (owed.promise()) {
      case TellOffer unused -> cause == Cause.OWNER_NOT_MAPPED || cause == Cause.RECORD_GONE;
      case CloseOffer unused -> cause == Cause.RECORD_GONE;
      case GiveOwner unused -> false;
      case SayFeedback unused -> false;
      case SayComment unused -> false;
      case SayAlert unused -> cause == Cause.RECORD_GONE;
    };
  }

  private void again(Owed owed, String why, Optional<Duration> notBefore) {
    Instant now = clock.instant();
    double jitter = (owed.id() % 100) / 100.0;
    Optional<Duration> wait = RetryDelay.after(owed.tries(), jitter);
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

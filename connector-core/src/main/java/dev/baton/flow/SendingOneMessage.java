package dev.baton.flow;

import dev.baton.flow.FindingMatter.Found;
import dev.baton.ledger.StoreUnavailable;
import dev.baton.message.Channel;
import dev.baton.message.Channel.Envelope;
import dev.baton.message.Channel.Outcome;
import dev.baton.message.Channel.Outcome.Refused;
import dev.baton.message.Channel.Outcome.Sent;
import dev.baton.message.Channel.Outcome.TryAgain;
import dev.baton.message.Letter;
import dev.baton.message.Medium;
import dev.baton.message.Message;
import dev.baton.message.MessageQueue;
import dev.baton.message.Tidings.Kind;
import dev.baton.message.Words;
import dev.baton.outbox.RetryDelay;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one message: again later where the channel was away, not at all where it is needless by
 * now. No transaction is open while the channel is at work; whoever dies between sending and noting
 * it has it sent once more under the same id.
 */
public final class SendingOneMessage {
  private static final Logger LOG = LoggerFactory.getLogger(SendingOneMessage.class);

  private final MessageQueue queue;
  private final FindingMatter finding;
  private final KnowingPeople people;
  private final Words words;
  private final Map<Medium, Channel> channels;
  private final InstantSource clock;

  public SendingOneMessage(
      MessageQueue queue,
      FindingMatter finding,
      KnowingPeople people,
      Words words,
      Map<Medium, Channel> channels,
      InstantSource clock) {
    this.queue = queue;
    this.finding = finding;
    this.people = people;
    this.words = words;
    this.channels = Map.copyOf(channels);
    this.clock = clock;
  }

  void send(Message message) {
    try {
      Instant now = clock.instant();
      if (message.until().filter(until -> !now.isBefore(until)).isPresent()) {
        tooLate(message, now);
      } else if (message.kind() == Kind.LETTER) {
        queue
            .letter(message.id())
            .ifPresentOrElse(
                letter -> settle(message, sent(message, letter)),
                () -> queue.failed(message.id(), "the letter is empty", now));
      } else {
        switch (finding.find(message, now)) {
          case Found.Needless needless -> {
            queue.superseded(message.id(), needless.why(), now);
            LOG.info("message={} needless: {}", message.id(), needless.why());
          }
          case Found.Worth worth -> settle(message, sent(message, words.compose(worth.matter())));
        }
      }
    } catch (StoreUnavailable away) {
      LOG.warn("message={} waits for the database: {}", message.id(), away.getMessage());
    } catch (RuntimeException broken) {
      LOG.error("message={} attempt={}", message.id(), message.attempts(), broken);
      again(message, new TryAgain("internal error"), clock.instant());
    }
  }

  /** An offer nobody could be told of in time has failed; one that was not tried is needless. */
  private void tooLate(Message message, Instant now) {
    if (message.attempts() > 1) queue.failed(message.id(), "Too late: " + message.note(), now);
    else queue.superseded(message.id(), "too late", now);
  }

  private Outcome sent(Message message, Letter letter) {
    Optional<Channel> channel = Optional.ofNullable(channels.get(message.medium()));
    if (channel.isEmpty()) return new Refused(message.medium() + " is not set up");
    Optional<String> address = address(message);
    if (address.isEmpty()) return new Refused("The room is not known any more");
    return channel.get().send(new Envelope(message.id(), address.get()), letter);
  }

  /** Where it goes; the address of a room is a secret, which is looked up when it is needed. */
  private Optional<String> address(Message message) {
    if (!message.medium().room()) return Optional.of(message.address());
    return people
        .recipient(message.company(), message.agent())
        .flatMap(
            who ->
                Optional.ofNullable(
                    message.overheard()
                        ? who.company().rooms().get(message.medium())
                        : who.settings().rooms().get(message.medium())))
        .map(URI::toString);
  }

  private void settle(Message message, Outcome outcome) {
    Instant now = clock.instant();
    switch (outcome) {
      case Sent unused -> {
        queue.sent(message.id(), now);
        LOG.info("message={} sent {} by {}", message.id(), message.kind(), message.medium());
      }
      case Refused refused -> {
        queue.failed(message.id(), refused.why(), now);
        LOG.warn("message={} {} refused: {}", message.id(), message.medium(), refused.why());
      }
      case TryAgain again -> again(message, again, now);
    }
  }

  private void again(Message message, TryAgain again, Instant now) {
    double jitter = (message.id().value().hashCode() & 0xff) / 256.0;
    Optional<Instant> next =
        RetryDelay.after(message.attempts(), jitter)
            .map(wait -> longer(wait, again.notBefore()))
            .map(now::plus)
            .filter(then -> message.until().filter(until -> !then.isBefore(until)).isEmpty());
    if (next.isEmpty()) queue.failed(message.id(), again.why(), now);
    else queue.again(message.id(), next.get(), again.why());
    LOG.warn("message={} {} again: {}", message.id(), message.medium(), again.why());
  }

  private static Duration longer(Duration wait, Optional<Duration> asked) {
    return asked.filter(a -> a.compareTo(wait) > 0).orElse(wait);
  }
}

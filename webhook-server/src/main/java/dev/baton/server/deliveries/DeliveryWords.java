package dev.baton.server.deliveries;

import dev.baton.crm.WriteResult.Cause;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Matter;
import dev.baton.delivery.Delivery.State;
import dev.baton.feedback.Feedback;
import dev.baton.flow.MindingDeliveries;
import dev.baton.outbox.Promise;
import dev.baton.server.words.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what a delivery is about and what came of it. What was written down when it was tried is
 * shown as it was written, and a notice as the core understands it.
 */
public record DeliveryWords(MindingDeliveries deliveries, Words words) {
  /** What a try can come to besides a state; older tries may have come to something else. */
  private static final Set<String> OUTCOMES =
      Stream.of(
              Stream.of("WRITTEN", "TRY_AGAIN", "GAVE_UP"),
              Arrays.stream(Cause.values()).map(Cause::name),
              Arrays.stream(State.values()).map(State::name))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  /** What a delivery is about. */
  public String of(Delivery delivery) {
    return delivery.matter() instanceof Matter.Promised promised
        ? of(promised.promise())
        : deliveries.words(delivery);
  }

  private String of(Promise promise) {
    return switch (promise) {
      case Promise.TellOffer tell ->
          words.say("delivery.promise.task", String.valueOf(tell.offer()), tell.agent());
      case Promise.CloseOffer close ->
          words.say("delivery.promise.end", String.valueOf(close.offer()), close.outcome());
      case Promise.GiveOwner give -> words.say("delivery.promise.owner", give.agent());
      case Promise.SayFeedback said -> words.say("delivery.promise.feedback", of(said.feedback()));
      case Promise.SayComment said -> words.say("delivery.promise.comment", said.comment());
      case Promise.SayAlert said -> words.say("delivery.promise.alert", said.text());
    };
  }

  private String of(Feedback feedback) {
    return words.say("delivery.contact." + feedback.contact().name())
        + ", "
        + words.say("delivery.deal." + feedback.deal().name())
        + feedback
            .value()
            .map(v -> ", " + v.amount().toPlainString() + " " + v.currency().getCurrencyCode())
            .orElse("");
  }

  /** What a state, a cause or the answer to a try is called. */
  String outcome(String code) {
    return OUTCOMES.contains(code)
        ? words.say("delivery.outcome." + code)
        : code.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

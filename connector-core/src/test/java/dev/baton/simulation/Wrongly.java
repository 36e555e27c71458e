package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Circumstances;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.Refusal.Why;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadOffered;
import dev.baton.routing.LineUp;
import dev.baton.routing.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Makes wrong decisions of right ones. */
final class Wrongly {
  private Wrongly() {}

  /** A right decision and all it was made of. */
  record Made(Decision decision, Rotation lead, RotationCommand command, Circumstances seen) {
    boolean refused(Why why) {
      return decision instanceof Refused no && no.refusal().why() == why;
    }

    List<RotationEvent> events() {
      return decision instanceof Decided yes ? yes.events() : List.of();
    }

    Optional<LineUp> lineUp() {
      return decision instanceof Decided yes ? yes.lineUp() : Optional.empty();
    }

    /** Somebody left out of the line for that reason. */
    Optional<AgentId> leftOut(Reason reason) {
      return lineUp().stream()
          .flatMap(line -> line.leftOut().entrySet().stream())
          .filter(entry -> entry.getValue() == reason)
          .map(Map.Entry::getKey)
          .findFirst();
    }

    /** The lead as it was when it was offered to somebody. */
    Rotation whenOffered() {
      Rotation then = lead;
      for (RotationEvent event : events()) {
        if (event instanceof LeadOffered) break;
        then = then.after(event);
      }
      return then;
    }

    int nextOffer() {
      return lead.offers().size() + 1;
    }
  }

  static Rules rules(Function<Made, Decision> wrong) {
    return (lead, command, seen) ->
        wrong.apply(new Made(Rules.REAL.decide(lead, command, seen), lead, command, seen));
  }

  /** Something else is decided than what was wanted. */
  static Rules hearing(UnaryOperator<RotationCommand> wrong) {
    return (lead, command, seen) -> Rules.REAL.decide(lead, wrong.apply(command), seen);
  }

  /** Decided by something else than what there is to see. */
  static Rules seeing(UnaryOperator<Circumstances> wrong) {
    return (lead, command, seen) -> Rules.REAL.decide(lead, command, wrong.apply(seen));
  }

  /** Each event as it should not be. */
  static Rules events(BiFunction<RotationEvent, Made, RotationEvent> wrong) {
    return rules(
        made -> decided(made, made.events().stream().map(e -> wrong.apply(e, made)).toList()));
  }

  /** Some events are left out. */
  static Rules without(Predicate<RotationEvent> wrong) {
    return rules(made -> decided(made, made.events().stream().filter(wrong.negate()).toList()));
  }

  /** Where the lead is offered to somebody, it is offered to somebody else. */
  static Rules offering(Offer.Kind kind, Function<Made, Optional<AgentId>> whom) {
    return rules(
        made -> {
          Optional<AgentId> other = whom.apply(made);
          if (other.isEmpty()) return made.decision();
          return decided(
              made, made.events().stream().map(e -> offering(e, kind, other.get())).toList());
        });
  }

  private static RotationEvent offering(RotationEvent event, Offer.Kind kind, AgentId other) {
    return event instanceof LeadOffered e && e.kind() == kind
        ? new LeadOffered(e.at(), e.offer(), other, kind, e.expiresAt())
        : event;
  }

  /** What was rightly refused for that reason happens. */
  static Rules granting(Why why, Function<Made, Optional<? extends RotationEvent>> wrong) {
    return rules(
        made ->
            made.refused(why)
                ? wrong.apply(made).map(Wrongly::decided).orElse(made.decision())
                : made.decision());
  }

  /** What should happen is refused. */
  static Rules refusing(Predicate<Made> what, Why why) {
    return rules(
        made ->
            made.decision() instanceof Decided && what.test(made)
                ? new Refused(Refusal.of(why))
                : made.decision());
  }

  /** After what happens, one thing more does. */
  static Rules adding(Function<Made, Optional<? extends RotationEvent>> more) {
    return rules(
        made -> {
          Optional<? extends RotationEvent> event = more.apply(made);
          if (event.isEmpty()) return made.decision();
          var events = new ArrayList<>(made.events());
          events.add(event.get());
          return decided(events);
        });
  }

  /** Something else happens than what comes last. */
  static Decision lastInstead(Made made, RotationEvent other) {
    var events = new ArrayList<>(made.events());
    events.set(events.size() - 1, other);
    return decided(events);
  }

  /** The last event of a decision, if it is of that kind. */
  static <E extends RotationEvent> Optional<E> last(Made made, Class<E> kind) {
    if (made.events().isEmpty()) return Optional.empty();
    return Optional.of(made.events().getLast()).filter(kind::isInstance).map(kind::cast);
  }

  static Decision decided(RotationEvent event) {
    return decided(List.of(event));
  }

  private static Decision decided(List<RotationEvent> events) {
    return new Decided(events, Optional.empty());
  }

  private static Decision decided(Made made, List<RotationEvent> events) {
    return events.isEmpty() ? made.decision() : new Decided(events, made.lineUp());
  }
}

package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Fault.Aim;
import dev.baton.hubspot.sandbox.Fault.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What goes wrong on purpose, such as {@code faults.next(2).on("PATCH",
 * "/crm/objects/2026-09/contacts").loseAnswer()}.
 */
public final class Faults {
  private final List<Fault> active = new CopyOnWriteArrayList<>();

  /** Plans a fault for the next so many calls it hits. */
  public FaultPlan next(int calls) {
    return new FaultPlan(active::add, calls, Aim.ANY);
  }

  /** Plans a fault for every call it hits, until it is switched off. */
  public FaultPlan always() {
    return next(Integer.MAX_VALUE);
  }

  /** Ends all faults. */
  public void off() {
    active.forEach(Fault::off);
    active.clear();
  }

  /** What hits a call as a whole; an answer or a break before the work ends the list. */
  List<Effect> hitting(Request request, String portal) {
    var effects = new ArrayList<Effect>();
    for (Fault fault : active) {
      if (fault.effect() instanceof Effect.RefusesRecord) continue;
      if (fault.effect() instanceof Effect.FailsItems) continue;
      Optional<Effect> effect = fault.meet(request, portal);
      effect.ifPresent(effects::add);
      if (effect.filter(Faults::isFinal).isPresent()) break;
    }
    active.removeIf(Fault::spent);
    return effects;
  }

  /** Why a write to this record is refused, if a fault says so. */
  Optional<Refusal> refusal(Question question, String id) {
    return first(
            question,
            e -> e instanceof Effect.RefusesRecord r && (r.id().isEmpty() || r.id().equals(id)))
        .map(e -> ((Effect.RefusesRecord) e).refusal());
  }

  /** Why this item of a batch fails, if a fault says so. */
  Optional<Refusal> itemRefusal(Question question, String id) {
    return first(question, e -> e instanceof Effect.FailsItems f && f.ids().contains(id))
        .map(e -> ((Effect.FailsItems) e).refusal());
  }

  private Optional<Effect> first(Question question, Predicate<Effect> wanted) {
    return active.stream()
        .filter(fault -> wanted.test(fault.effect()))
        .flatMap(fault -> fault.meet(question.request(), question.portal()).stream())
        .findFirst();
  }

  private static boolean isFinal(Effect effect) {
    return switch (effect) {
      case Effect.Says says -> true;
      case Effect.Breaks breaks -> !breaks.afterwards();
      default -> false;
    };
  }
}

package dev.baton.hubspot.sandbox;

import dev.baton.hubspot.sandbox.Fault.Aim;
import dev.baton.hubspot.sandbox.Fault.OnCall;
import dev.baton.hubspot.sandbox.Fault.OnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

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

  /** What hits a call as a whole; the first that prevents the call ends the list. */
  List<OnCall> hitting(Request request, String portal) {
    var effects = new ArrayList<OnCall>();
    for (Fault fault : active) {
      if (fault.effect() instanceof OnCall effect && fault.hits(request, portal)) {
        effects.add(effect);
        if (effect.prevents()) break;
      }
    }
    active.removeIf(Fault::spent);
    return effects;
  }

  /** Why a write to this record is refused, if a fault says so. */
  Optional<Refusal> refusal(Question question, String id) {
    return refusal(question, id, false);
  }

  /** Why this item of a batch fails, if a fault says so. */
  Optional<Refusal> itemRefusal(Question question, String id) {
    return refusal(question, id, true);
  }

  private Optional<Refusal> refusal(Question question, String id, boolean inBatches) {
    for (Fault fault : active) {
      if (fault.effect() instanceof OnRecord effect
          && effect.inBatches() == inBatches
          && effect.hits(id)
          && fault.hits(question.request(), question.portal())) {
        return Optional.of(effect.refusal());
      }
    }
    return Optional.empty();
  }
}

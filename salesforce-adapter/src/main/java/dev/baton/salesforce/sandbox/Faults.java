package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Fault.Aim;
import dev.baton.salesforce.sandbox.Fault.OnCall;
import dev.baton.salesforce.sandbox.Fault.OnRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What goes wrong on purpose, such as {@code faults.next(2).on("create").loseAnswer()}. */
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
  List<OnCall> hitting(String operation, String orgId) {
    var effects = new ArrayList<OnCall>();
    for (Fault fault : active) {
      if (fault.effect() instanceof OnCall effect && fault.hits(operation, orgId)) {
        effects.add(effect);
        if (effect.prevents()) break;
      }
    }
    active.removeIf(Fault::spent);
    return effects;
  }

  /**
   * Why a write to a record is refused, if a fault says so.
   *
   * @param concerned the ids the write has to do with
   */
  Optional<Refusal> refusal(Question question, List<String> concerned) {
    for (Fault fault : active) {
      if (fault.effect() instanceof OnRecord effect
          && effect.hits(concerned)
          && fault.hits(question.request().operation(), question.org().id())) {
        return Optional.of(effect.refusal());
      }
    }
    return Optional.empty();
  }
}

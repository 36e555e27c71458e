package dev.baton.hubspot.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Something that goes wrong, for as many calls as were planned. */
public final class Fault {
  private final Aim aim;
  private final Effect effect;
  private int left;

  Fault(Aim aim, int calls, Effect effect) {
    this.aim = aim;
    this.left = calls;
    this.effect = effect;
  }

  /** Which calls it hits; an empty text hits any. */
  record Aim(String method, String route, String portal) {
    static final Aim ANY = new Aim("", "", "");

    boolean hits(Request request, String callersPortal) {
      return (method.isEmpty() || method.equals(request.method()))
          && request.route().startsWith(route)
          && (portal.isEmpty() || portal.equals(callersPortal));
    }
  }

  /** What goes wrong. */
  sealed interface Effect {
    /** The call is not done and answered like this. */
    record Says(Answer answer) implements Effect {}

    /** The connection breaks, before the call is done or after. */
    record Breaks(boolean afterwards) implements Effect {}

    /** The call is done, but late. */
    record Dawdles(Duration by) implements Effect {}

    /**
     * Writes to a record are refused.
     *
     * @param id of the record; empty for any
     */
    record RefusesRecord(String id, Refusal refusal) implements Effect {}

    /** Some items of a batch fail. */
    record FailsItems(Set<String> ids, Refusal refusal) implements Effect {}
  }

  /** Ends the fault, however many calls it had left. */
  public synchronized void off() {
    left = 0;
  }

  synchronized boolean spent() {
    return left <= 0;
  }

  /** Its effect on a call, which uses it up by one; empty when it is spent or aims elsewhere. */
  synchronized Optional<Effect> meet(Request request, String portal) {
    if (left <= 0 || !aim.hits(request, portal)) return Optional.empty();
    left--;
    return Optional.of(effect);
  }

  Effect effect() {
    return effect;
  }
}

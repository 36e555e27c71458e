package dev.baton.salesforce.sandbox;

import java.time.Duration;
import java.util.List;
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
  record Aim(String operation, String orgId) {
    static final Aim ANY = new Aim("", "");

    boolean hits(String calledOperation, String callersOrg) {
      return (operation.isEmpty() || operation.equals(calledOperation))
          && (orgId.isEmpty() || orgId.equals(callersOrg));
    }
  }

  /** What goes wrong. */
  sealed interface Effect {}

  /** A call goes wrong as a whole. */
  sealed interface OnCall extends Effect {
    /** The call is not done and answered like this. */
    record Says(Answer answer) implements OnCall {}

    /** The connection breaks, before the call is done or after. */
    record Breaks(boolean afterwards) implements OnCall {}

    /** The call is done, but late. */
    record Dawdles(Duration by) implements OnCall {}

    /** Whether the call is not even begun. */
    default boolean prevents() {
      return switch (this) {
        case Says says -> true;
        case Breaks breaks -> !breaks.afterwards();
        case Dawdles dawdles -> false;
      };
    }
  }

  /**
   * What is asked of some records is refused, and of the others it is not.
   *
   * @param ids of the records it hits, or values of theirs; none for all
   */
  record OnRecord(Set<String> ids, Refusal refusal) implements Effect {
    boolean hits(List<String> concerned) {
      return ids.isEmpty() || concerned.stream().anyMatch(ids::contains);
    }
  }

  /** Ends the fault, however many calls it had left. */
  public synchronized void off() {
    left = 0;
  }

  synchronized boolean spent() {
    return left <= 0;
  }

  /** Whether it hits a call, which uses it up by one. */
  synchronized boolean hits(String operation, String orgId) {
    if (left <= 0 || !aim.hits(operation, orgId)) return false;
    left--;
    return true;
  }

  Effect effect() {
    return effect;
  }
}

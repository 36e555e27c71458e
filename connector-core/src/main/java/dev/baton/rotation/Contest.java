package dev.baton.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How often a lead's owner was changed in the CRM of late. Where two automations fight over one
 * lead, each change calls for the next; so Baton stands back until the owner has been still for a
 * while: it listens at intervals, and takes the lead back for no SLA. The numbers are [ours].
 *
 * @param changes when the owner was changed in the CRM, the last {@value #MANY} times
 * @param since since when the lead is contested; empty where it is not
 */
public record Contest(List<Instant> changes, Optional<Instant> since) {
  /** So many changes in so short a time are no person's doing. */
  public static final int MANY = 4;

  /** The time that is short for so many changes, and long for none. */
  public static final Duration HOUR = Duration.ofMinutes(60);

  /** While a lead is contested, its owner is listened for at such intervals. */
  public static final Duration INTERVAL = Duration.ofMinutes(5);

  static final Contest NONE = new Contest(List.of(), Optional.empty());

  public Contest {
    changes = List.copyOf(changes);
  }

  /** Whether the lead is contested at that moment. */
  public boolean at(Instant now) {
    return until().filter(now::isBefore).isPresent();
  }

  /** When the contest is over if the owner stays; empty where there is none. */
  public Optional<Instant> until() {
    return since.map(unused -> changes.getLast().plus(HOUR));
  }

  /** When the owner is next listened for; empty for at once. */
  public Optional<Instant> listensAgain(Instant now) {
    return at(now)
        ? Optional.of(changes.getLast().plus(INTERVAL)).filter(now::isBefore)
        : Optional.empty();
  }

  /** Whether the last changes came so fast that it is a contest. */
  boolean fast() {
    return changes.size() == MANY && changes.getFirst().isAfter(changes.getLast().minus(HOUR));
  }

  Contest changed(Instant at) {
    var all = new ArrayList<>(changes);
    all.add(at);
    boolean goesOn = at(at);
    return new Contest(
        all.subList(Math.max(0, all.size() - MANY), all.size()), goesOn ? since : Optional.empty());
  }

  Contest begun(Instant at) {
    return new Contest(changes, Optional.of(at));
  }
}

package dev.baton.simulation;

import static dev.baton.simulation.Invariant.ARRIVES_IN_ORDER;
import static dev.baton.simulation.Invariant.KEPT_AS_SET;
import static dev.baton.simulation.Invariant.NEVER_EARLY;
import static dev.baton.simulation.Invariant.ONLY_ELIGIBLE;
import static dev.baton.simulation.Invariant.SETTLED_WHEN_DUE;
import static dev.baton.simulation.Invariant.TRUE_HISTORY;

import dev.baton.rotation.Hold;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadFollows;
import dev.baton.rotation.RotationEvent.LeadHeld;
import dev.baton.rotation.RotationEvent.LeadQuarantined;
import dev.baton.rotation.RotationEvent.LeadReleased;
import dev.baton.rotation.RotationEvent.LeadRestored;
import dev.baton.rotation.RotationEvent.LeadStandsAlone;
import dev.baton.simulation.Seen.Akin;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Judges what happens to a lead before it is offered: spam, then coalesce, then hold, then rotate
 * (domain §5 and §11).
 */
final class Arrivals {
  private final Notes notes;
  private final boolean spam;

  Arrivals(Notes notes, boolean spam) {
    this.notes = notes;
    this.spam = spam;
  }

  void quarantined(LeadQuarantined e) {
    ARRIVES_IN_ORDER.check(notes.kinToCheck && notes.events == 1, "not at its arrival", e);
    ARRIVES_IN_ORDER.check(spam, "no spam", e);
  }

  void restored(LeadRestored e) {
    TRUE_HISTORY.check(notes.quarantined && !notes.owned, "was not kept apart", e);
  }

  void held(LeadHeld e, Seen seen) {
    if (e.why() == Hold.Why.MANUAL_INTERCEPT) {
      notKin(e, seen);
      KEPT_AS_SET.check(intercepts(seen), "nobody wants to see it first", e);
      KEPT_AS_SET.check(e.until().isEmpty(), "goes on by itself", e);
    } else if (notes.kept) {
      KEPT_AS_SET.check(notes.keptWhy == Hold.Why.OUT_OF_HOURS, "was not kept for hours", e);
    } else {
      notKin(e, seen);
      KEPT_AS_SET.check(!intercepts(seen), "an admin was to see it first", e);
      KEPT_AS_SET.check(isClosed(seen), "the company is open", e);
      KEPT_AS_SET.check(!notes.released && !notes.underWay(), "is to go on", e);
      Instant until = seen.edition().customs.release(seen.now(), seen.lastRelease());
      KEPT_AS_SET.check(e.until().equals(Optional.of(until)), "not until " + until, e);
    }
  }

  void released(LeadReleased e, Instant now) {
    TRUE_HISTORY.check(notes.kept && !notes.owned, "was not kept", e);
    if (e.by().isEmpty()) {
      NEVER_EARLY.check(!now.isBefore(notes.keptUntil), "its time has not come", e);
      SETTLED_WHEN_DUE.check(e.at().equals(notes.keptUntil), "another time", e);
    } else {
      TRUE_HISTORY.check(e.at().equals(now), "not now", e);
    }
  }

  void follows(LeadFollows e, Seen seen) {
    Optional<Akin> kin = expected(seen);
    boolean right =
        kin.filter(k -> k.onItsWay() && SimulatedLead.number(e.earlier()) == k.lead()).isPresent();
    ARRIVES_IN_ORDER.check(right, "does not follow that", e);
    notSpam(e);
  }

  void standsAlone(LeadStandsAlone e, Seen seen) {
    TRUE_HISTORY.check(notes.following >= 0, "did not follow", e);
    Akin kin = seen.kin().orElseThrow();
    ARRIVES_IN_ORDER.check(!kin.onItsWay() && !isWithUs(kin, seen), "the other has an owner", e);
  }

  void coalesced(LeadCoalesced e, Seen seen) {
    Optional<Akin> kin = notes.following >= 0 ? seen.kin() : expected(seen);
    boolean right = kin.filter(k -> !k.onItsWay() && k.owner() == People.of(e.agent())).isPresent();
    ARRIVES_IN_ORDER.check(right, "is not of that customer", e);
    ONLY_ELIGIBLE.check(isWithUs(kin.orElseThrow(), seen), "has left", e);
    if (notes.following < 0) notSpam(e);
  }

  /** Nothing that goes before asking somebody stands against it. */
  void placed(RotationEvent e, Seen seen) {
    ARRIVES_IN_ORDER.check(!notes.quarantined && notes.following < 0, "kept apart, or follows", e);
    KEPT_AS_SET.check(!notes.kept, "is kept back", e);
    notKin(e, seen);
    KEPT_AS_SET.check(!intercepts(seen), "an admin was to see it first", e);
    boolean goesOn = notes.released || notes.underWay() || !isClosed(seen);
    KEPT_AS_SET.check(goesOn, "the company is closed", e);
  }

  private void notKin(RotationEvent e, Seen seen) {
    if (!notes.kinToCheck) return;
    notSpam(e);
    ARRIVES_IN_ORDER.check(expected(seen).isEmpty(), "has the customer of another", e);
  }

  private void notSpam(RotationEvent e) {
    boolean restored = notes.events > 1;
    ARRIVES_IN_ORDER.check(!spam || restored, "spam", e);
  }

  private boolean intercepts(Seen seen) {
    return notes.interceptToCheck && seen.edition().customs.intercept();
  }

  private static boolean isClosed(Seen seen) {
    return !seen.edition().customs.open(seen.now());
  }

  /** The lead that this one goes with, if any: of the same customer, else one it sticks to. */
  private Optional<Akin> expected(Seen seen) {
    if (!notes.kinToCheck) return Optional.empty();
    Duration coalesces = seen.edition().customs.coalesceWithin();
    Duration sticks = seen.edition().crewOf(notes.tags).map(Crew::sticks).orElse(Duration.ZERO);
    return seen.kin()
        .filter(k -> counts(k, coalesces, seen))
        .or(() -> seen.stuck().filter(k -> counts(k, sticks, seen)));
  }

  private static boolean counts(Akin kin, Duration within, Seen seen) {
    if (within.isZero()) return false;
    return kin.onItsWay() || isWithUs(kin, seen) && kin.ownedAt().isAfter(seen.now().minus(within));
  }

  private static boolean isWithUs(Akin kin, Seen seen) {
    return kin.owner() >= 0 && (seen.edition().active >> kin.owner() & 1) != 0;
  }
}

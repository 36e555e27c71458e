package dev.baton.agent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether an agent may be offered leads, as far as his time goes: {@code available = not
 * holiday(region) and not out of office and in hours(shift, else team, else company) and toggle on}
 * (domain §7).
 *
 * @param toggle what the agent or an admin has switched
 * @param region whose holidays the agent has, empty for none
 */
public record Availability(
    boolean toggle,
    List<Absence> absences,
    Optional<String> region,
    Holidays holidays,
    WorkingHours hours) {

  /** The one answer; of several that hold, the first. */
  public enum State {
    NOT_AVAILABLE,
    OUT_OF_HOURS,
    OUT_OF_OFFICE,
    HOLIDAY,
    AVAILABLE
  }

  public Availability {
    absences = List.copyOf(absences);
  }

  public State at(Instant now) {
    return state(toggle, absences, Day.at(now, hours, region, holidays), now);
  }

  /**
   * What a moment is to all agents who work at the same times: worked out once for all of them.
   *
   * @param open whether it is in their hours
   * @param holiday whether their region has a holiday
   */
  public record Day(boolean open, boolean holiday) {
    public static Day at(
        Instant now, WorkingHours hours, Optional<String> region, Holidays holidays) {
      return new Day(
          hours.open(now), region.filter(r -> holidays.on(r, now, hours.zone())).isPresent());
    }
  }

  /** The answer for an agent of whom the day is known already. */
  public static State state(boolean toggle, List<Absence> absences, Day day, Instant now) {
    if (!toggle) return State.NOT_AVAILABLE;
    if (!day.open()) return State.OUT_OF_HOURS;
    for (Absence absence : absences) if (absence.covers(now)) return State.OUT_OF_OFFICE;
    return day.holiday() ? State.HOLIDAY : State.AVAILABLE;
  }

  /** When the answer next becomes another by time alone; empty when it never does. */
  public Optional<Instant> nextChange(Instant after) {
    if (!toggle) return Optional.empty();
    State now = at(after);
    // Ends: each opening or closing changes the answer, and absences and holidays run out.
    Optional<Instant> next = nextTurn(after);
    while (next.isPresent() && at(next.get()) == now) next = nextTurn(next.get());
    return next;
  }

  private Optional<Instant> nextTurn(Instant after) {
    Stream<Instant> away =
        absences.stream()
            .flatMap(absence -> Stream.of(absence.from(), absence.to()))
            .filter(after::isBefore);
    Stream<Instant> days =
        region.flatMap(r -> holidays.nextChange(r, after, hours.zone())).stream();
    return Stream.of(away, days, hours.nextChange(after).stream())
        .flatMap(turns -> turns)
        .min(Instant::compareTo);
  }
}

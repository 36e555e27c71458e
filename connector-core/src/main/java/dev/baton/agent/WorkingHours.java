package dev.baton.agent;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The hours that count for one agent: those of his shift, else of his team, else of the company
 * (domain §7). Where nobody has set any, it is always working time.
 *
 * @param companyZone the zone of days and holidays where no hours are set
 */
public record WorkingHours(
    Optional<WeeklyHours> shift,
    Optional<WeeklyHours> team,
    Optional<WeeklyHours> company,
    ZoneId companyZone) {

  /** No hours are set. */
  public static WorkingHours none(ZoneId companyZone) {
    return new WorkingHours(Optional.empty(), Optional.empty(), Optional.empty(), companyZone);
  }

  /** The one week that counts; the others are not looked at, also where it is closed. */
  public Optional<WeeklyHours> week() {
    return shift.or(() -> team).or(() -> company);
  }

  /** The zone in which the agent's day begins, and with it his holidays. */
  public ZoneId zone() {
    return week().map(WeeklyHours::zone).orElse(companyZone);
  }

  public boolean open(Instant at) {
    return week().map(hours -> hours.open(at)).orElse(true);
  }

  public Optional<Instant> nextChange(Instant after) {
    return week().flatMap(hours -> hours.nextChange(after));
  }
}

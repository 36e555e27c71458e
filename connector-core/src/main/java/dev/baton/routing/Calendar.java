package dev.baton.routing;

import dev.baton.agent.AdminOverride;
import dev.baton.agent.Agent;
import dev.baton.agent.Availability;
import dev.baton.agent.Holiday;
import dev.baton.agent.Holidays;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Schedule;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.agent.WorkingHours;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the company works (domain §5 and §7).
 *
 * @param zone the company's
 * @param hours outside these hours leads are held, and agents without a shift of their own are not
 *     asked; empty for always
 * @param holidays of all regions
 */
public record Calendar(ZoneId zone, Optional<OperatingHours> hours, List<Holiday> holidays) {
  public static final Calendar ALWAYS = new Calendar(ZoneOffset.UTC, Optional.empty(), List.of());

  public Calendar {
    holidays = List.copyOf(holidays);
  }

  /**
   * The same, but for an admin's word. A company without hours is open always, until it is closed.
   */
  public Calendar with(Optional<AdminOverride> word) {
    Optional<OperatingHours> before =
        word.isPresent()
            ? hours.or(() -> Optional.of(OperatingHours.of(WeeklyHours.always(zone))))
            : hours;
    return new Calendar(zone, before.map(h -> h.with(word)), holidays);
  }

  /** Whether and why not an agent can be asked at that moment, as far as his time goes. */
  Availability availability(
      Agent agent, Optional<Team> team, RoutingFacts.Fact fact, Holidays all, Instant now) {
    Schedule schedule = agent.schedule();
    return new Availability(
        fact.available(), fact.absences(), schedule.region(), all, hours(schedule, team, now));
  }

  /** What a moment is to all who have that schedule. */
  Availability.Day day(Schedule schedule, Optional<Team> team, Holidays all, Instant now) {
    return Availability.Day.at(now, hours(schedule, team, now), schedule.region(), all);
  }

  private WorkingHours hours(Schedule schedule, Optional<Team> team, Instant now) {
    return new WorkingHours(
        schedule.shift(), team.flatMap(Team::hours), hours.map(h -> h.weekAt(now)), zone);
  }

  /** What keeps it from being published, each saying where and what to do. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    hours.ifPresent(h -> h.problems().forEach(p -> problems.add("Operating hours: " + p)));
    return problems;
  }
}

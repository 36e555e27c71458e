package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.Availability;
import dev.baton.agent.Holiday;
import dev.baton.agent.Holidays;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WorkingHours;
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

  /** Whether and why not an agent can be asked, as far as his time goes. */
  Availability availability(Agent agent, RoutingFacts.Fact fact, Holidays all) {
    return new Availability(
        fact.available(),
        fact.absences(),
        agent.schedule().region(),
        all,
        new WorkingHours(
            agent.schedule().shift(), Optional.empty(), hours.map(OperatingHours::week), zone));
  }

  /** What keeps it from being published, each saying where and what to do. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    hours.ifPresent(h -> h.problems().forEach(p -> problems.add("Operating hours: " + p)));
    return problems;
  }
}

package dev.baton.performance;

import dev.baton.agent.Absence;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Holidays;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.Team;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks.InForce;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long agents were at work in a period, by the books that were in force then: what an admin
 * changes today does not change the hours of yesterday.
 */
public final class WorkTimes {
  private final List<InForce> books;
  private final Map<AgentId, List<Absence>> absences;

  public WorkTimes(List<InForce> books, Map<AgentId, List<Absence>> absences) {
    this.books = List.copyOf(books);
    this.absences = Map.copyOf(absences);
  }

  /** Empty where nobody has set any hours for him, so that nothing is known. */
  public Optional<HoursWorked> of(AgentId agent) {
    Optional<HoursWorked> hours = Optional.empty();
    for (InForce part : books) {
      Optional<Agent> known = part.book().agent(agent);
      Optional<WeeklyHours> week = known.flatMap(a -> week(part.book(), a));
      if (week.isEmpty()) continue;
      HoursWorked worked =
          HoursWorked.of(
              week.get(),
              absences.getOrDefault(agent, List.of()),
              known.get().schedule().region(),
              Holidays.of(part.book().settings().calendar().holidays()),
              part.from(),
              part.to());
      hours = Optional.of(hours.map(worked::plus).orElse(worked));
    }
    return hours;
  }

  /** His shift, else the hours of the first team he is in, else the company's (domain §7). */
  private static Optional<WeeklyHours> week(RoutingBook book, Agent agent) {
    return agent
        .schedule()
        .shift()
        .or(
            () ->
                book.content().teams().stream()
                    .filter(
                        team -> team.members().stream().anyMatch(m -> m.agent().equals(agent.id())))
                    .findFirst()
                    .flatMap(Team::hours))
        .or(() -> book.settings().calendar().hours().map(OperatingHours::week));
  }
}

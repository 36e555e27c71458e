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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long agents were at work in a period, by the books that were in force then: what an admin
 * changes today does not change the hours of yesterday.
 */
public final class WorkTimes {
  private final List<Part> parts;
  private final Map<AgentId, List<Absence>> absences;

  /** A book, in force for a time. */
  private record Part(RoutingBook book, Holidays holidays, Instant from, Instant to) {
    static Part of(InForce each) {
      Holidays holidays = Holidays.of(each.book().settings().calendar().holidays());
      return new Part(each.book(), holidays, each.from(), each.to());
    }

    Part within(Instant first, Instant last) {
      return new Part(
          book, holidays, from.isBefore(first) ? first : from, to.isAfter(last) ? last : to);
    }
  }

  public WorkTimes(List<InForce> books, Map<AgentId, List<Absence>> absences) {
    this.parts = books.stream().map(Part::of).toList();
    this.absences = Map.copyOf(absences);
  }

  /** Empty where nobody has set any hours for him, so that nothing is known. */
  public Optional<HoursWorked> of(AgentId agent) {
    Optional<HoursWorked> hours = Optional.empty();
    for (Part part : parts) {
      Optional<Agent> known = part.book.agent(agent);
      Optional<WeeklyHours> week = known.flatMap(a -> week(part.book, a));
      if (week.isEmpty()) continue;
      HoursWorked worked = hours(agent, part, week.get());
      hours = Optional.of(hours.map(worked::plus).orElse(worked));
    }
    return hours;
  }

  /**
   * How much of a time within the period he was at work. Where nobody has set any hours for him,
   * that is around the clock, as for who may be asked.
   */
  public Duration within(AgentId agent, Instant from, Instant to) {
    Duration worked = Duration.ZERO;
    for (Part whole : parts) {
      Part part = whole.within(from, to);
      if (!part.from.isBefore(part.to)) continue;
      WeeklyHours week =
          part.book
              .agent(agent)
              .flatMap(a -> week(part.book, a))
              .orElseGet(() -> WeeklyHours.always(part.book.settings().calendar().zone()));
      worked = worked.plus(hours(agent, part, week).worked());
    }
    return worked;
  }

  private HoursWorked hours(AgentId agent, Part part, WeeklyHours week) {
    return HoursWorked.of(
        week,
        absences.getOrDefault(agent, List.of()),
        part.book.agent(agent).flatMap(a -> a.schedule().region()),
        part.holidays,
        part.from,
        part.to);
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

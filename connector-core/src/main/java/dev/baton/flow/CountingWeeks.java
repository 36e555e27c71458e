package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.message.Matter.Week;
import dev.baton.performance.AgentStats;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells an agent's figures of a week, as the dashboard has them. */
public final class CountingWeeks {
  private static final int SCORED_DAYS = 30;

  private final Reports reports;
  private final AtomicReference<@Nullable Counted> last = new AtomicReference<>();

  private record Counted(CompanyId company, LocalDate monday, Tally week, Tally month) {}

  public CountingWeeks(Reports reports) {
    this.reports = reports;
  }

  /** The seven days before a Monday; empty where the agent was offered nothing. */
  Optional<Week> before(CompanyId company, AgentId agent, LocalDate monday, ZoneId zone) {
    Counted counted = counted(company, monday, zone);
    AgentStats week = AgentStats.of(counted.week, agent);
    if (week.offered() == 0) return Optional.empty();
    return Optional.of(
        new Week(
            monday.minusDays(7),
            monday.minusDays(1),
            week.offered(),
            week.accepted(),
            week.declined(),
            week.timedOut(),
            AgentStats.of(counted.month, agent).score()));
  }

  /** All agents of a company are told the same morning: its numbers are added up once. */
  private Counted counted(CompanyId company, LocalDate monday, ZoneId zone) {
    Counted known = last.get();
    if (known != null && known.company.equals(company) && known.monday.equals(monday)) {
      return known;
    }
    Instant end = start(monday, zone);
    var counted =
        new Counted(
            company,
            monday,
            reports.tally(company, new Span(start(monday.minusDays(7), zone), end), Filter.ALL),
            reports.tally(
                company, new Span(start(monday.minusDays(SCORED_DAYS), zone), end), Filter.ALL));
    last.set(counted);
    return counted;
  }

  private static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}

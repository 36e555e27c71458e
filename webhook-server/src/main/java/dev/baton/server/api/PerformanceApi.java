package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.performance.AgentStats;
import dev.baton.performance.Conversion;
import dev.baton.performance.Dashboard;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Span;
import dev.baton.performance.Tally;
import dev.baton.performance.WorkTimes;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.StatisticsJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How agents worked in a period: hours, conversion and time to action (domain §10). */
public final class PerformanceApi {
  private final Reports reports;
  private final Presences presences;
  private final Companies companies;
  private final RoutingBooks books;
  private final InstantSource clock;

  public PerformanceApi(
      Reports reports,
      Presences presences,
      Companies companies,
      RoutingBooks books,
      InstantSource clock) {
    this.reports = reports;
    this.presences = presences;
    this.companies = companies;
    this.books = books;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(Route.get("/api/v1/performance", Access.API_TOKEN, this::performance));
  }

  private Answer performance(Question asked) {
    Company company = DashboardApi.company(companies, asked);
    RoutingBook book = books.current(company.id());
    ReportQuestion question = DashboardApi.read(asked, company, book, clock.instant());
    Tally tally = reports.tally(company.id(), question.span(), question.filter());
    WorkTimes times = times(company, question.span());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("period", DashboardJson.period(question));
    var agents = json.putArray("agents");
    for (AgentStats stats : Dashboard.of(tally, question.members(book)).agents()) {
      agents.add(agent(stats.agent(), stats.score(), tally, times, book));
    }
    return Answer.json(json.toString());
  }

  /** Hours that have not come yet are not worked. */
  private WorkTimes times(Company company, Span span) {
    Instant now = clock.instant();
    Instant to = span.to().isAfter(now) ? now : span.to();
    Instant from = span.from().isAfter(to) ? to : span.from();
    return new WorkTimes(
        books.inForce(company.id(), from, to), presences.absences(company.id(), from, to));
  }

  private static ObjectNode agent(
      AgentId agent, int score, Tally tally, WorkTimes times, RoutingBook book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", agent.value());
    json.put("name", DashboardJson.name(book, agent));
    json.put("performanceScore", score);
    Optional<HoursWorked> hours = times.of(agent);
    json.put("hoursWorked", hours.map(HoursWorked::worked).map(PerformanceApi::hours).orElse(null));
    ObjectNode parts = json.putObject("hours");
    parts.put("shift", hours.map(HoursWorked::shift).map(PerformanceApi::hours).orElse(null));
    parts.put(
        "outOfOffice", hours.map(HoursWorked::outOfOffice).map(PerformanceApi::hours).orElse(null));
    parts.put("holidays", hours.map(HoursWorked::holidays).map(PerformanceApi::hours).orElse(null));
    json.setAll(StatisticsJson.conversion(Conversion.of(tally, agent)));
    return json;
  }

  /** With two digits after the point, half up. */
  private static BigDecimal hours(Duration time) {
    return BigDecimal.valueOf(time.toMillis())
        .divide(BigDecimal.valueOf(3_600_000), 2, RoundingMode.HALF_UP);
  }
}

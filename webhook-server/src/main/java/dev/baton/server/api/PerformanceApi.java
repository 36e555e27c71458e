package dev.baton.server.api;

import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.PerformanceJson;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.Statistics;
import dev.baton.server.report.StatisticsJson;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * How agents worked in a period: hours, conversion, time to action and fields of the CRM; and the
 * same measures per tag, source and team (domain §10).
 */
public final class PerformanceApi {
  private final TellingPerformance telling;
  private final Companies companies;
  private final RoutingBooks books;
  private final InstantSource clock;

  public PerformanceApi(
      TellingPerformance telling, Companies companies, RoutingBooks books, InstantSource clock) {
    this.telling = telling;
    this.companies = companies;
    this.books = books;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/performance", Access.API_TOKEN, this::performance),
        Route.get("/api/v1/statistics", Access.API_TOKEN, this::statistics));
  }

  private Answer performance(Question asked) {
    Company company = DashboardApi.company(companies, asked);
    RoutingBook book = books.current(company.id());
    Instant now = clock.instant();
    ReportQuestion question = DashboardApi.read(asked, company, book, now);
    return Answer.json(
        PerformanceJson.of(
                question,
                telling.of(book, question.span(), question.filter(), question.members(book), now),
                book)
            .toString());
  }

  private Answer statistics(Question asked) {
    Company company = DashboardApi.company(companies, asked);
    RoutingBook book = books.current(company.id());
    Instant now = clock.instant();
    ReportQuestion question = DashboardApi.read(asked, company, book, now);
    if (!question.filter().equals(Filter.ALL)) {
      throw Problem.badRequest("Statistics are told by tag, source or team, of all leads.");
    }
    Dimension by =
        switch (asked.query().getOrDefault("by", "")) {
          case "tag" -> Dimension.TAG;
          case "source" -> Dimension.SOURCE;
          case "team" -> Dimension.TEAM;
          default -> throw Problem.badRequest("by: send tag, source or team.");
        };
    var told = telling.statistics(company.id(), question.span(), by, now);
    return Answer.json(
        StatisticsJson.of(question, Statistics.of(by, Statistics.Sorting.USUAL, told, book))
            .toString());
  }
}

package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.company.Company;
import dev.baton.performance.Performance;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.PerformanceCsv;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;

/** How agents worked (domain §10), as a page and as a file. Shown of the demonstration. */
public final class PerformancePage {
  private final Onlookers onlookers;
  private final TellingPerformance telling;
  private final Reports reports;
  private final RoutingBooks books;
  private final InstantSource clock;

  /**
   * @param onlookers who may look, and at whose numbers
   */
  public PerformancePage(
      Onlookers onlookers,
      TellingPerformance telling,
      Reports reports,
      RoutingBooks books,
      InstantSource clock) {
    this.onlookers = onlookers;
    this.telling = telling;
    this.reports = reports;
    this.books = books;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = onlookers.access(Permission.SEE_REPORTS);
    return List.of(
        Route.get(ReportAddresses.PERFORMANCE, access, asked -> page(visit(asked), asked)),
        Route.get(
            ReportAddresses.PERFORMANCE + ".csv", access, asked -> file(visit(asked), asked)));
  }

  /** Somebody looks: everything on the page is told of the same moment and book. */
  private record Visit(Company company, RoutingBook book, Instant now) {}

  /** Whose numbers a visitor sees: this is the only place that says so. */
  private Visit visit(Question asked) {
    Company company = onlookers.company(asked);
    return new Visit(company, books.current(company.id()), clock.instant());
  }

  private Answer page(Visit visit, Question asked) {
    return switch (read(visit, asked)) {
      case Reading.Understood(ReportQuestion question) ->
          page(
              200,
              visit,
              question,
              ReportForm.of(question, visit.company, visit.book, sources(visit, question)));
      case Reading.Wrong wrong ->
          page(
              400,
              visit,
              wrong.instead(),
              ReportForm.of(
                  asked.query(),
                  wrong.problems(),
                  wrong.instead(),
                  visit.book,
                  sources(visit, wrong.instead())));
    };
  }

  private Answer page(int status, Visit visit, ReportQuestion question, ReportForm form) {
    PerformanceView view =
        new PerformanceViews(visit.company, visit.book, question)
            .view(told(visit, question), form, visit.now);
    return Answer.html(status, Pages.performance(view));
  }

  private Answer file(Visit visit, Question asked) {
    return switch (read(visit, asked)) {
      case Reading.Understood(ReportQuestion question) ->
          PerformanceCsv.of(question, told(visit, question), visit.book);
      case Reading.Wrong wrong -> wrong.answer();
    };
  }

  private static Reading read(Visit visit, Question asked) {
    return ReportQuestion.read(asked.query(), visit.company, visit.book, visit.now);
  }

  private Performance told(Visit visit, ReportQuestion question) {
    return telling.of(
        visit.book, question.span(), question.filter(), question.members(visit.book), visit.now);
  }

  private Collection<String> sources(Visit visit, ReportQuestion question) {
    return reports.by(visit.company.id(), question.span(), Dimension.SOURCE).keySet();
  }
}

package dev.baton.server.page;

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
import java.util.Optional;

/** How agents worked (domain §10), as a page and as a file. Shown of the demonstration. */
public final class PerformancePage {
  private final Optional<Company> shown;
  private final TellingPerformance telling;
  private final Reports reports;
  private final RoutingBooks books;
  private final InstantSource clock;

  /**
   * @param shown the company whose numbers anybody may watch; empty in earnest
   */
  public PerformancePage(
      Optional<Company> shown,
      TellingPerformance telling,
      Reports reports,
      RoutingBooks books,
      InstantSource clock) {
    this.shown = shown;
    this.telling = telling;
    this.reports = reports;
    this.books = books;
    this.clock = clock;
  }

  public List<Route> routes() {
    if (shown.isEmpty()) return List.of();
    return List.of(
        Route.get(ReportAddresses.PERFORMANCE, Access.ANYBODY, asked -> page(visit(asked), asked)),
        Route.get(
            ReportAddresses.PERFORMANCE + ".csv",
            Access.ANYBODY,
            asked -> file(visit(asked), asked)));
  }

  /** Somebody looks: everything on the page is told of the same moment and book. */
  private record Visit(Company company, RoutingBook book, Instant now) {}

  /** Whose numbers a visitor sees: this is the only place that says so. */
  private Visit visit(Question unused) {
    Company company = shown.orElseThrow();
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

package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.performance.Performance;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.PerformanceCsv;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How agents worked (domain §10), as a page and as a file. Shown of the demonstration. */
public final class PerformancePage {
  private final Onlookers onlookers;
  private final TellingPerformance telling;
  private final Reports reports;
  private final Visit.Reception reception;

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
    this.reception = new Visit.Reception(onlookers, books, clock);
  }

  public List<Route> routes() {
    Access access = onlookers.access(Permission.SEE_REPORTS);
    return List.of(
        Route.get(
            ReportAddresses.PERFORMANCE,
            access,
            asked -> page(reception.visit(asked, ReportAddresses.PERFORMANCE), asked)),
        Route.get(
            ReportAddresses.PERFORMANCE + ".csv",
            access,
            asked -> file(reception.visit(asked, ReportAddresses.PERFORMANCE), asked)));
  }

  private Answer page(Visit visit, Question asked) {
    return switch (visit.read(asked)) {
      case Reading.Understood(ReportQuestion question) ->
          page(
              200,
              visit,
              picked(visit, asked),
              question,
              ReportForm.of(
                  question,
                  visit.company(),
                  visit.book(),
                  sources(visit, question),
                  visit.words()));
      case Reading.Wrong wrong ->
          page(
              400,
              visit,
              Optional.empty(),
              wrong.instead(),
              ReportForm.of(
                  asked.query(),
                  wrong.problems(),
                  wrong.instead(),
                  visit.book(),
                  sources(visit, wrong.instead()),
                  visit.words()));
    };
  }

  private Answer page(
      int status, Visit visit, Optional<Agent> picked, ReportQuestion question, ReportForm form) {
    PerformanceView view =
        new PerformanceViews(visit.company(), visit.book(), question, visit.words())
            .view(told(visit, question), form, picked, visit.now());
    return Answer.html(status, Pages.performance(view, visit.sight()));
  }

  /** Whose tags are to be shown; nobody where the address names nobody there is. */
  private static Optional<Agent> picked(Visit visit, Question asked) {
    String id = asked.query().getOrDefault("tags-of", "");
    return visit.book().agents().stream()
        .filter(agent -> agent.id().value().equals(id))
        .findFirst();
  }

  private Answer file(Visit visit, Question asked) {
    return switch (ReportQuestion.read(asked.query(), visit.company(), visit.book(), visit.now())) {
      case Reading.Understood(ReportQuestion question) ->
          PerformanceCsv.of(question, told(visit, question), visit.book());
      case Reading.Wrong wrong -> wrong.answer();
    };
  }

  private Performance told(Visit visit, ReportQuestion question) {
    return telling.of(
        visit.book(),
        question.span(),
        question.filter(),
        question.members(visit.book()),
        visit.now());
  }

  private Collection<String> sources(Visit visit, ReportQuestion question) {
    return reports.by(visit.company().id(), question.span(), Dimension.SOURCE).keySet();
  }
}

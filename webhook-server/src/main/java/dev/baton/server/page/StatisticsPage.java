package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.TellingPerformance;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Problem;
import dev.baton.server.report.ReportQuestion.Reading;
import dev.baton.server.report.Statistics;
import dev.baton.server.report.Statistics.Sort;
import dev.baton.server.report.Statistics.Sorting;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The same measures per tag, source and team, as a page and as a file. */
public final class StatisticsPage {
  private final Onlookers onlookers;
  private final TellingPerformance telling;
  private final Visit.Reception reception;

  /**
   * @param onlookers who may look, and at whose numbers
   */
  public StatisticsPage(
      Onlookers onlookers, TellingPerformance telling, RoutingBooks books, InstantSource clock) {
    this.onlookers = onlookers;
    this.telling = telling;
    this.reception = new Visit.Reception(onlookers, books, clock);
  }

  public List<Route> routes() {
    Access access = onlookers.access(Permission.SEE_REPORTS);
    return List.of(
        Route.get(
            ReportAddresses.STATISTICS,
            access,
            asked -> page(reception.visit(asked, ReportAddresses.STATISTICS), asked)),
        Route.get(
            ReportAddresses.STATISTICS + ".csv",
            access,
            asked -> file(reception.visit(asked, ReportAddresses.STATISTICS), asked)));
  }

  private Answer page(Visit visit, Question asked) {
    Dimension by = dimension(asked).orElse(Dimension.TAG);
    Sorting sorting = sorting(asked).orElse(Sorting.USUAL);
    return switch (read(visit, asked, visit.words())) {
      case Reading.Understood(ReportQuestion question) ->
          page(
              200,
              visit,
              question,
              told(visit, question, by, sorting),
              ReportForm.of(question, visit.company(), visit.book(), List.of(), visit.words()));
      case Reading.Wrong wrong ->
          page(
              400,
              visit,
              wrong.instead(),
              told(visit, wrong.instead(), by, sorting),
              ReportForm.of(
                  asked.query(),
                  wrong.problems(),
                  wrong.instead(),
                  visit.book(),
                  List.of(),
                  visit.words()));
    };
  }

  private static Answer page(
      int status, Visit visit, ReportQuestion question, Statistics told, ReportForm form) {
    return Answer.html(
        status,
        Pages.statistics(
            new StatisticsViews(question, told, visit.words())
                .view(visit.company(), form, visit.now()),
            visit.sight()));
  }

  private Answer file(Visit visit, Question asked) {
    return switch (read(visit, asked, Words.ENGLISH)) {
      case Reading.Understood(ReportQuestion question) ->
          told(visit, question, dimension(asked).orElseThrow(), sorting(asked).orElseThrow())
              .csv(question);
      case Reading.Wrong wrong -> wrong.answer();
    };
  }

  private Statistics told(Visit visit, ReportQuestion question, Dimension by, Sorting sorting) {
    return Statistics.of(
        by,
        sorting,
        telling.statistics(visit.company().id(), question.span(), by, visit.now()),
        visit.book());
  }

  /** The question, and what is wrong with how it is told apart and sorted. */
  private static Reading read(Visit visit, Question asked, Words words) {
    Reading reading =
        ReportQuestion.read(asked.query(), visit.company(), visit.book(), visit.now(), words);
    var problems = new ArrayList<Problem>();
    if (dimension(asked).isEmpty()) {
      problems.add(new Problem("by", words.say("report.wrong.by")));
    }
    if (sorting(asked).isEmpty()) {
      problems.add(new Problem("sort", words.say("report.wrong.sort")));
    }
    return switch (reading) {
      case Reading.Understood(ReportQuestion question) -> {
        if (!question.filter().equals(Filter.ALL)) {
          problems.add(new Problem("team", words.say("report.wrong.filter")));
        }
        ReportQuestion ofAll = new ReportAddresses(question).narrowed(Filter.ALL);
        yield problems.isEmpty()
            ? new Reading.Understood(ofAll)
            : new Reading.Wrong(problems, ofAll);
      }
      case Reading.Wrong wrong -> {
        problems.addAll(wrong.problems());
        yield new Reading.Wrong(problems, wrong.instead());
      }
    };
  }

  private static Optional<Dimension> dimension(Question asked) {
    String word = asked.query().getOrDefault("by", "tag");
    return Stream.of(Dimension.values())
        .filter(each -> StatisticsViews.word(each).equals(word))
        .findFirst();
  }

  private static Optional<Sorting> sorting(Question asked) {
    Map<String, String> query = asked.query();
    String word = query.getOrDefault("sort", Sorting.USUAL.by().word());
    String order = query.getOrDefault("order", "down");
    if (!order.equals("up") && !order.equals("down")) return Optional.empty();
    return Stream.of(Sort.values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .map(each -> new Sorting(each, order.equals("up")));
  }
}

package dev.baton.server.page;

import dev.baton.account.Permission;
import dev.baton.agent.AgentId;
import dev.baton.ledger.Leads;
import dev.baton.performance.ActionTimes;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Figure;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.LeadsBehind.Named;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dashboard (domain §10), the leads behind each of its numbers, and why a score is what it is.
 * In earnest for whoever has logged in and may; in the demonstration for anybody.
 */
public final class DashboardPage {
  private final Onlookers onlookers;
  private final Reports reports;
  private final Visit.Reception reception;
  private final LeadsBehind behind;
  private final ScoreViews scores;

  /**
   * @param onlookers who may look, and at whose numbers
   */
  public DashboardPage(
      Onlookers onlookers,
      Reports reports,
      Leads leads,
      ActionTimes actions,
      RoutingBooks books,
      InstantSource clock) {
    this.onlookers = onlookers;
    this.reports = reports;
    this.reception = new Visit.Reception(onlookers, books, clock);
    this.behind = new LeadsBehind(reports, leads, actions);
    this.scores = new ScoreViews(reports, leads);
  }

  public List<Route> routes() {
    Access access = onlookers.access(Permission.SEE_REPORTS);
    return List.of(
        Route.get(ReportAddresses.DASHBOARD, access, asked -> answer(asked, this::dashboard)),
        Route.get(
            ReportAddresses.LEADS,
            access,
            asked -> answer(asked, (visit, question) -> leads(visit, question, asked))),
        Route.get(
            ReportAddresses.SCORE,
            access,
            asked -> answer(asked, (visit, question) -> score(visit, question, asked))));
  }

  @FunctionalInterface
  private interface Page {
    Answer of(Visit visit, ReportQuestion question);
  }

  private Answer answer(Question asked, Page page) {
    Visit visit = reception.visit(asked, ReportAddresses.DASHBOARD);
    return switch (visit.read(asked)) {
      case Reading.Understood understood -> page.of(visit, understood.question());
      case Reading.Wrong wrong -> {
        ReportQuestion instead = wrong.instead();
        ReportForm form =
            ReportForm.of(
                asked.query(),
                wrong.problems(),
                instead,
                visit.book(),
                sources(visit, instead),
                visit.words());
        yield Answer.html(400, Pages.dashboard(view(visit, instead, form), visit.sight()));
      }
    };
  }

  private Answer dashboard(Visit visit, ReportQuestion question) {
    ReportForm form =
        ReportForm.of(
            question, visit.company(), visit.book(), sources(visit, question), visit.words());
    return Answer.html(200, Pages.dashboard(view(visit, question, form), visit.sight()));
  }

  private DashboardView view(Visit visit, ReportQuestion question, ReportForm form) {
    Optional<Dashboard> before =
        Optional.of(question)
            .filter(ReportQuestion::compared)
            .map(compared -> told(visit, compared.before()));
    return new DashboardViews(visit.company(), visit.book(), question, visit.words())
        .view(told(visit, question), before, form, visit.now());
  }

  private Dashboard told(Visit visit, ReportQuestion question) {
    return Dashboard.of(
        reports.tally(visit.company().id(), question.span(), question.filter()),
        question.members(visit.book()));
  }

  /** Where leads of the period came from. */
  private Collection<String> sources(Visit visit, ReportQuestion question) {
    return reports.by(visit.company().id(), question.span(), Dimension.SOURCE).keySet();
  }

  private Answer leads(Visit visit, ReportQuestion question, Question asked) {
    return named(asked)
        .map(
            named ->
                Answer.html(
                    200,
                    Pages.leadsBehind(
                        behind.view(
                            visit.company(),
                            visit.book(),
                            question,
                            named,
                            visit.now(),
                            visit.words()),
                        visit.sight())))
        .orElseGet(() -> Answer.html(404, Pages.notFound(visit.words())));
  }

  /** The number an address names; empty where there is none such. */
  private static Optional<Named> named(Question asked) {
    Optional<AgentId> agent = agent(asked);
    boolean ofAgent = asked.query().containsKey("agent");
    if (ofAgent && agent.isEmpty()) return Optional.empty();
    String word = asked.query().getOrDefault("measure", "");
    boolean unactioned = word.equals(ReportAddresses.UNACTIONED);
    String name = unactioned ? Measure.GOT.name() : word;
    return Stream.of(Measure.values())
        .filter(measure -> measure.name().equals(name))
        .filter(measure -> measure.ofCompany() ? !ofAgent : ofAgent || measure.ofLeadsGot())
        .findFirst()
        .map(measure -> new Named(new Figure(agent, measure), unactioned));
  }

  private Answer score(Visit visit, ReportQuestion question, Question asked) {
    if (!asked.query().containsKey("agent")) {
      return Answer.html(
          200,
          Pages.scoreOfCompany(
              scores.ofCompany(
                  visit.company(), visit.book(), question, visit.now(), visit.sight().words()),
              visit.around()));
    }
    return agent(asked)
        .map(
            agent ->
                Answer.html(
                    200,
                    Pages.score(
                        scores.ofAgent(
                            visit.company(),
                            visit.book(),
                            question,
                            agent,
                            visit.now(),
                            visit.sight().words()),
                        visit.around())))
        .orElseGet(() -> Answer.html(404, Pages.notFound(visit.words())));
  }

  private static Optional<AgentId> agent(Question asked) {
    try {
      return Optional.ofNullable(asked.query().get("agent")).map(AgentId::new);
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}

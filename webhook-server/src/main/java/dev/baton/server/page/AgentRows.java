package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.AgentStats;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Measure;
import dev.baton.performance.PerformanceScore;
import dev.baton.performance.Ratio;
import dev.baton.routing.RoutingBook;
import dev.baton.server.page.DashboardView.Agent;
import dev.baton.server.page.DashboardView.Answer;
import dev.baton.server.page.DashboardView.Count;
import dev.baton.server.report.DashboardJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The agents' rows of a dashboard.
 *
 * @param days how many the period has
 */
record AgentRows(RoutingBook book, ReportAddresses addresses, long days) {

  List<Agent> of(Dashboard dashboard, Optional<Dashboard> before) {
    return dashboard.agents().stream()
        .map(agent -> row(agent, before.map(then -> before(then, agent.agent()))))
        .toList();
  }

  private Agent row(AgentStats stats, Optional<String> before) {
    return new Agent(
        DashboardJson.name(book, stats.agent()),
        Figures.whole(stats.score()),
        addresses.score(stats.agent()),
        answers(stats),
        Figures.time(stats.meanAnswerSeconds()),
        offers(stats),
        stats.accepted() == 1
            ? "Of the one accepted"
            : "Of the " + Figures.whole(stats.accepted()) + " accepted",
        care(stats),
        figures(stats),
        before.orElse(""));
  }

  /** The bar, from left to right. */
  private static List<Answer> answers(AgentStats stats) {
    long all = stats.accepted() + stats.declined() + stats.timedOut();
    return List.of(
        answer("accepted", "accepted", 0, stats.accepted(), all),
        answer("declined", "declined", stats.accepted(), stats.declined(), all),
        answer(
            "timed-out", "timed out", stats.accepted() + stats.declined(), stats.timedOut(), all));
  }

  private static Answer answer(String css, String word, long before, long many, long all) {
    return new Answer(
        css, Figures.whole(many) + " " + word, percent(before, all), percent(many, all));
  }

  private static String percent(long part, long whole) {
    if (part == 0 || whole == 0) return "0";
    return BigDecimal.valueOf(100 * part)
            .divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + "%";
  }

  private List<Count> offers(AgentStats stats) {
    AgentId agent = stats.agent();
    long offered = stats.offered();
    return List.of(
        new Count("Offered", Figures.whole(offered), "", addresses.leads(Measure.OFFERED, agent)),
        count("Accepted", Measure.ACCEPTED, agent, stats.accepted(), offered),
        count("Declined", Measure.DECLINED, agent, stats.declined(), offered),
        count("Timed out", Measure.TIMED_OUT, agent, stats.timedOut(), offered),
        count("Pending", Measure.PENDING, agent, stats.pending(), offered),
        count("Withdrawn", Measure.WITHDRAWN, agent, stats.withdrawn(), offered));
  }

  private List<Count> care(AgentStats stats) {
    AgentId agent = stats.agent();
    long accepted = stats.accepted();
    return List.of(
        count("Contacted", Measure.CONTACTED, agent, stats.contacted(), accepted),
        count("In progress", Measure.IN_PROGRESS, agent, stats.inProgress(), accepted),
        count("Closed", Measure.CLOSED, agent, stats.closed(), accepted),
        count("Unsuccessful", Measure.UNSUCCESSFUL, agent, stats.unsuccessful(), accepted),
        count("Not contacted", Measure.NOT_CONTACTED, agent, stats.notContacted(), accepted));
  }

  private List<Count> figures(AgentStats stats) {
    return List.of(
        new Count(
            "Average comments per lead",
            Figures.each(stats.commentsEach()),
            "",
            addresses.leads(Measure.COMMENTS, stats.agent())),
        new Count(
            "Average response time",
            Figures.time(stats.meanAnswerSeconds()),
            "",
            addresses.leads(Measure.ANSWER_SECONDS, stats.agent())));
  }

  private Count count(String label, Measure measure, AgentId agent, long part, long whole) {
    return new Count(
        label,
        Figures.whole(part),
        Figures.percent(new Ratio(part, whole)),
        addresses.leads(measure, agent));
  }

  /** What there was of him in the period before, in a sentence. */
  private String before(Dashboard then, AgentId agent) {
    String period = days == 1 ? "The day before" : "The " + days + " days before";
    return then.agents().stream()
        .filter(stats -> stats.agent().equals(agent))
        .findFirst()
        .filter(stats -> stats.offered() > 0 || stats.score() != PerformanceScore.START)
        .map(stats -> period + ": " + inWords(stats))
        .orElse(period + ": no offers.");
  }

  private static String inWords(AgentStats stats) {
    return "score "
        + Figures.whole(stats.score())
        + ", accepted "
        + Figures.whole(stats.accepted())
        + " of "
        + Figures.many(stats.offered(), "offer", "offers")
        + ", average response time "
        + Figures.time(stats.meanAnswerSeconds())
        + ".";
  }
}

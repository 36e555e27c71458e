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
import dev.baton.server.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The agents' rows of a dashboard.
 *
 * @param days how many the period has
 */
record AgentRows(RoutingBook book, ReportAddresses addresses, long days, Words words) {

  List<Agent> of(Dashboard dashboard, Optional<Dashboard> before) {
    return dashboard.agents().stream()
        .map(agent -> row(agent, before.map(then -> before(then, agent.agent()))))
        .toList();
  }

  private Agent row(AgentStats stats, Optional<String> before) {
    return new Agent(
        DashboardJson.name(book, stats.agent()),
        Figures.whole(stats.score(), words),
        addresses.score(stats.agent()),
        answers(stats),
        Figures.time(stats.meanAnswerSeconds(), words),
        offers(stats),
        words.say("report.dashboard.agent.of-accepted", stats.accepted()),
        care(stats),
        figures(stats),
        before.orElse(""));
  }

  /** The bar, from left to right. */
  private List<Answer> answers(AgentStats stats) {
    long all = stats.accepted() + stats.declined() + stats.timedOut();
    return List.of(
        answer("accepted", 0, stats.accepted(), all),
        answer("declined", stats.accepted(), stats.declined(), all),
        answer("timed-out", stats.accepted() + stats.declined(), stats.timedOut(), all));
  }

  private Answer answer(String css, long before, long many, long all) {
    return new Answer(
        css,
        words.say("report.dashboard.answer." + css, many),
        percent(before, all),
        percent(many, all));
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
        figure(Measure.OFFERED, agent, Figures.whole(offered, words)),
        count(Measure.ACCEPTED, agent, stats.accepted(), offered),
        count(Measure.DECLINED, agent, stats.declined(), offered),
        count(Measure.TIMED_OUT, agent, stats.timedOut(), offered),
        count(Measure.PENDING, agent, stats.pending(), offered),
        count(Measure.WITHDRAWN, agent, stats.withdrawn(), offered));
  }

  private List<Count> care(AgentStats stats) {
    AgentId agent = stats.agent();
    long accepted = stats.accepted();
    return List.of(
        count(Measure.CONTACTED, agent, stats.contacted(), accepted),
        count(Measure.IN_PROGRESS, agent, stats.inProgress(), accepted),
        count(Measure.CLOSED, agent, stats.closed(), accepted),
        count(Measure.UNSUCCESSFUL, agent, stats.unsuccessful(), accepted),
        count(Measure.NOT_CONTACTED, agent, stats.notContacted(), accepted));
  }

  private List<Count> figures(AgentStats stats) {
    AgentId agent = stats.agent();
    return List.of(
        figure(Measure.COMMENTS, agent, Figures.each(stats.commentsEach(), words)),
        figure(Measure.ANSWER_SECONDS, agent, Figures.time(stats.meanAnswerSeconds(), words)));
  }

  private Count figure(Measure measure, AgentId agent, String value) {
    return new Count(label(measure), value, "", addresses.leads(measure, agent));
  }

  private Count count(Measure measure, AgentId agent, long part, long whole) {
    return new Count(
        label(measure),
        Figures.whole(part, words),
        Figures.percent(new Ratio(part, whole), words),
        addresses.leads(measure, agent));
  }

  private String label(Measure measure) {
    return words.say("report.dashboard.agent." + measure.name());
  }

  /** What there was of him in the period before, in a sentence. */
  private String before(Dashboard then, AgentId agent) {
    return then.agents().stream()
        .filter(stats -> stats.agent().equals(agent))
        .findFirst()
        .filter(stats -> stats.offered() > 0 || stats.score() != PerformanceScore.START)
        .map(this::inWords)
        .orElseGet(() -> words.say("report.dashboard.agent.before.nothing", days));
  }

  private String inWords(AgentStats stats) {
    return words.say(
        "report.dashboard.agent.before",
        days,
        Figures.whole(stats.score(), words),
        stats.accepted(),
        stats.offered(),
        Figures.time(stats.meanAnswerSeconds(), words));
  }
}

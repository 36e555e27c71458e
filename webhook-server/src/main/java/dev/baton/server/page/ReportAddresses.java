package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Filter;
import dev.baton.server.report.ReportQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the pages of a report are: each address holds the whole question. */
record ReportAddresses(ReportQuestion question) {
  static final String DASHBOARD = "/dashboard";
  static final String LEADS = "/dashboard/leads";
  static final String SCORE = "/dashboard/score";
  static final String PERFORMANCE = "/performance";
  static final String STATISTICS = "/statistics";

  /** Stands for a number that is no measure: leads got and not acted on yet. */
  static final String UNACTIONED = "UNACTIONED";

  String dashboard() {
    return DASHBOARD + "?" + question.query();
  }

  String performance() {
    return PERFORMANCE + "?" + question.query();
  }

  /** The same with the tags of an agent beside it. */
  String performanceWithTags(AgentId agent) {
    return performance() + "&tags-of=" + encoded(agent) + "#tags";
  }

  /** Statistics are of all leads, and not compared. */
  String statistics() {
    return STATISTICS + "?" + narrowed(Filter.ALL).query();
  }

  /** The same question about other leads. */
  ReportQuestion narrowed(Filter filter) {
    return new ReportQuestion(
        question.from(),
        question.to(),
        question.zone(),
        filter,
        question.asOf(),
        /* compared= */ false);
  }

  /** Leads that an agent, or anybody, got and has not acted on. */
  String unactioned(Optional<AgentId> agent) {
    return LEADS
        + "?"
        + question.query()
        + "&measure="
        + UNACTIONED
        + agent.map(a -> "&agent=" + encoded(a)).orElse("");
  }

  /** The leads behind a number of an agent, or of all of them. */
  String leads(Measure measure, Optional<AgentId> agent) {
    return agent.map(a -> leads(measure, a)).orElseGet(() -> leads(measure));
  }

  /** The leads behind a number of the company. */
  String leads(Measure measure) {
    return LEADS + "?" + question.query() + "&measure=" + measure.name();
  }

  /** The leads behind a number of an agent. */
  String leads(Measure measure, AgentId agent) {
    return leads(measure) + "&agent=" + encoded(agent);
  }

  /** Why the company's score is what it is. */
  String score() {
    return SCORE + "?" + question.query();
  }

  /** Why an agent's score is what it is. */
  String score(AgentId agent) {
    return score() + "&agent=" + encoded(agent);
  }

  /** The same question with all that is known now. */
  String known() {
    return DASHBOARD + "?" + knownQuery();
  }

  /** The part after the question mark of that. */
  String knownQuery() {
    return new ReportQuestion(
            question.from(),
            question.to(),
            question.zone(),
            question.filter(),
            Optional.empty(),
            question.compared())
        .query();
  }

  private static String encoded(AgentId agent) {
    return URLEncoder.encode(agent.value(), StandardCharsets.UTF_8);
  }
}

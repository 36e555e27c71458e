package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.performance.Measure;
import dev.baton.server.report.ReportQuestion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where the pages of a report are: each address holds the whole question. */
record ReportAddresses(ReportQuestion question) {
  static final String DASHBOARD = "/dashboard";
  static final String LEADS = "/dashboard/leads";
  static final String SCORE = "/dashboard/score";

  String dashboard() {
    return DASHBOARD + "?" + question.query();
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
    return new ReportAddresses(
            new ReportQuestion(
                question.from(),
                question.to(),
                question.zone(),
                question.filter(),
                Optional.empty(),
                question.compared()))
        .dashboard();
  }

  private static String encoded(AgentId agent) {
    return URLEncoder.encode(agent.value(), StandardCharsets.UTF_8);
  }
}

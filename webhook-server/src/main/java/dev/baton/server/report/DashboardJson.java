package dev.baton.server.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.performance.AgentStats;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Ratio;
import dev.baton.routing.RoutingBook;
import java.util.Optional;

/** A dashboard as programs read it: what is not there is null, never zero. */
public final class DashboardJson {
  private DashboardJson() {}

  /**
   * @param before the period before, where it is asked for
   */
  public static ObjectNode of(
      ReportQuestion question, Dashboard dashboard, Optional<Dashboard> before, RoutingBook book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("period", period(question));
    json.set("company", company(dashboard.company()));
    var agents = json.putArray("agents");
    for (AgentStats agent : dashboard.agents()) agents.add(agent(agent, book));
    before.ifPresent(
        earlier -> {
          ObjectNode previous = json.putObject("previous");
          previous.set("period", period(question.before()));
          previous.set("company", company(earlier.company()));
          var then = previous.putArray("agents");
          for (AgentStats agent : earlier.agents()) then.add(agent(agent, book));
        });
    return json;
  }

  /** For when, and of which leads, a report tells. */
  public static ObjectNode period(ReportQuestion question) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("from", question.from().toString());
    json.put("to", question.to().toString());
    json.put("zone", question.zone().getId());
    json.put("fromInclusive", question.span().from().toString());
    json.put("toExclusive", question.span().to().toString());
    json.put("asOf", question.asOf().map(Object::toString).orElse(null));
    json.put("team", question.filter().team().map(team -> team.value()).orElse(null));
    json.put("tag", question.filter().tag().map(tag -> tag.text()).orElse(null));
    json.put("source", question.filter().source().orElse(null));
    return json;
  }

  static ObjectNode company(CompanyStats stats) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("performanceScore", stats.score().orElse(null));
    json.put("leads", stats.leads());
    json.put("accepted", stats.accepted());
    percent(json, "acceptanceRatePercent", stats.acceptanceRate());
    json.put("catchallAccepted", stats.catchallAccepted());
    percent(json, "catchallAcceptanceRatePercent", stats.catchallAcceptanceRate());
    json.put("assigned", stats.assigned());
    json.put("coalesced", stats.coalesced());
    json.put("pending", stats.pending());
    json.put("delinquent", stats.delinquent());
    percent(json, "delinquentPercent", stats.delinquentRate());
    json.put("medianResponseSeconds", stats.medianResponseSeconds().orElse(null));
    json.put("meanResponseSeconds", stats.meanResponseSeconds().orElse(null));
    return json;
  }

  private static ObjectNode agent(AgentStats stats, RoutingBook book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", stats.agent().value());
    json.put("name", name(book, stats.agent()));
    json.put("performanceScore", stats.score());
    json.put("offered", stats.offered());
    json.put("accepted", stats.accepted());
    json.put("declined", stats.declined());
    json.put("timedOut", stats.timedOut());
    json.put("pending", stats.pending());
    json.put("withdrawn", stats.withdrawn());
    json.put("meanResponseSeconds", stats.meanAnswerSeconds().orElse(null));
    json.put("contacted", stats.contacted());
    json.put("inProgress", stats.inProgress());
    json.put("closed", stats.closed());
    json.put("unsuccessful", stats.unsuccessful());
    json.put("notContacted", stats.notContacted());
    json.put("comments", stats.comments());
    json.put("commentsPerLead", stats.commentsEach().each().orElse(null));
    return json;
  }

  /** As people know him; his id where he is in no book any more. */
  public static String name(RoutingBook book, AgentId agent) {
    return book.agent(agent).map(Agent::name).orElse(agent.value());
  }

  private static void percent(ObjectNode json, String field, Ratio ratio) {
    json.put(field, ratio.percent().orElse(null));
  }
}

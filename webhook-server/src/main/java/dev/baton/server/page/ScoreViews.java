package dev.baton.server.page;

import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.PerformanceScore;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Scored;
import dev.baton.performance.ScoreSum;
import dev.baton.performance.Tally;
import dev.baton.routing.RoutingBook;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Explains performance scores (domain §9) event by event. */
public final class ScoreViews {
  private static final int SHOWN = 500;

  private final Reports reports;
  private final Leads leads;

  public ScoreViews(Reports reports, Leads leads) {
    this.reports = reports;
    this.leads = leads;
  }

  /** Why an agent's score is what it is. */
  public ScoreView ofAgent(
      Company company, RoutingBook book, ReportQuestion question, AgentId agent, Instant now) {
    return told(
        DashboardJson.name(book, agent),
        reports.scored(company.id(), agent, question.span()),
        some -> records(company, some),
        question,
        now);
  }

  private Map<LeadId, String> records(Company company, List<LeadId> some) {
    return leads.rows(company.id(), some).stream()
        .collect(Collectors.toMap(Leads.Row::id, row -> "#" + row.record().id()));
  }

  /**
   * The explanation of a score.
   *
   * @param all the agent's events, oldest first
   * @param called how the CRM calls some leads
   */
  static ScoreView told(
      String agent,
      List<Scored> all,
      Function<List<LeadId>, Map<LeadId, String>> called,
      ReportQuestion question,
      Instant now) {
    List<Scored> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    Map<LeadId, String> records =
        called.apply(shown.stream().map(Scored::lead).distinct().toList());
    var time = new ReportTime(question.zone());
    var events = new ArrayList<ScoreView.Event>();
    long sum = PerformanceScore.START + points(all.subList(0, all.size() - shown.size()));
    for (Scored each : shown) {
      if (each.counts()) sum += each.event().points();
      events.add(
          new ScoreView.Event(
              time.moment(each.event().at()),
              records.getOrDefault(each.lead(), "a lead"),
              "/leads/" + each.lead() + "/why",
              words(each.event().kind()),
              Figures.signed(each.event().points()),
              each.counts(),
              Figures.whole(sum)));
    }
    var addresses = new ReportAddresses(question);
    return new ScoreView(
        agent,
        Figures.whole(sum),
        Figures.whole(PerformanceScore.START),
        ReportTime.period(question),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        kinds(all),
        events.reversed(),
        waiting(all),
        all.size() > SHOWN
            ? "The latest "
                + Figures.whole(SHOWN)
                + " events are listed; the table above counts all "
                + Figures.whole(all.size())
                + "."
            : "",
        addresses.dashboard());
  }

  private static long points(List<Scored> events) {
    return events.stream().filter(Scored::counts).mapToLong(e -> e.event().points()).sum();
  }

  private static List<ScoreView.Kind> kinds(List<Scored> all) {
    var times = new EnumMap<AgentEvent.Kind, Long>(AgentEvent.Kind.class);
    for (Scored each : all) if (each.counts()) times.merge(each.event().kind(), 1L, Long::sum);
    return times.entrySet().stream()
        .map(
            e ->
                new ScoreView.Kind(
                    words(e.getKey()),
                    Figures.whole(e.getValue()),
                    Figures.signed(e.getKey().points()),
                    Figures.signed(e.getKey().points() * e.getValue())))
        .toList();
  }

  private static String waiting(List<Scored> all) {
    long points = all.stream().filter(e -> !e.counts()).mapToLong(e -> e.event().points()).sum();
    if (points == 0) return "";
    return Figures.many(points, "point does", "points do")
        + " not count yet: feedback counts as soon as the agent has had another lead after it.";
  }

  ScoreView.OfCompany ofCompany(
      Company company, RoutingBook book, ReportQuestion question, Instant now) {
    Tally tally = reports.tally(company.id(), question.span(), Filter.ALL);
    List<Map.Entry<AgentId, ScoreSum>> scores =
        tally.scores().entrySet().stream()
            .filter(e -> e.getValue().any())
            .sorted(
                Comparator.comparing((Map.Entry<AgentId, ScoreSum> e) -> -e.getValue().score())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    long sum = scores.stream().mapToLong(e -> e.getValue().score()).sum();
    var time = new ReportTime(question.zone());
    var addresses = new ReportAddresses(question);
    Optional<Integer> score = CompanyStats.of(tally).score();
    return new ScoreView.OfCompany(
        company.name(),
        Figures.whole(score),
        scores.isEmpty()
            ? "No agent did anything that counts on these days."
            : "It is the mean of "
                + Figures.many(scores.size(), "agent’s score", "agents’ scores")
                + ": "
                + Figures.whole(sum)
                + " divided by "
                + Figures.whole(scores.size())
                + ", rounded.",
        ReportTime.period(question),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        scores.stream()
            .map(
                e ->
                    new ScoreView.Agent(
                        DashboardJson.name(book, e.getKey()),
                        Figures.whole(e.getValue().score()),
                        addresses.score(e.getKey())))
            .toList(),
        addresses.dashboard());
  }

  private static String words(AgentEvent.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> "Accepted the lead";
      case ACCEPTED_ANOTHER_CHANCE -> "Accepted the lead by another chance";
      case DECLINED -> "Declined the lead";
      case COALESCED -> "Got a lead that belongs to an earlier one";
      case ASSIGNED -> "Was assigned the lead";
      case TIMED_OUT -> "Let the offer time out";
      case ASKED_ANOTHER_CHANCE -> "Asked for another chance";
      case FEEDBACK_CONTACT -> "Told whether the customer was contacted";
      case FEEDBACK_DEAL -> "Told how the deal stands";
      case FEEDBACK_VALUE -> "Told what the deal is worth";
      case FEEDBACK_WORDS -> "Wrote a comment or a reason";
    };
  }
}

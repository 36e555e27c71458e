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
import dev.baton.server.words.Words;
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
      Company company,
      RoutingBook book,
      ReportQuestion question,
      AgentId agent,
      Instant now,
      Words words) {
    return told(
        DashboardJson.name(book, agent),
        reports.scored(company.id(), agent, question.span()),
        some -> records(company, some),
        question,
        now,
        words);
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
      Instant now,
      Words words) {
    List<Scored> shown = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    Map<LeadId, String> records =
        called.apply(shown.stream().map(Scored::lead).distinct().toList());
    var time = new ReportTime(question.zone(), words);
    var events = new ArrayList<ScoreView.Event>();
    long sum = PerformanceScore.START + points(all.subList(0, all.size() - shown.size()));
    for (Scored each : shown) {
      if (each.counts()) sum += each.event().points();
      events.add(
          new ScoreView.Event(
              time.moment(each.event().at()),
              records.getOrDefault(each.lead(), words.say("score.lead.unknown")),
              "/leads/" + each.lead() + "/why",
              told(each.event().kind(), words),
              Figures.signed(each.event().points(), words),
              each.counts(),
              Figures.whole(sum, words)));
    }
    var addresses = new ReportAddresses(question);
    return new ScoreView(
        words,
        agent,
        Figures.whole(sum, words),
        Figures.whole(PerformanceScore.START, words),
        ReportTime.period(question, words),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        kinds(all, words),
        events.reversed(),
        waiting(all, words),
        all.size() > SHOWN ? words.say("score.events.cut", SHOWN, all.size()) : "",
        addresses.dashboard());
  }

  private static long points(List<Scored> events) {
    return events.stream().filter(Scored::counts).mapToLong(e -> e.event().points()).sum();
  }

  private static List<ScoreView.Kind> kinds(List<Scored> all, Words words) {
    var times = new EnumMap<AgentEvent.Kind, Long>(AgentEvent.Kind.class);
    for (Scored each : all) if (each.counts()) times.merge(each.event().kind(), 1L, Long::sum);
    return times.entrySet().stream()
        .map(
            e ->
                new ScoreView.Kind(
                    told(e.getKey(), words),
                    Figures.whole(e.getValue(), words),
                    Figures.signed(e.getKey().points(), words),
                    Figures.signed(e.getKey().points() * e.getValue(), words)))
        .toList();
  }

  private static String waiting(List<Scored> all, Words words) {
    long points = all.stream().filter(e -> !e.counts()).mapToLong(e -> e.event().points()).sum();
    return points == 0 ? "" : words.say("score.waiting", points);
  }

  ScoreView.OfCompany ofCompany(
      Company company, RoutingBook book, ReportQuestion question, Instant now, Words words) {
    Tally tally = reports.tally(company.id(), question.span(), Filter.ALL);
    List<Map.Entry<AgentId, ScoreSum>> scores =
        tally.scores().entrySet().stream()
            .filter(e -> e.getValue().any())
            .sorted(
                Comparator.comparing((Map.Entry<AgentId, ScoreSum> e) -> -e.getValue().score())
                    .thenComparing(Map.Entry::getKey))
            .toList();
    long sum = scores.stream().mapToLong(e -> e.getValue().score()).sum();
    var time = new ReportTime(question.zone(), words);
    var addresses = new ReportAddresses(question);
    Optional<Integer> score = CompanyStats.of(tally).score();
    return new ScoreView.OfCompany(
        words,
        company.name(),
        Figures.whole(score, words),
        scores.isEmpty()
            ? words.say("score.company.none")
            : words.say("score.company.mean", scores.size(), Figures.whole(sum, words)),
        ReportTime.period(question, words),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        scores.stream()
            .map(
                e ->
                    new ScoreView.Agent(
                        DashboardJson.name(book, e.getKey()),
                        Figures.whole(e.getValue().score(), words),
                        addresses.score(e.getKey())))
            .toList(),
        addresses.dashboard());
  }

  private static String told(AgentEvent.Kind kind, Words words) {
    return words.say("score.kind." + kind.name());
  }
}

package dev.baton.server.page;

import dev.baton.company.Company;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.performance.ActionTimes;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Behind;
import dev.baton.performance.Reports.Figure;
import dev.baton.routing.RoutingBook;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the leads behind a number of a report, and what has become of each. */
final class LeadsBehind {
  static final int SHOWN = 500;

  private final Reports reports;
  private final Leads leads;
  private final ActionTimes actions;

  LeadsBehind(Reports reports, Leads leads, ActionTimes actions) {
    this.reports = reports;
    this.leads = leads;
    this.actions = actions;
  }

  /** The number an address names. */
  record Named(Figure figure, boolean unactioned) {}

  LeadsBehindView view(
      Company company,
      RoutingBook book,
      ReportQuestion question,
      Named named,
      Instant now,
      Words words) {
    Figure figure = named.figure;
    List<Behind> found =
        named.unactioned
            ? unactioned(company, question, figure)
            : behind(company, question, figure, now);
    boolean cut = found.size() > SHOWN;
    List<Behind> shown = found.stream().limit(SHOWN).toList();
    Map<LeadId, Leads.Row> rows =
        leads.rows(company.id(), shown.stream().map(Behind::lead).toList()).stream()
            .collect(Collectors.toMap(Leads.Row::id, Function.identity()));
    var time = new ReportTime(question.zone(), words);
    var addresses = new ReportAddresses(question);
    var called =
        new FigureWords(figure, named.unactioned, agent -> DashboardJson.name(book, agent), words);
    boolean several = shown.stream().anyMatch(b -> b.amount() != 1);
    return new LeadsBehindView(
        called.title(),
        ReportTime.period(question, words),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        cut ? words.say("report.behind.cut", SHOWN) : count(shown, called),
        cut
            ? words.say(
                figure.measure() == Measure.RESPONDED
                    ? "report.behind.cut.longest"
                    : "report.behind.cut.latest",
                SHOWN)
            : "",
        called.at(),
        several || called.tellsAmounts() ? called.amount() : "",
        shown.stream()
            .map(b -> lead(b, Optional.ofNullable(rows.get(b.lead())), book, time, called))
            .toList(),
        addresses.dashboard());
  }

  /** An agent can be offered a lead twice, so that its number is greater than that of the leads. */
  private static String count(List<Behind> shown, FigureWords called) {
    return called.count(shown.size(), shown.stream().mapToLong(Behind::amount).sum());
  }

  /** What took no second adds nothing to the seconds, but is one of those it took that long. */
  private List<Behind> behind(
      Company company, ReportQuestion question, Figure figure, Instant now) {
    return switch (figure.measure()) {
      case RESPONDED ->
          reports.responses(company.id(), question.span(), question.filter(), SHOWN + 1).stream()
              .map(each -> new Behind(each.lead(), each.receivedAt(), each.seconds()))
              .toList();
      case ANSWER_SECONDS -> timed(company, question, figure, Measure.ACCEPTED, Map.of());
      case ACTION_SECONDS ->
          timed(
              company,
              question,
              figure,
              Measure.ACTED,
              lessInHours(company, question, figure, now));
      default -> found(company, question, figure);
    };
  }

  /**
   * @param of what was timed
   * @param more seconds to be added, by lead
   */
  private List<Behind> timed(
      Company company, ReportQuestion question, Figure figure, Measure of, Map<LeadId, Long> more) {
    Map<LeadId, Long> seconds =
        found(company, question, figure).stream()
            .collect(Collectors.toMap(Behind::lead, Behind::amount));
    return found(company, question, new Figure(figure.agent(), of)).stream()
        .map(
            b ->
                new Behind(
                    b.lead(),
                    b.at(),
                    seconds.getOrDefault(b.lead(), 0L) + more.getOrDefault(b.lead(), 0L)))
        .toList();
  }

  /** By how much less it took where the team asks for working hours: zero or below. */
  private Map<LeadId, Long> lessInHours(
      Company company, ReportQuestion question, Figure figure, Instant now) {
    var less = new HashMap<LeadId, Long>();
    actions.each(
        company.id(),
        question.span(),
        question.filter(),
        now,
        acted -> {
          if (figure.agent().filter(agent -> !agent.equals(acted.agent())).isPresent()) return;
          less.merge(acted.lead(), acted.seconds() - acted.around(), Long::sum);
        });
    return less;
  }

  /** Leads got, but for those acted on: how often each. */
  private List<Behind> unactioned(Company company, ReportQuestion question, Figure figure) {
    Map<LeadId, Long> acted =
        all(company, question, new Figure(figure.agent(), Measure.ACTED)).stream()
            .collect(Collectors.toMap(Behind::lead, Behind::amount));
    return all(company, question, figure).stream()
        .map(b -> new Behind(b.lead(), b.at(), b.amount() - acted.getOrDefault(b.lead(), 0L)))
        .filter(b -> b.amount() > 0)
        .limit(SHOWN + 1L)
        .toList();
  }

  private List<Behind> all(Company company, ReportQuestion question, Figure figure) {
    return reports.behind(
        company.id(), question.span(), question.filter(), figure, Integer.MAX_VALUE);
  }

  private List<Behind> found(Company company, ReportQuestion question, Figure figure) {
    return reports.behind(company.id(), question.span(), question.filter(), figure, SHOWN + 1);
  }

  private static LeadsBehindView.Lead lead(
      Behind behind,
      Optional<Leads.Row> known,
      RoutingBook book,
      ReportTime time,
      FigureWords called) {
    Words words = called.words();
    return new LeadsBehindView.Lead(
        known.map(r -> "#" + r.record().id()).orElseGet(() -> words.say("report.behind.lead")),
        "/leads/" + behind.lead() + "/why",
        time.moment(behind.at()),
        called.amount(behind.amount()),
        known.map(r -> StageNames.css(r.stage())).orElse(""),
        known
            .map(r -> StageNames.name(r.stage(), words))
            .orElseGet(() -> words.say("report.behind.gone")),
        known
            .flatMap(r -> r.owner().or(r::holder))
            .map(agent -> words.say("report.by", DashboardJson.name(book, agent)))
            .orElse(""),
        known.map(Leads.Row::tags).orElse(List.of()));
  }
}

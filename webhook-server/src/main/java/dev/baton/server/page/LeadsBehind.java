package dev.baton.server.page;

import dev.baton.company.Company;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports;
import dev.baton.performance.Reports.Behind;
import dev.baton.performance.Reports.Figure;
import dev.baton.routing.RoutingBook;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportQuestion;
import java.time.Instant;
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

  LeadsBehind(Reports reports, Leads leads) {
    this.reports = reports;
    this.leads = leads;
  }

  LeadsBehindView view(
      Company company, RoutingBook book, ReportQuestion question, Figure figure, Instant now) {
    List<Behind> found = behind(company, question, figure);
    boolean cut = found.size() > SHOWN;
    List<Behind> shown = found.stream().limit(SHOWN).toList();
    Map<LeadId, Leads.Row> rows =
        leads.rows(company.id(), shown.stream().map(Behind::lead).toList()).stream()
            .collect(Collectors.toMap(Leads.Row::id, Function.identity()));
    var time = new ReportTime(question.zone());
    var addresses = new ReportAddresses(question);
    var words = new FigureWords(figure, agent -> DashboardJson.name(book, agent));
    boolean several = shown.stream().anyMatch(b -> b.amount() != 1);
    return new LeadsBehindView(
        words.title(),
        ReportTime.period(question),
        time.days(),
        time.told(question, now),
        question.asOf().map(m -> new DashboardView.AsOf(time.moment(m), addresses.known())),
        cut ? "More than " + Figures.whole(SHOWN) + " leads" : count(shown, words),
        cut
            ? "The latest "
                + Figures.whole(SHOWN)
                + " are shown. Choose fewer days to see the others, or download all of them"
                + " from the dashboard."
            : "",
        words.at(),
        several || words.tellsAmounts() ? words.amount() : "",
        shown.stream()
            .map(b -> lead(b, Optional.ofNullable(rows.get(b.lead())), book, time, words))
            .toList(),
        addresses.dashboard());
  }

  /** An agent can be offered a lead twice, so that its number is greater than that of the leads. */
  private static String count(List<Behind> shown, FigureWords words) {
    if (shown.isEmpty()) return "No leads";
    long sum = shown.stream().mapToLong(Behind::amount).sum();
    return Figures.many(shown.size(), "lead", "leads")
        + (sum == shown.size() ? "" : words.sum(sum));
  }

  /** What took no second adds nothing to the seconds, but is one of those it took that long. */
  private List<Behind> behind(Company company, ReportQuestion question, Figure figure) {
    if (figure.measure() != Measure.ANSWER_SECONDS) return found(company, question, figure);
    Map<LeadId, Long> seconds =
        found(company, question, figure).stream()
            .collect(Collectors.toMap(Behind::lead, Behind::amount));
    return found(company, question, new Figure(figure.agent(), Measure.ACCEPTED)).stream()
        .map(b -> new Behind(b.lead(), b.at(), seconds.getOrDefault(b.lead(), 0L)))
        .toList();
  }

  private List<Behind> found(Company company, ReportQuestion question, Figure figure) {
    return reports.behind(company.id(), question.span(), question.filter(), figure, SHOWN + 1);
  }

  private static LeadsBehindView.Lead lead(
      Behind behind,
      Optional<Leads.Row> known,
      RoutingBook book,
      ReportTime time,
      FigureWords words) {
    return new LeadsBehindView.Lead(
        known.map(r -> "#" + r.record().id()).orElse("a lead"),
        "/leads/" + behind.lead() + "/why",
        time.moment(behind.at()),
        words.amount(behind.amount()),
        known.map(r -> StageNames.css(r.stage())).orElse(""),
        known.map(r -> StageNames.name(r.stage())).orElse("no longer kept"),
        known
            .flatMap(r -> r.owner().or(r::holder))
            .map(agent -> "by " + DashboardJson.name(book, agent))
            .orElse(""),
        known.map(Leads.Row::tags).orElse(List.of()));
  }
}

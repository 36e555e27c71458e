package dev.baton.server.page;

import dev.baton.company.Company;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Measure;
import dev.baton.performance.Ratio;
import dev.baton.performance.Reports.Filter;
import dev.baton.routing.RoutingBook;
import dev.baton.server.page.Change.Good;
import dev.baton.server.page.DashboardView.AsOf;
import dev.baton.server.page.DashboardView.Count;
import dev.baton.server.page.DashboardView.Elsewhere;
import dev.baton.server.page.DashboardView.Figure;
import dev.baton.server.page.DashboardView.Nothing;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the dashboard's view of its numbers. */
final class DashboardViews {
  /** Periods to look at instead of one without a lead, in days. */
  private static final List<Integer> USUAL = List.of(30, 90, 365);

  private final Company company;
  private final RoutingBook book;
  private final ReportQuestion question;
  private final ReportAddresses addresses;
  private final Words words;

  DashboardViews(Company company, RoutingBook book, ReportQuestion question, Words words) {
    this.company = company;
    this.book = book;
    this.question = question;
    this.words = words;
    this.addresses = new ReportAddresses(question);
  }

  /**
   * The view.
   *
   * @param before the period before, where it is asked for
   * @param now when the numbers were told
   */
  DashboardView view(
      Dashboard dashboard, Optional<Dashboard> before, ReportForm form, Instant now) {
    var time = new ReportTime(question.zone(), words);
    CompanyStats stats = dashboard.company();
    var rows = new AgentRows(book, addresses, question.days(), words);
    return new DashboardView(
        company.name(),
        ReportNav.at(ReportNav.Place.DASHBOARD, addresses, words),
        form,
        ReportTime.period(question, words),
        time.told(question, now),
        time.days(),
        question.query(),
        question.asOf().map(moment -> new AsOf(time.moment(moment), addresses.known())),
        figures(stats, before.map(Dashboard::company)),
        classes(stats),
        rows.of(dashboard, before),
        stats.leads() == 0 ? Optional.of(nothing(now)) : Optional.empty());
  }

  private List<Figure> figures(CompanyStats now, Optional<CompanyStats> before) {
    return List.of(
        new Figure(
            label("score"),
            Figures.whole(now.score(), words),
            addresses.score(),
            label("score.note"),
            "",
            before.map(then -> Change.ofScore(now.score(), then.score(), words))),
        new Figure(
            label("leads"),
            Figures.whole(now.leads(), words),
            addresses.leads(Measure.LEADS),
            label("leads.note"),
            "",
            before.map(then -> Change.ofLeads(now.leads(), then.leads(), Good.NEITHER, words))),
        rate(
            "acceptance",
            Measure.LEADS_ACCEPTED,
            now.acceptanceRate(),
            before.map(CompanyStats::acceptanceRate),
            Good.UP),
        rate(
            "catchall",
            Measure.LEADS_CATCHALL,
            now.catchallAcceptanceRate(),
            before.map(CompanyStats::catchallAcceptanceRate),
            Good.DOWN),
        new Figure(
            label("delinquent"),
            Figures.whole(now.delinquent(), words),
            addresses.leads(Measure.LEADS_DELINQUENT),
            label("delinquent.note", Figures.percent(now.delinquentRate(), words)),
            "",
            before.map(
                then -> Change.ofLeads(now.delinquent(), then.delinquent(), Good.DOWN, words))),
        new Figure(
            label("response"),
            Figures.time(now.medianResponseSeconds(), words),
            addresses.leads(Measure.RESPONDED),
            label("response.note"),
            label("response.mean", Figures.time(now.meanResponseSeconds(), words)),
            before.map(
                then ->
                    Change.ofTime(
                        now.medianResponseSeconds(), then.medianResponseSeconds(), words))));
  }

  private String label(String figure, Object... values) {
    return words.say("report.dashboard.figure." + figure, values);
  }

  private Figure rate(String name, Measure measure, Ratio now, Optional<Ratio> before, Good good) {
    return new Figure(
        label(name),
        Figures.percent(now, words),
        addresses.leads(measure),
        label(name + ".note"),
        "",
        before.map(then -> Change.ofRate(now, then, good, words)));
  }

  /** Each lead is in exactly one of them. */
  private List<Count> classes(CompanyStats stats) {
    return List.of(
        count(Measure.LEADS_ACCEPTED, stats.accepted()),
        count(Measure.LEADS_CATCHALL, stats.catchallAccepted()),
        count(Measure.LEADS_ASSIGNED, stats.assigned()),
        count(Measure.LEADS_COALESCED, stats.coalesced()),
        count(Measure.LEADS_PENDING, stats.pending()),
        count(Measure.LEADS_DELINQUENT, stats.delinquent()));
  }

  private Count count(Measure measure, long leads) {
    return new Count(
        words.say("report.dashboard.class." + measure.name()),
        Figures.whole(leads, words),
        "",
        addresses.leads(measure));
  }

  private Nothing nothing(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, question.zone());
    var instead = new ArrayList<Elsewhere>();
    boolean narrowed = !question.filter().equals(Filter.ALL);
    if (narrowed) {
      instead.add(
          elsewhere(
              words.say("report.dashboard.nothing.all"),
              question.from(),
              question.to(),
              Filter.ALL));
    }
    Optional<LocalDate> first = book.settings().retention().firstDay(today);
    for (int days : USUAL) {
      boolean longer = question.to().isBefore(today) || question.days() < days;
      LocalDate from = today.minusDays(days - 1);
      boolean kept = first.filter(from::isBefore).isEmpty();
      if (longer && kept) {
        String said = words.say("report.dashboard.nothing.last", days);
        instead.add(elsewhere(said, from, today, filter()));
      }
    }
    return new Nothing(
        words.say(
            narrowed ? "report.dashboard.nothing.narrowed" : "report.dashboard.nothing",
            question.days()),
        instead);
  }

  private Filter filter() {
    return question.filter();
  }

  private Elsewhere elsewhere(String said, LocalDate from, LocalDate to, Filter filter) {
    var other =
        new ReportQuestion(
            from, to, question.zone(), filter, Optional.empty(), question.compared());
    return new Elsewhere(said, new ReportAddresses(other).dashboard());
  }
}

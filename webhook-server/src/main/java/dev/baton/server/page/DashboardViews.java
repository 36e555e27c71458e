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

  DashboardViews(Company company, RoutingBook book, ReportQuestion question) {
    this.company = company;
    this.book = book;
    this.question = question;
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
    var time = new ReportTime(question.zone());
    CompanyStats stats = dashboard.company();
    var rows = new AgentRows(book, addresses, question.days());
    return new DashboardView(
        company.name(),
        ReportNav.at(ReportNav.Place.DASHBOARD, addresses),
        form,
        ReportTime.period(question),
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
            "Performance score",
            Figures.whole(now.score()),
            addresses.score(),
            "mean of the agents",
            "",
            before.map(then -> Change.ofScore(now.score(), then.score()))),
        new Figure(
            "Leads",
            Figures.whole(now.leads()),
            addresses.leads(Measure.LEADS),
            "received",
            "",
            before.map(then -> Change.ofLeads(now.leads(), then.leads(), Good.NEITHER))),
        rate(
            "Acceptance rate",
            Measure.LEADS_ACCEPTED,
            now.acceptanceRate(),
            before.map(CompanyStats::acceptanceRate),
            Good.UP),
        rate(
            "Catchall acceptance rate",
            Measure.LEADS_CATCHALL,
            now.catchallAcceptanceRate(),
            before.map(CompanyStats::catchallAcceptanceRate),
            Good.DOWN),
        new Figure(
            "Delinquent",
            Figures.whole(now.delinquent()),
            addresses.leads(Measure.LEADS_DELINQUENT),
            Figures.percent(now.delinquentRate()) + " of the leads",
            "",
            before.map(then -> Change.ofLeads(now.delinquent(), then.delinquent(), Good.DOWN))),
        new Figure(
            "Response time",
            Figures.time(now.medianResponseSeconds()),
            addresses.leads(Measure.RESPONDED),
            "median",
            "Mean " + Figures.time(now.meanResponseSeconds()),
            before.map(
                then -> Change.ofTime(now.medianResponseSeconds(), then.medianResponseSeconds()))));
  }

  private Figure rate(String label, Measure measure, Ratio now, Optional<Ratio> before, Good good) {
    return new Figure(
        label,
        Figures.percent(now),
        addresses.leads(measure),
        good == Good.UP ? "ideally high" : "ideally low",
        "",
        before.map(then -> Change.ofRate(now, then, good)));
  }

  /** Each lead is in exactly one of them. */
  private List<Count> classes(CompanyStats stats) {
    return List.of(
        count("accepted", Measure.LEADS_ACCEPTED, stats.accepted()),
        count("accepted by a catchall", Measure.LEADS_CATCHALL, stats.catchallAccepted()),
        count("assigned", Measure.LEADS_ASSIGNED, stats.assigned()),
        count("coalesced", Measure.LEADS_COALESCED, stats.coalesced()),
        count("pending", Measure.LEADS_PENDING, stats.pending()),
        count("delinquent", Measure.LEADS_DELINQUENT, stats.delinquent()));
  }

  private Count count(String label, Measure measure, long leads) {
    return new Count(label, Figures.whole(leads), "", addresses.leads(measure));
  }

  private Nothing nothing(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, question.zone());
    var instead = new ArrayList<Elsewhere>();
    boolean narrowed = !question.filter().equals(Filter.ALL);
    if (narrowed) {
      instead.add(elsewhere("all leads of these days", question.from(), question.to(), Filter.ALL));
    }
    Optional<LocalDate> first = book.settings().retention().firstDay(today);
    for (int days : USUAL) {
      boolean longer = question.to().isBefore(today) || question.days() < days;
      LocalDate from = today.minusDays(days - 1);
      boolean kept = first.filter(from::isBefore).isEmpty();
      if (longer && kept)
        instead.add(elsewhere("the last " + days + " days", from, today, filter()));
    }
    return new Nothing(
        (narrowed ? "No lead of this kind came in on " : "No lead came in on ")
            + (question.days() == 1 ? "this day." : "these days."),
        instead);
  }

  private Filter filter() {
    return question.filter();
  }

  private Elsewhere elsewhere(String words, LocalDate from, LocalDate to, Filter filter) {
    var other =
        new ReportQuestion(
            from, to, question.zone(), filter, Optional.empty(), question.compared());
    return new Elsewhere(words, new ReportAddresses(other).dashboard());
  }
}

package dev.baton.server.page;

import dev.baton.agent.TeamId;
import dev.baton.company.Company;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Conversion;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.server.page.StatisticsView.Cell;
import dev.baton.server.page.StatisticsView.Column;
import dev.baton.server.page.StatisticsView.Row;
import dev.baton.server.page.StatisticsView.Way;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.Statistics;
import dev.baton.server.report.Statistics.Sort;
import dev.baton.server.report.Statistics.Sorting;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the view of statistics. */
final class StatisticsViews {
  private final ReportQuestion question;
  private final Statistics statistics;

  StatisticsViews(ReportQuestion question, Statistics statistics) {
    this.question = question;
    this.statistics = statistics;
  }

  StatisticsView view(Company company, ReportForm form, Instant now) {
    String more = more(statistics.dimension(), statistics.sorting());
    Sorting sorting = statistics.sorting();
    ReportHead head =
        ReportHead.of(
            "Statistics of " + company.name(),
            ReportAddresses.STATISTICS,
            more,
            ReportNav.Place.STATISTICS,
            form.ofDays(
                ReportAddresses.STATISTICS,
                Map.of(
                    "by", word(statistics.dimension()),
                    "sort", sorting.by().word(),
                    "order", sorting.up() ? "up" : "down")),
            question,
            now);
    return new StatisticsView(
        head,
        Stream.of(Dimension.values()).map(this::way).toList(),
        Stream.of(Sort.values()).map(this::column).toList(),
        statistics.rows().stream().map(this::row).toList(),
        switch (statistics.dimension()) {
          case TAG -> "A lead with several tags counts for each of them.";
          case SOURCE -> "The source is what the CRM says a lead came from.";
          case TEAM -> "Leads that no team takes are in no row.";
        });
  }

  static String word(Dimension dimension) {
    return dimension.name().toLowerCase(Locale.ROOT);
  }

  private static String more(Dimension by, Sorting sorting) {
    return "&by="
        + word(by)
        + "&sort="
        + sorting.by().word()
        + "&order="
        + (sorting.up() ? "up" : "down");
  }

  private String address(Dimension by, Sorting sorting) {
    return new ReportAddresses(question).statistics() + more(by, sorting);
  }

  private Way way(Dimension by) {
    return new Way(
        "By " + word(by), address(by, statistics.sorting()), by == statistics.dimension());
  }

  private Column column(Sort by) {
    Sorting now = statistics.sorting();
    boolean here = now.by() == by;
    boolean up = here ? !now.up() : by == Sort.NAME;
    return new Column(
        label(by),
        address(statistics.dimension(), new Sorting(by, up)),
        here ? (now.up() ? "ascending" : "descending") : "none");
  }

  private String label(Sort by) {
    return switch (by) {
      case NAME ->
          switch (statistics.dimension()) {
            case TAG -> "Tag";
            case SOURCE -> "Source";
            case TEAM -> "Team";
          };
      case LEADS -> "Leads";
      case ACCEPTED -> "Acceptance rate";
      case CATCHALL -> "Catchall rate";
      case DELINQUENT -> "Delinquent";
      case RESPONSE -> "Median response";
      case GOT -> "Got by agents";
      case WON -> "Won";
      case LOST -> "Lost";
      case CONVERSION -> "Conversion rate";
      case CLOSE -> "Close rate";
      case ACTION -> "Time to action";
      case UNACTIONED -> "Not yet actioned";
    };
  }

  private Row row(Statistics.Row row) {
    Optional<ReportAddresses> its =
        filter(row.member())
            .map(f -> new ReportAddresses(new ReportAddresses(question).narrowed(f)));
    var cells = new ArrayList<Cell>();
    for (Sort by : Sort.values()) {
      if (by == Sort.NAME) continue;
      cells.add(new Cell(label(by), value(by, row), its.map(a -> link(by, a)).orElse("")));
    }
    return new Row(row.name().isEmpty() ? "No source" : row.name(), cells);
  }

  /** An address cannot ask for leads without a source. */
  private Optional<Filter> filter(String member) {
    if (member.isEmpty()) return Optional.empty();
    return Optional.of(
        switch (statistics.dimension()) {
          case TAG ->
              new Filter(Optional.empty(), Optional.of(TagName.of(member)), Optional.empty());
          case SOURCE -> new Filter(Optional.empty(), Optional.empty(), Optional.of(member));
          case TEAM ->
              new Filter(Optional.of(new TeamId(member)), Optional.empty(), Optional.empty());
        });
  }

  private static String value(Sort by, Statistics.Row row) {
    CompanyStats leads = row.company();
    Conversion got = row.conversion();
    return switch (by) {
      case NAME -> row.name();
      case LEADS -> Figures.whole(leads.leads());
      case ACCEPTED -> Figures.percent(leads.acceptanceRate());
      case CATCHALL -> Figures.percent(leads.catchallAcceptanceRate());
      case DELINQUENT -> Figures.percent(leads.delinquentRate());
      case RESPONSE -> Figures.time(leads.medianResponseSeconds());
      case GOT -> Figures.whole(got.got());
      case WON -> Figures.whole(got.won());
      case LOST -> Figures.whole(got.lost());
      case CONVERSION -> Figures.percent(got.conversionRate());
      case CLOSE -> Figures.percent(got.closeRate());
      case ACTION -> Figures.time(got.meanSecondsToAction());
      case UNACTIONED -> Figures.whole(got.unactioned());
    };
  }

  private static String link(Sort by, ReportAddresses its) {
    return switch (by) {
      case NAME, LEADS -> its.leads(Measure.LEADS);
      case ACCEPTED -> its.leads(Measure.LEADS_ACCEPTED);
      case CATCHALL -> its.leads(Measure.LEADS_CATCHALL);
      case DELINQUENT -> its.leads(Measure.LEADS_DELINQUENT);
      case RESPONSE -> its.leads(Measure.RESPONDED);
      case GOT -> its.leads(Measure.GOT);
      case WON, CONVERSION -> its.leads(Measure.WON);
      case LOST -> its.leads(Measure.LOST);
      // Closed either way: those of both counts beside it.
      case CLOSE -> "";
      case ACTION -> its.leads(Measure.ACTION_SECONDS);
      case UNACTIONED -> its.unactioned(Optional.empty());
    };
  }
}

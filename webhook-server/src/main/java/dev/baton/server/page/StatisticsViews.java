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
import dev.baton.server.words.Words;
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
  private final Words words;

  StatisticsViews(ReportQuestion question, Statistics statistics, Words words) {
    this.question = question;
    this.statistics = statistics;
    this.words = words;
  }

  StatisticsView view(Company company, ReportForm form, Instant now) {
    String more = more(statistics.dimension(), statistics.sorting());
    Sorting sorting = statistics.sorting();
    ReportHead head =
        ReportHead.of(
            words.say("report.statistics.headline", company.name()),
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
            now,
            words);
    return new StatisticsView(
        head,
        Stream.of(Dimension.values()).map(this::way).toList(),
        Stream.of(Sort.values()).map(this::column).toList(),
        statistics.rows().stream().map(this::row).toList(),
        words.say("report.statistics.note." + statistics.dimension().name()));
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
        words.say("report.statistics.by." + by.name()),
        address(by, statistics.sorting()),
        by == statistics.dimension());
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
    return words.say(
        by == Sort.NAME
            ? "report.statistics.name." + statistics.dimension().name()
            : "report.statistics.column." + by.name());
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
    return new Row(
        row.name().isEmpty() ? words.say("report.statistics.no-source") : row.name(), cells);
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

  private String value(Sort by, Statistics.Row row) {
    CompanyStats leads = row.company();
    Conversion got = row.conversion();
    return switch (by) {
      case NAME -> row.name();
      case LEADS -> Figures.whole(leads.leads(), words);
      case ACCEPTED -> Figures.percent(leads.acceptanceRate(), words);
      case CATCHALL -> Figures.percent(leads.catchallAcceptanceRate(), words);
      case DELINQUENT -> Figures.percent(leads.delinquentRate(), words);
      case RESPONSE -> Figures.time(leads.medianResponseSeconds(), words);
      case GOT -> Figures.whole(got.got(), words);
      case WON -> Figures.whole(got.won(), words);
      case LOST -> Figures.whole(got.lost(), words);
      case CONVERSION -> Figures.percent(got.conversionRate(), words);
      case CLOSE -> Figures.percent(got.closeRate(), words);
      case ACTION -> Figures.time(got.meanSecondsToAction(), words);
      case UNACTIONED -> Figures.whole(got.unactioned(), words);
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

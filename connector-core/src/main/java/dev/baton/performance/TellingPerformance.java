package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.performance.ActionTimes.InHours;
import dev.baton.performance.Performance.Column;
import dev.baton.performance.Performance.Row;
import dev.baton.performance.Performance.Total;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Span;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together how agents worked: numbers, hours, and what their teams ask for besides. */
public final class TellingPerformance {
  private final Reports reports;
  private final LeadTracks tracks;
  private final LeadFields fields;
  private final RoutingBooks books;
  private final Presences presences;
  private final ActionTimes actions;

  public TellingPerformance(
      Reports reports,
      LeadTracks tracks,
      LeadFields fields,
      RoutingBooks books,
      Presences presences) {
    this.reports = reports;
    this.tracks = tracks;
    this.fields = fields;
    this.books = books;
    this.presences = presences;
    this.actions = new ActionTimes(tracks, books, presences);
  }

  public ActionTimes actions() {
    return actions;
  }

  /**
   * The agents' performance.
   *
   * @param members who is shown whether he has numbers or not
   * @param now hours that have not come yet are not worked
   */
  public Performance of(
      RoutingBook book, Span span, Filter filter, Collection<AgentId> members, Instant now) {
    CompanyId company = book.company();
    Tally tally = reports.tally(company, span, filter);
    WorkTimes times = times(company, span, now);
    Map<AgentId, InHours> inHours = actions.byAgent(company, span, filter, now);
    List<Column> columns = FieldFigures.columns(book.content().teams(), filter);
    var figures = FieldFigures.of(columns, tracks, fields, company, span, filter);
    List<Row> rows =
        Dashboard.of(tally, members).agents().stream()
            .map(
                stats ->
                    new Row(
                        stats.agent(),
                        stats.score(),
                        times.of(stats.agent()),
                        Conversion.of(tally, stats.agent())
                            .with(inHours.getOrDefault(stats.agent(), InHours.NONE)),
                        figures.of(stats.agent())))
            .toList();
    return new Performance(columns, rows, total(rows, figures));
  }

  private static Total total(List<Row> rows, FieldFigures figures) {
    return new Total(
        rows.stream().map(Row::hours).flatMap(Optional::stream).reduce(HoursWorked::plus),
        rows.stream().map(Row::conversion).reduce(Conversion.NONE, Conversion::plus),
        figures.totals());
  }

  private WorkTimes times(CompanyId company, Span span, Instant now) {
    Instant to = span.to().isAfter(now) ? now : span.to();
    Instant from = span.from().isAfter(to) ? to : span.from();
    return new WorkTimes(books.inForce(company, from, to), presences.absences(company, from, to));
  }

  /** The same measures per tag, source or team. */
  public Map<String, Statistic> statistics(
      CompanyId company, Span span, Dimension dimension, Instant now) {
    Map<String, InHours> inHours = actions.by(company, span, dimension, now);
    var statistics = new TreeMap<String, Statistic>();
    reports
        .by(company, span, dimension)
        .forEach(
            (member, tally) ->
                statistics.put(
                    member,
                    new Statistic(
                        CompanyStats.of(tally),
                        Conversion.of(tally).with(inHours.getOrDefault(member, InHours.NONE)))));
    return statistics;
  }

  /** What became of the leads of a tag, a source or a team. */
  public record Statistic(CompanyStats company, Conversion conversion) {}
}

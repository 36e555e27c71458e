package dev.baton.server.report;

import dev.baton.performance.CompanyStats;
import dev.baton.performance.Conversion;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.TellingPerformance.Statistic;
import dev.baton.routing.RoutingBook;
import dev.baton.server.http.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The same measures per tag, source or team, in some order.
 *
 * @param rows without a value for what they are sorted by come last
 */
public record Statistics(Dimension dimension, Sorting sorting, List<Row> rows) {

  /**
   * A tag, source or team.
   *
   * @param member the tag's key, the source, the team's id
   * @param name as people wrote it, where the book still knows it; empty for no source
   */
  public record Row(String member, String name, CompanyStats company, Conversion conversion) {}

  /** Something rows can be sorted by. */
  public enum Sort {
    NAME(row -> Optional.empty()),
    LEADS(row -> whole(row.company.leads())),
    ACCEPTED(row -> row.company.acceptanceRate().percent()),
    CATCHALL(row -> row.company.catchallAcceptanceRate().percent()),
    DELINQUENT(row -> row.company.delinquentRate().percent()),
    RESPONSE(row -> row.company.medianResponseSeconds().map(BigDecimal::valueOf)),
    GOT(row -> whole(row.conversion.got())),
    WON(row -> whole(row.conversion.won())),
    LOST(row -> whole(row.conversion.lost())),
    CONVERSION(row -> row.conversion.conversionRate().percent()),
    CLOSE(row -> row.conversion.closeRate().percent()),
    ACTION(row -> row.conversion.meanSecondsToAction().map(BigDecimal::valueOf)),
    UNACTIONED(row -> whole(row.conversion.unactioned()));

    private final Function<Row, Optional<BigDecimal>> value;

    Sort(Function<Row, Optional<BigDecimal>> value) {
      this.value = value;
    }

    /** As it stands in an address. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<BigDecimal> whole(long number) {
      return Optional.of(BigDecimal.valueOf(number));
    }
  }

  /**
   * The order of rows.
   *
   * @param up from the least to the greatest, or from A to Z
   */
  public record Sorting(Sort by, boolean up) {
    public static final Sorting USUAL = new Sorting(Sort.LEADS, false);

    private Comparator<Row> rows() {
      Comparator<Row> byName =
          Comparator.comparing((Row row) -> row.name.toLowerCase(Locale.ROOT))
              .thenComparing(Row::member);
      if (by == Sort.NAME) return up ? byName : byName.reversed();
      Comparator<BigDecimal> values = up ? Comparator.naturalOrder() : Comparator.reverseOrder();
      return Comparator.comparing(
              (Row row) -> by.value.apply(row),
              Comparator.comparing(
                  (Optional<BigDecimal> value) -> value.orElse(null), Comparator.nullsLast(values)))
          .thenComparing(byName);
    }
  }

  public static Statistics of(
      Dimension dimension, Sorting sorting, Map<String, Statistic> told, RoutingBook book) {
    return new Statistics(
        dimension,
        sorting,
        told.entrySet().stream()
            .map(
                each ->
                    new Row(
                        each.getKey(),
                        name(dimension, each.getKey(), book),
                        each.getValue().company(),
                        each.getValue().conversion()))
            .sorted(sorting.rows())
            .toList());
  }

  private static String name(Dimension dimension, String member, RoutingBook book) {
    return switch (dimension) {
      case SOURCE -> member;
      case TEAM ->
          book.content().teams().stream()
              .filter(team -> team.id().value().equals(member))
              .map(team -> team.name())
              .findFirst()
              .orElse(member);
      case TAG ->
          book.content().tags().stream()
              .map(tag -> tag.name())
              .filter(tag -> tag.key().equals(member))
              .map(tag -> tag.text())
              .findFirst()
              .orElse(member);
    };
  }

  /** As a file: more of them than the screen. */
  public Answer csv(ReportQuestion question) {
    var all = new ArrayList<List<String>>();
    all.add(
        List.of(
            dimension.name().toLowerCase(Locale.ROOT),
            "leads",
            "accepted",
            "acceptance_rate_percent",
            "catchall_accepted",
            "catchall_acceptance_rate_percent",
            "assigned",
            "coalesced",
            "pending",
            "delinquent",
            "delinquent_percent",
            "median_response_seconds",
            "mean_response_seconds",
            "leads_got",
            "won",
            "lost",
            "conversion_rate_percent",
            "close_rate_percent",
            "acted_on",
            "acted_on_in_hours",
            "unactioned",
            "mean_seconds_to_action"));
    for (Row row : rows) all.add(cells(row).stream().map(CsvFile::told).toList());
    return CsvFile.of(
        "statistics-" + question.from() + "-" + question.to() + ".csv", List.copyOf(all));
  }

  private static List<Object> cells(Row row) {
    CompanyStats leads = row.company;
    Conversion got = row.conversion;
    return List.of(
        row.name,
        leads.leads(),
        leads.accepted(),
        leads.acceptanceRate().percent(),
        leads.catchallAccepted(),
        leads.catchallAcceptanceRate().percent(),
        leads.assigned(),
        leads.coalesced(),
        leads.pending(),
        leads.delinquent(),
        leads.delinquentRate().percent(),
        leads.medianResponseSeconds(),
        leads.meanResponseSeconds(),
        got.got(),
        got.won(),
        got.lost(),
        got.conversionRate().percent(),
        got.closeRate().percent(),
        got.actedOn(),
        got.inHours(),
        got.unactioned(),
        got.meanSecondsToAction());
  }
}

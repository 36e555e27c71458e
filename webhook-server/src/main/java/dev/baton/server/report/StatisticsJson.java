package dev.baton.server.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.performance.CompanyStats;
import dev.baton.performance.Conversion;
import dev.baton.performance.Reports.Dimension;
import dev.baton.performance.Tally;
import dev.baton.routing.RoutingBook;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The same measures per tag, per source or per team, most leads first. */
public final class StatisticsJson {
  private StatisticsJson() {}

  /**
   * @param tallies by the tag's key, the source or the team's id
   */
  public static ObjectNode of(
      ReportQuestion question, Dimension dimension, Map<String, Tally> tallies, RoutingBook book) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("period", DashboardJson.period(question));
    json.put("by", dimension.name().toLowerCase(Locale.ROOT));
    var rows = json.putArray("rows");
    tallies.entrySet().stream()
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, Tally> each) -> CompanyStats.of(each.getValue()).leads())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .forEach(each -> rows.add(row(name(dimension, each.getKey(), book), each.getValue())));
    return json;
  }

  private static ObjectNode row(String name, Tally tally) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("name", name);
    ObjectNode company = DashboardJson.company(CompanyStats.of(tally));
    // A score is an agent's, whatever the tag or source.
    company.remove("performanceScore");
    row.setAll(company);
    row.setAll(conversion(Conversion.of(tally)));
    return row;
  }

  /** What became of leads that agents got. */
  public static ObjectNode conversion(Conversion conversion) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("leadsGot", conversion.got());
    json.put("won", conversion.won());
    json.put("lost", conversion.lost());
    json.put("conversionRatePercent", conversion.conversionRate().percent().orElse(null));
    json.put("closeRatePercent", conversion.closeRate().percent().orElse(null));
    json.put("actedOn", conversion.actedOn());
    json.put("unactioned", conversion.unactioned());
    json.put("meanSecondsToAction", conversion.meanSecondsToAction().orElse(null));
    return json;
  }

  /** As people wrote it, where the book still knows it. */
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
}

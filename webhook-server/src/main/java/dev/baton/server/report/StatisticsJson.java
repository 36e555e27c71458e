package dev.baton.server.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.performance.Conversion;
import java.util.Locale;

/** The same measures per tag, per source or per team, as programs read them. */
public final class StatisticsJson {
  private StatisticsJson() {}

  public static ObjectNode of(ReportQuestion question, Statistics statistics) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("period", DashboardJson.period(question));
    json.put("by", statistics.dimension().name().toLowerCase(Locale.ROOT));
    var rows = json.putArray("rows");
    for (Statistics.Row each : statistics.rows()) rows.add(row(each));
    return json;
  }

  private static ObjectNode row(Statistics.Row each) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("name", each.name());
    ObjectNode company = DashboardJson.company(each.company());
    // A score is an agent's, whatever the tag or source.
    company.remove("performanceScore");
    row.setAll(company);
    row.setAll(conversion(each.conversion()));
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
    json.put("actedOnInHours", conversion.inHours());
    json.put("unactioned", conversion.unactioned());
    json.put("meanSecondsToAction", conversion.meanSecondsToAction().orElse(null));
    return json;
  }
}

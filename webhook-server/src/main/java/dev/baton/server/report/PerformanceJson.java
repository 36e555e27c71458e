package dev.baton.server.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.performance.FieldFigure;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.Performance;
import dev.baton.performance.Performance.Column;
import dev.baton.routing.RoutingBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How agents worked, as programs read it: what is not there is null, never zero. */
public final class PerformanceJson {
  /** Numbers of fields as they are, without an exponent. */
  private static final JsonNodeFactory EXACT = JsonNodeFactory.withExactBigDecimals(true);

  private PerformanceJson() {}

  public static ObjectNode of(ReportQuestion question, Performance told, RoutingBook book) {
    ObjectNode json = EXACT.objectNode();
    json.set("period", DashboardJson.period(question));
    var agents = json.putArray("agents");
    for (Performance.Row row : told.agents()) {
      ObjectNode agent = agents.addObject();
      agent.put("id", row.agent().value());
      agent.put("name", DashboardJson.name(book, row.agent()));
      agent.put("performanceScore", row.score());
      addHours(agent, row.hours());
      agent.setAll(StatisticsJson.conversion(row.conversion()));
      addFields(agent, told.columns(), row.fields());
    }
    ObjectNode total = json.putObject("total");
    addHours(total, told.total().hours());
    total.setAll(StatisticsJson.conversion(told.total().conversion()));
    addFields(total, told.columns(), told.total().fields());
    return json;
  }

  private static void addHours(ObjectNode json, Optional<HoursWorked> hours) {
    json.put("hoursWorked", hours.map(h -> hours(h.worked())).orElse(null));
    ObjectNode parts = json.putObject("hours");
    parts.put("shift", hours.map(h -> hours(h.shift())).orElse(null));
    parts.put("outOfOffice", hours.map(h -> hours(h.outOfOffice())).orElse(null));
    parts.put("holidays", hours.map(h -> hours(h.holidays())).orElse(null));
  }

  private static void addFields(ObjectNode json, List<Column> columns, List<FieldFigure> figures) {
    var fields = json.putArray("fields");
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      ObjectNode field = fields.addObject();
      field.put("team", column.team().id().value());
      field.put("name", column.metric().name());
      field.put("field", column.metric().field());
      field.put("kind", column.metric().kind().label());
      field.put("value", figures.get(i).of(column.metric().kind()).orElse(null));
      field.put("notNumbers", figures.get(i).notNumbers());
    }
  }

  /** With two digits after the point, half up. */
  public static BigDecimal hours(Duration time) {
    return BigDecimal.valueOf(time.toMillis())
        .divide(BigDecimal.valueOf(3_600_000), 2, RoundingMode.HALF_UP);
  }
}

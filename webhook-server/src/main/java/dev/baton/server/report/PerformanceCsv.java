package dev.baton.server.report;

import dev.baton.performance.Conversion;
import dev.baton.performance.FieldFigure;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.Performance;
import dev.baton.performance.Performance.Column;
import dev.baton.routing.RoutingBook;
import dev.baton.server.http.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How agents worked, as a file: a row for each, and one for all of them. */
public final class PerformanceCsv {
  private static final List<String> USUAL =
      List.of(
          "row",
          "agent_id",
          "agent_name",
          "performance_score",
          "hours_worked",
          "shift_hours",
          "out_of_office_hours",
          "holiday_hours",
          "leads_got",
          "won",
          "lost",
          "conversion_rate_percent",
          "close_rate_percent",
          "acted_on",
          "acted_on_in_hours",
          "unactioned",
          "mean_seconds_to_action");

  private PerformanceCsv() {}

  public static Answer of(ReportQuestion question, Performance told, RoutingBook book) {
    var rows = new ArrayList<List<String>>();
    rows.add(headings(told.columns()));
    for (Performance.Row row : told.agents()) {
      var cells = new ArrayList<String>();
      cells.add("agent");
      cells.add(row.agent().value());
      cells.add(DashboardJson.name(book, row.agent()));
      cells.add(CsvFile.told(row.score()));
      cells.addAll(hours(row.hours()));
      cells.addAll(conversion(row.conversion()));
      cells.addAll(fields(told.columns(), row.fields()));
      rows.add(cells);
    }
    var cells = new ArrayList<String>(List.of("total", "", "", ""));
    cells.addAll(hours(told.total().hours()));
    cells.addAll(conversion(told.total().conversion()));
    cells.addAll(fields(told.columns(), told.total().fields()));
    rows.add(cells);
    return CsvFile.of("performance-" + question.from() + "-" + question.to() + ".csv", rows);
  }

  private static List<String> headings(List<Column> columns) {
    var headings = new ArrayList<>(USUAL);
    for (Column column : columns) {
      String name = column.team().name() + ": " + column.metric().name();
      headings.add(name);
      headings.add(name + " (not numbers)");
    }
    return headings;
  }

  private static List<String> hours(Optional<HoursWorked> hours) {
    return List.<Function<HoursWorked, Duration>>of(
            HoursWorked::worked,
            HoursWorked::shift,
            HoursWorked::outOfOffice,
            HoursWorked::holidays)
        .stream()
        .map(part -> CsvFile.told(hours.map(part).map(PerformanceJson::hours)))
        .toList();
  }

  private static List<String> conversion(Conversion conversion) {
    return List.of(
        CsvFile.told(conversion.got()),
        CsvFile.told(conversion.won()),
        CsvFile.told(conversion.lost()),
        CsvFile.told(conversion.conversionRate().percent()),
        CsvFile.told(conversion.closeRate().percent()),
        CsvFile.told(conversion.actedOn()),
        CsvFile.told(conversion.inHours()),
        CsvFile.told(conversion.unactioned()),
        CsvFile.told(conversion.meanSecondsToAction()));
  }

  private static List<String> fields(List<Column> columns, List<FieldFigure> figures) {
    var cells = new ArrayList<String>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(CsvFile.told(figures.get(i).of(columns.get(i).metric().kind())));
      cells.add(CsvFile.told(figures.get(i).notNumbers()));
    }
    return cells;
  }
}

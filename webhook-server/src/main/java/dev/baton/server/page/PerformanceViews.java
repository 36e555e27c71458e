package dev.baton.server.page;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.company.Company;
import dev.baton.performance.Conversion;
import dev.baton.performance.FieldFigure;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.Measure;
import dev.baton.performance.Performance;
import dev.baton.performance.Performance.Column;
import dev.baton.performance.Ratio;
import dev.baton.performance.Reports.Filter;
import dev.baton.routing.RoutingBook;
import dev.baton.server.page.PerformanceView.Cell;
import dev.baton.server.page.PerformanceView.Field;
import dev.baton.server.page.PerformanceView.Hours;
import dev.baton.server.page.PerformanceView.Part;
import dev.baton.server.page.PerformanceView.Row;
import dev.baton.server.report.DashboardJson;
import dev.baton.server.report.ReportQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the view of how agents worked. */
final class PerformanceViews {
  private final Company company;
  private final RoutingBook book;
  private final ReportQuestion question;
  private final ReportAddresses addresses;
  private final RecordKind kind;

  PerformanceViews(Company company, RoutingBook book, ReportQuestion question) {
    this.company = company;
    this.book = book;
    this.question = question;
    this.addresses = new ReportAddresses(question);
    this.kind = kind();
  }

  /** That of the chosen team, or of all teams where they have one; else leads. */
  private RecordKind kind() {
    Optional<Team> chosen = question.filter().team().flatMap(book::team);
    if (chosen.isPresent()) return chosen.get().kind();
    Set<RecordKind> kinds =
        book.content().teams().stream().map(Team::kind).collect(Collectors.toSet());
    return kinds.size() == 1 ? kinds.iterator().next() : RecordKind.LEADS;
  }

  /**
   * The view.
   *
   * @param picked the agent whose tags are shown beside it
   */
  PerformanceView view(Performance told, ReportForm form, Optional<Agent> picked, Instant now) {
    ReportHead head =
        ReportHead.of(
            "Performance at " + company.name(),
            ReportAddresses.PERFORMANCE,
            "",
            ReportNav.Place.PERFORMANCE,
            form.at(ReportAddresses.PERFORMANCE),
            question,
            now);
    return new PerformanceView(
        head,
        labels(),
        told.columns().stream().map(PerformanceViews::field).toList(),
        told.agents().stream().map(row -> row(row, told.columns())).toList(),
        new Row(
            "All agents",
            "",
            "",
            told.total().hours().map(PerformanceViews::hours),
            cells(told.total().conversion(), Optional.empty()),
            fields(told.columns(), told.total().fields(), Optional.empty())),
        notes(told),
        picked.map(agent -> TagPanel.of(agent, book, addresses.performance())));
  }

  private List<String> labels() {
    return List.of(
        switch (kind) {
          case LEADS -> "Leads";
          case CASES -> "Cases";
          case OPPORTUNITIES -> "Opportunities";
        },
        kind == RecordKind.CASES ? "Closed, solved" : "Won",
        kind == RecordKind.CASES ? "Closed, unsolved" : "Lost",
        kind == RecordKind.LEADS ? "Conversion rate" : "Close rate",
        "Average time to action",
        "Not yet actioned");
  }

  private Row row(Performance.Row row, List<Column> columns) {
    Optional<AgentId> agent = Optional.of(row.agent());
    boolean known = book.agent(row.agent()).isPresent();
    return new Row(
        DashboardJson.name(book, row.agent()),
        known ? row.agent().value() : "",
        known ? addresses.performanceWithTags(row.agent()) : "",
        row.hours().map(PerformanceViews::hours),
        cells(row.conversion(), agent),
        fields(columns, row.fields(), agent));
  }

  private static Hours hours(HoursWorked hours) {
    return new Hours(
        Figures.hours(hours.worked()),
        List.of(
            new Part("shift", Figures.hours(hours.shift())),
            new Part("out of office", Figures.hours(hours.outOfOffice())),
            new Part("holidays", Figures.hours(hours.holidays()))));
  }

  private List<Cell> cells(Conversion conversion, Optional<AgentId> agent) {
    List<String> labels = labels();
    return List.of(
        count(labels.get(0), Measure.GOT, conversion.got(), agent),
        count(labels.get(1), Measure.WON, conversion.won(), agent),
        count(labels.get(2), Measure.LOST, conversion.lost(), agent),
        rate(labels.get(3), conversion, agent),
        new Cell(
            labels.get(4),
            Figures.time(conversion.meanSecondsToAction()),
            conversion.actedOn() == 0 ? "" : addresses.leads(Measure.ACTION_SECONDS, agent),
            inHours(conversion)),
        new Cell(
            labels.get(5),
            Figures.whole(conversion.unactioned()),
            addresses.unactioned(agent),
            ""));
  }

  private Cell count(String label, Measure measure, long leads, Optional<AgentId> agent) {
    return new Cell(label, Figures.whole(leads), addresses.leads(measure, agent), "");
  }

  /** What is closed either way has no leads of its own: those of both counts beside it. */
  private Cell rate(String label, Conversion conversion, Optional<AgentId> agent) {
    boolean cases = kind == RecordKind.CASES;
    Ratio rate = cases ? conversion.closeRate() : conversion.conversionRate();
    return new Cell(
        label, Figures.percent(rate), cases ? "" : addresses.leads(Measure.WON, agent), "");
  }

  private static String inHours(Conversion conversion) {
    if (conversion.inHours() == 0) return "";
    return conversion.inHours() == conversion.actedOn()
        ? "in working hours"
        : Figures.whole(conversion.inHours())
            + " of "
            + Figures.whole(conversion.actedOn())
            + " in working hours";
  }

  // Fields of the CRM ----------------------------------------------------------------------------

  private static Field field(Column column) {
    String what =
        switch (column.metric().kind()) {
          case COUNT -> "leads with a value";
          case SUM -> "sum";
          case AVERAGE -> "average";
          case MAXIMUM -> "maximum";
        };
    return new Field(column.metric().name(), what, column.team().name());
  }

  private List<Cell> fields(
      List<Column> columns, List<FieldFigure> figures, Optional<AgentId> agent) {
    var cells = new ArrayList<Cell>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      FieldFigure figure = figures.get(i);
      Filter filter = question.filter();
      var its = new Filter(Optional.of(column.team().id()), filter.tag(), filter.source());
      boolean adds = column.metric().kind() != FieldMetric.Kind.COUNT;
      cells.add(
          new Cell(
              column.metric().name(),
              figure.of(column.metric().kind()).map(Figures::decimal).orElse(Figures.NONE),
              new ReportAddresses(addresses.narrowed(its)).leads(Measure.GOT, agent),
              adds && figure.notNumbers() > 0
                  ? Figures.many(figure.notNumbers(), "not a number", "not numbers")
                  : ""));
    }
    return cells;
  }

  private static List<String> notes(Performance told) {
    var notes = new ArrayList<String>();
    notes.add(
        "Hours worked are those of the shift, else of the team, else of the company, without time"
            + " out of office and holidays, by the settings of the time and until now.");
    if (told.total().conversion().inHours() > 0) {
      notes.add("Where a team asks for it, time to action counts the agent’s working hours only.");
    }
    if (!told.columns().isEmpty()) {
      notes.add(
          "Fields are told as the CRM had them when a lead was last read, of the leads that are"
              + " their team’s now. In the last row each lead counts once.");
    }
    return notes;
  }
}

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
import dev.baton.server.words.Words;
import java.time.Duration;
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
  private final Words words;

  PerformanceViews(Company company, RoutingBook book, ReportQuestion question, Words words) {
    this.company = company;
    this.book = book;
    this.question = question;
    this.addresses = new ReportAddresses(question);
    this.kind = kind();
    this.words = words;
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
            words.say("report.performance.headline", company.name()),
            ReportAddresses.PERFORMANCE,
            "",
            ReportNav.Place.PERFORMANCE,
            form.at(ReportAddresses.PERFORMANCE),
            question,
            now,
            words);
    return new PerformanceView(
        head,
        labels(),
        told.columns().stream().map(this::field).toList(),
        told.agents().stream().map(row -> row(row, told.columns())).toList(),
        new Row(
            words.say("report.performance.total"),
            "",
            "",
            told.total().hours().map(this::hours),
            cells(told.total().conversion(), Optional.empty()),
            fields(told.columns(), told.total().fields(), Optional.empty())),
        notes(told),
        picked.map(agent -> TagPanel.of(agent, book, addresses.performance(), words)));
  }

  private List<String> labels() {
    return List.of(
        words.say("report.performance.got." + kind.name()),
        words.say("report.performance.won." + kind.name()),
        words.say("report.performance.lost." + kind.name()),
        words.say("report.performance.rate." + kind.name()),
        words.say("report.performance.action"),
        words.say("report.performance.unactioned"));
  }

  private Row row(Performance.Row row, List<Column> columns) {
    Optional<AgentId> agent = Optional.of(row.agent());
    boolean known = book.agent(row.agent()).isPresent();
    return new Row(
        DashboardJson.name(book, row.agent()),
        known ? row.agent().value() : "",
        known ? addresses.performanceWithTags(row.agent()) : "",
        row.hours().map(this::hours),
        cells(row.conversion(), agent),
        fields(columns, row.fields(), agent));
  }

  private Hours hours(HoursWorked hours) {
    return new Hours(
        Figures.hours(hours.worked(), words),
        List.of(
            part("shift", hours.shift()),
            part("out-of-office", hours.outOfOffice()),
            part("holidays", hours.holidays())));
  }

  private Part part(String name, Duration time) {
    return new Part(words.say("report.performance.hours." + name), Figures.hours(time, words));
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
            Figures.time(conversion.meanSecondsToAction(), words),
            conversion.actedOn() == 0 ? "" : addresses.leads(Measure.ACTION_SECONDS, agent),
            inHours(conversion)),
        new Cell(
            labels.get(5),
            Figures.whole(conversion.unactioned(), words),
            addresses.unactioned(agent),
            ""));
  }

  private Cell count(String label, Measure measure, long leads, Optional<AgentId> agent) {
    return new Cell(label, Figures.whole(leads, words), addresses.leads(measure, agent), "");
  }

  /** What is closed either way has no leads of its own: those of both counts beside it. */
  private Cell rate(String label, Conversion conversion, Optional<AgentId> agent) {
    boolean cases = kind == RecordKind.CASES;
    Ratio rate = cases ? conversion.closeRate() : conversion.conversionRate();
    return new Cell(
        label, Figures.percent(rate, words), cases ? "" : addresses.leads(Measure.WON, agent), "");
  }

  private String inHours(Conversion conversion) {
    if (conversion.inHours() == 0) return "";
    return conversion.inHours() == conversion.actedOn()
        ? words.say("report.performance.in-hours")
        : words.say("report.performance.in-hours.some", conversion.inHours(), conversion.actedOn());
  }

  // Fields of the CRM ----------------------------------------------------------------------------

  private Field field(Column column) {
    String what = words.say("report.performance.field." + column.metric().kind().name());
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
              figure
                  .of(column.metric().kind())
                  .map(number -> Figures.decimal(number, words))
                  .orElse(Figures.NONE),
              new ReportAddresses(addresses.narrowed(its)).leads(Measure.GOT, agent),
              adds && figure.notNumbers() > 0
                  ? words.say("report.performance.field.not-numbers", figure.notNumbers())
                  : ""));
    }
    return cells;
  }

  private List<String> notes(Performance told) {
    var notes = new ArrayList<String>();
    notes.add(words.say("report.performance.note.hours"));
    if (told.total().conversion().inHours() > 0) {
      notes.add(words.say("report.performance.note.action"));
    }
    if (!told.columns().isEmpty()) notes.add(words.say("report.performance.note.fields"));
    return notes;
  }
}

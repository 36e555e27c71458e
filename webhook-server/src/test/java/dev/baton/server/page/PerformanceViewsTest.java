package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.FieldMetric;
import dev.baton.agent.RecordKind;
import dev.baton.agent.Team;
import dev.baton.agent.TeamReports;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.performance.Conversion;
import dev.baton.performance.FieldFigure;
import dev.baton.performance.HoursWorked;
import dev.baton.performance.Performance;
import dev.baton.performance.Performance.Column;
import dev.baton.performance.Reports.Filter;
import dev.baton.routing.BookDraft;
import dev.baton.routing.ReportRetention;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.page.PerformanceView.Cell;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.report.ReportQuestion.Reading;
import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerformanceViewsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T13:05:10Z");
  private static final AgentId ANN = new AgentId("ann");
  private static final Company ACME = new Company(new CompanyId("acme"), "Acme", ZoneOffset.UTC);
  private static final FieldMetric BUDGET =
      new FieldMetric("Budget", "budget", FieldMetric.Kind.SUM);

  private static RoutingBook book(RecordKind kind, RoutingSettings settings) {
    var ann = new Agent(ANN, "Ann", "", Set.of(), true, false, Map.of());
    Team team =
        Team.of("desk", Distribution.BY_SCORE, List.of(Team.Member.of(ANN)))
            .named("Desk")
            .distributing(kind)
            .reporting(new TeamReports(true, List.of(BUDGET)));
    return new RoutingBook(
        ACME.id(), 1, new BookDraft(List.of(), List.of(ann), List.of(team), settings));
  }

  private static PerformanceView view(RecordKind kind) {
    return view(kind, Words.ENGLISH);
  }

  private static PerformanceView view(RecordKind kind, Words words) {
    RoutingBook book = book(kind, RoutingSettings.DEFAULT);
    var question =
        new ReportQuestion(
            LocalDate.parse("2026-10-27"),
            LocalDate.parse("2026-11-25"),
            ZoneOffset.UTC,
            Filter.ALL,
            Optional.empty(),
            /* compared= */ false);
    var hours = new HoursWorked(Duration.ofHours(176), Duration.ofMinutes(510), Duration.ZERO);
    var conversion = new Conversion(10, 3, 1, 8, 960, 5);
    FieldFigure figure = FieldFigure.NONE.with("1.200,50").with("1000").with("open").with("");
    var column = new Column(book.content().teams().getFirst(), BUDGET);
    var told =
        new Performance(
            List.of(column),
            List.of(new Performance.Row(ANN, 104, Optional.of(hours), conversion, List.of(figure))),
            new Performance.Total(Optional.of(hours), conversion, List.of(figure)));
    return new PerformanceViews(ACME, book, question, words)
        .view(told, ReportForm.of(question, ACME, book, List.of(), words), Optional.empty(), NOW);
  }

  @Test
  void hours_open_to_what_they_are_made_of() {
    PerformanceView.Hours hours = view(RecordKind.LEADS).rows().getFirst().hours().orElseThrow();

    assertThat(hours.worked()).isEqualTo("167.5 h");
    assertThat(hours.parts())
        .extracting(part -> part.value() + " " + part.label())
        .containsExactly("176 h shift", "8.5 h out of office", "0 h holidays");
  }

  @ParameterizedTest
  @CsvSource({
    "LEADS, Leads, Conversion rate, 30.0%",
    "OPPORTUNITIES, Opportunities, Close rate, 30.0%",
    "CASES, Cases, Close rate, 40.0%"
  })
  void the_rate_depends_on_the_kind_of_record(
      RecordKind kind, String records, String rate, String value) {
    List<Cell> cells = view(kind).rows().getFirst().cells();

    assertThat(cells.get(0).label()).isEqualTo(records);
    assertThat(cells.get(3).label()).isEqualTo(rate);
    assertThat(cells.get(3).value()).isEqualTo(value);
  }

  @Test
  void numbers_open_their_leads_and_say_what_is_told_in_hours_and_what_was_no_number() {
    PerformanceView.Row ann = view(RecordKind.LEADS).rows().getFirst();

    assertThat(ann.cells()).extracting(Cell::value).contains("10", "2 min", "2");
    assertThat(ann.cells().get(4).note()).isEqualTo("5 of 8 in working hours");
    assertThat(ann.cells().get(5).link()).endsWith("&measure=UNACTIONED&agent=ann");
    assertThat(ann.fields())
        .containsExactly(
            new Cell(
                "Budget",
                "2,200.5",
                "/dashboard/leads?from=2026-10-27&to=2026-11-25&zone=Z&team=desk&measure=GOT"
                    + "&agent=ann",
                "1 not a number"));
    assertThat(view(RecordKind.LEADS).total().cells().get(0).link()).endsWith("&measure=GOT");
  }

  @Test
  void all_of_it_is_told_in_german_too() {
    PerformanceView view = view(RecordKind.CASES, Words.in("de"));

    assertThat(view.headings())
        .containsExactly(
            "Fälle",
            "Geschlossen, gelöst",
            "Geschlossen, ungelöst",
            "Abschlussquote",
            "Mittlere Zeit bis zum Bearbeiten",
            "Noch nicht bearbeitet");
    assertThat(view.rows().getFirst().cells().get(4).note()).isEqualTo("5 von 8 in Arbeitszeit");
    assertThat(view.rows().getFirst().fields().getFirst().value()).isEqualTo("2.200,5");
    assertThat(view.rows().getFirst().fields().getFirst().note()).isEqualTo("1 keine Zahl");
    assertThat(view.fields().getFirst().what()).isEqualTo("Summe");
    assertThat(view.rows().getFirst().hours().orElseThrow().worked()).isEqualTo("167,5 h");
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', ''",
    "2026-11-16, '', ''",
    "2026-11-15, '', 'go back to 2026-11-16'",
    "2026-11-21, previous, ''",
    "2026-11-20, previous, 'to which reports go back'"
  })
  void a_period_that_begins_before_reports_go_back_is_a_wrong_question(
      String from, String compare, String said) {
    RoutingBook book = book(RecordKind.LEADS, RoutingSettings.DEFAULT.with(ReportRetention.of(10)));

    Reading reading =
        ReportQuestion.read(Map.of("from", from, "compare", compare), ACME, book, NOW);

    if (said.isEmpty()) {
      assertThat(reading).isInstanceOf(Reading.Understood.class);
    } else {
      var wrong = (Reading.Wrong) reading;
      assertThat(wrong.problems().getFirst().message()).contains(said);
      assertThat(wrong.instead().from()).isEqualTo("2026-11-16");
    }
  }
}

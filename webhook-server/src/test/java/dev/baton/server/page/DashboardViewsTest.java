package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.Dashboard;
import dev.baton.performance.Facets;
import dev.baton.performance.Fact;
import dev.baton.performance.Measure;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Tally;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.page.DashboardView.Answer;
import dev.baton.server.page.DashboardView.Count;
import dev.baton.server.page.DashboardView.Elsewhere;
import dev.baton.server.page.DashboardView.Figure;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import dev.baton.tag.TagName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DashboardViewsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-25T13:05:10Z");
  private static final AgentId ANN = new AgentId("ann");
  private static final Company ACME = new Company(new CompanyId("acme"), "Acme", BERLIN);
  private static final RoutingBook BOOK =
      new RoutingBook(
          ACME.id(),
          1,
          new BookDraft(
              List.of(Tag.preferential("Harbour")),
              List.of(
                  new Agent(
                      ANN, "Ann", "ann@acme.example", Set.of("Harbour"), true, false, Map.of())),
              RoutingSettings.DEFAULT));
  private static final ReportQuestion MONTH = days("2026-10-27", "2026-11-25");

  private static ReportQuestion days(String from, String to) {
    return new ReportQuestion(
        LocalDate.parse(from),
        LocalDate.parse(to),
        BERLIN,
        Filter.ALL,
        Optional.empty(),
        /* compared= */ false);
  }

  private static DashboardView view(ReportQuestion question, Tally tally, Optional<Tally> before) {
    return view(question, tally, before, Words.ENGLISH);
  }

  private static DashboardView view(
      ReportQuestion question, Tally tally, Optional<Tally> before, Words words) {
    return new DashboardViews(ACME, BOOK, question, words)
        .view(
            Dashboard.of(tally, List.of(ANN)),
            before.map(then -> Dashboard.of(then, List.of(ANN))),
            ReportForm.of(question, ACME, BOOK, List.of(), words),
            NOW);
  }

  private static Tally month() {
    var tally = new Tally();
    tally.add(Measure.LEADS, 40);
    tally.add(Measure.LEADS_ACCEPTED, 30);
    tally.add(Measure.LEADS_CATCHALL, 4);
    tally.add(Measure.LEADS_ASSIGNED, 2);
    tally.add(Measure.LEADS_COALESCED, 1);
    tally.add(Measure.LEADS_PENDING, 2);
    tally.add(Measure.LEADS_DELINQUENT, 1);
    for (int seconds : List.of(60, 125, 500)) {
      tally.add(
          new Fact(
              Optional.empty(),
              NOW,
              Map.of(Measure.RESPONDED, 1L),
              Optional.of(seconds),
              Facets.NONE));
    }
    tally.add(ANN, Measure.OFFERED, 17);
    tally.add(ANN, Measure.ACCEPTED, 10);
    tally.add(ANN, Measure.DECLINED, 4);
    tally.add(ANN, Measure.TIMED_OUT, 2);
    tally.add(ANN, Measure.WITHDRAWN, 1);
    tally.add(ANN, Measure.ANSWER_SECONDS, 900);
    tally.add(ANN, Measure.CONTACTED, 8);
    tally.add(ANN, Measure.NOT_CONTACTED, 2);
    tally.add(ANN, Measure.IN_PROGRESS, 4);
    tally.add(ANN, Measure.COMMENTS, 14);
    tally.score(ANN).add(AgentEvent.Kind.ACCEPTED, NOW);
    return tally;
  }

  @Test
  void the_company_has_six_figures_in_this_order() {
    assertThat(view(MONTH, month(), Optional.empty()).figures())
        .extracting(Figure::label, Figure::value, Figure::note, Figure::more)
        .containsExactly(
            tuple("Performance score", "102", "mean of the agents", ""),
            tuple("Leads", "40", "received", ""),
            tuple("Acceptance rate", "75.0%", "ideally high", ""),
            tuple("Catchall acceptance rate", "10.0%", "ideally low", ""),
            tuple("Delinquent", "1", "2.5% of the leads", ""),
            tuple("Response time", "2 min 5 s", "median", "Mean 3 min 48 s"));
  }

  @Test
  void of_ten_accepted_eight_are_contacted_four_in_progress_and_two_not_contacted() {
    DashboardView.Agent ann = view(MONTH, month(), Optional.empty()).agents().getFirst();

    assertThat(ann.ofAccepted()).isEqualTo("Of the 10 accepted");
    assertThat(ann.care())
        .extracting(Count::label, Count::value)
        .map(Object::toString)
        .containsExactly(
            "(\"Contacted\", \"8\")",
            "(\"In progress\", \"4\")",
            "(\"Closed\", \"0\")",
            "(\"Unsuccessful\", \"0\")",
            "(\"Not contacted\", \"2\")");
    assertThat(ann.offers())
        .extracting(Count::value)
        .containsExactly("17", "10", "4", "2", "0", "1");
    assertThat(ann.figures()).extracting(Count::value).containsExactly("1.4", "1 min 30 s");
    assertThat(ann.response()).isEqualTo("1 min 30 s");
  }

  @Test
  void the_bar_holds_the_answers_in_proportion() {
    assertThat(view(MONTH, month(), Optional.empty()).agents().getFirst().answers())
        .containsExactly(
            new Answer("accepted", "10 accepted", "0", "62.5%"),
            new Answer("declined", "4 declined", "62.5%", "25%"),
            new Answer("timed-out", "2 timed out", "87.5%", "12.5%"));
  }

  @Test
  void every_number_has_the_address_of_the_leads_behind_it() {
    DashboardView view = view(MONTH, month(), Optional.empty());
    String question = "from=2026-10-27&to=2026-11-25&zone=Europe%2FBerlin";

    assertThat(view.figures().get(1).link())
        .isEqualTo("/dashboard/leads?" + question + "&measure=LEADS");
    assertThat(view.agents().getFirst().offers().get(2).link())
        .isEqualTo("/dashboard/leads?" + question + "&measure=DECLINED&agent=ann");
    assertThat(view.agents().getFirst().why())
        .isEqualTo("/dashboard/score?" + question + "&agent=ann");
    assertThat(view.query()).isEqualTo(question);
  }

  @Test
  void the_period_the_moment_and_whose_clock_it_is_are_told() {
    DashboardView view = view(MONTH, month(), Optional.empty());

    assertThat(view.period()).isEqualTo("27 October to 25 November 2026, 30 days");
    assertThat(view.told()).isEqualTo("14:05:10");
    assertThat(view.days()).isEqualTo("Days begin in Berlin time");
    assertThat(view(days("2026-03-01", "2026-03-01"), month(), Optional.empty()).period())
        .isEqualTo("1 March 2026");
    assertThat(view(days("2025-12-31", "2026-01-01"), month(), Optional.empty()).period())
        .isEqualTo("31 December 2025 to 1 January 2026, 2 days");
  }

  @Test
  void the_period_before_is_told_beside_each_figure_and_for_each_agent() {
    DashboardView view = view(MONTH, month(), Optional.of(new Tally()));

    assertThat(view.figures())
        .map(figure -> figure.change().orElseThrow().words())
        .containsExactly(
            "nothing to compare with",
            "40 more",
            "nothing to compare with",
            "nothing to compare with",
            "1 more",
            "nothing to compare with");
    assertThat(view.agents().getFirst().before()).isEqualTo("The 30 days before: no offers.");
  }

  @Test
  void without_a_lead_there_are_dashes_and_other_periods_to_look_at() {
    DashboardView view = view(days("2026-11-24", "2026-11-24"), new Tally(), Optional.empty());

    assertThat(view.figures())
        .extracting(Figure::value)
        .containsExactly("–", "0", "–", "–", "0", "–");
    assertThat(view.nothing().orElseThrow().words()).isEqualTo("No lead came in on this day.");
    assertThat(view.nothing().orElseThrow().instead())
        .extracting(Elsewhere::words)
        .containsExactly("the last 30 days", "the last 90 days", "the last 365 days");
    assertThat(view.nothing().orElseThrow().instead().getFirst().link())
        .isEqualTo("/dashboard?from=2026-10-27&to=2026-11-25&zone=Europe%2FBerlin");
    assertThat(view.agents().getFirst().answers())
        .extracting(Answer::width)
        .containsExactly("0", "0", "0");
    assertThat(view(MONTH, month(), Optional.empty()).nothing()).isEmpty();
  }

  @Test
  void where_leads_of_one_kind_are_missing_all_of_them_are_offered_first() {
    var harbour =
        new ReportQuestion(
            MONTH.from(),
            MONTH.to(),
            BERLIN,
            new Filter(Optional.empty(), Optional.of(TagName.of("Harbour")), Optional.empty()),
            Optional.empty(),
            /* compared= */ false);

    assertThat(view(harbour, new Tally(), Optional.empty()).nothing().orElseThrow().instead())
        .extracting(Elsewhere::words)
        .containsExactly("all leads of these days", "the last 90 days", "the last 365 days");
  }

  @Test
  void numbers_of_an_earlier_knowledge_say_so() {
    var then =
        new ReportQuestion(
            MONTH.from(),
            MONTH.to(),
            BERLIN,
            Filter.ALL,
            Optional.of(Instant.parse("2026-11-20T08:00:00Z")),
            /* compared= */ false);
    DashboardView view = view(then, month(), Optional.empty());

    assertThat(view.asOf().orElseThrow().moment()).isEqualTo("20 Nov 2026, 09:00:00");
    assertThat(view.asOf().orElseThrow().now())
        .isEqualTo("/dashboard?from=2026-10-27&to=2026-11-25&zone=Europe%2FBerlin");
    assertThat(view.told()).isEqualTo("20 Nov 2026, 09:00:00");
    assertThat(view.form().kept()).containsOnly(Map.entry("asOf", "2026-11-20T08:00:00Z"));
  }

  @Test
  void all_of_it_is_told_in_german_too() {
    DashboardView view = view(MONTH, month(), Optional.of(month()), Words.in("de"));

    assertThat(view.period()).isEqualTo("27. Oktober bis 25. November 2026, 30 Tage");
    assertThat(view.days()).isEqualTo("Tagesbeginn: Zeit in Berlin");
    assertThat(view.form().compareWith()).isEqualTo("Mit den 30 Tagen davor vergleichen");
    assertThat(view.figures())
        .extracting(Figure::label, Figure::value, Figure::note)
        .contains(
            tuple("Annahmequote", "75,0\u00A0%", "je höher, desto besser"),
            tuple("Liegen geblieben", "1", "2,5\u00A0% der Leads"));
    assertThat(view.agents().getFirst().before())
        .isEqualTo(
            "In den 30 Tagen davor: 102 Punkte, 10 von 17 Angeboten angenommen,"
                + " mittlere Antwortzeit 1 min 30 s.");
    assertThat(view(MONTH, new Tally(), Optional.empty(), Words.in("de")).nothing().orElseThrow())
        .extracting(nothing -> nothing.words())
        .isEqualTo("In diesen Tagen ging kein Lead ein.");
  }
}

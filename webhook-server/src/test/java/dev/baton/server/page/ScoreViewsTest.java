package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadId;
import dev.baton.performance.AgentEvent;
import dev.baton.performance.AgentEvent.Kind;
import dev.baton.performance.Reports.Filter;
import dev.baton.performance.Reports.Scored;
import dev.baton.server.page.ScoreView.Event;
import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ScoreViewsTest {
  private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
  private static final LeadId LEAD = new LeadId(new UUID(0, 1));
  private static final ReportQuestion TODAY =
      new ReportQuestion(
          LocalDate.parse("2026-11-25"),
          LocalDate.parse("2026-11-25"),
          ZoneOffset.UTC,
          Filter.ALL,
          Optional.empty(),
          /* compared= */ false);

  private static Scored scored(Kind kind, int minute, boolean counts) {
    var at = NOON.plusSeconds(60L * minute);
    return new Scored(LEAD, new AgentEvent(new AgentId("ann"), kind, at), counts);
  }

  private static ScoreView told(List<Scored> events) {
    return told(events, Words.ENGLISH);
  }

  private static ScoreView told(List<Scored> events, Words words) {
    return ScoreViews.told("Ann", events, leads -> Map.of(LEAD, "#4711"), TODAY, NOON, words);
  }

  @Test
  void a_score_begins_with_a_hundred_and_is_told_event_by_event() {
    ScoreView view =
        told(
            List.of(
                scored(Kind.TIMED_OUT, 0, /* counts= */ true),
                scored(Kind.ASKED_ANOTHER_CHANCE, 1, /* counts= */ true),
                scored(Kind.ACCEPTED_ANOTHER_CHANCE, 2, /* counts= */ true)));

    assertThat(view.start()).isEqualTo("100");
    assertThat(view.score()).isEqualTo("100");
    assertThat(view.events())
        .extracting(Event::at, Event::lead, Event::words, Event::points, Event::sum)
        .containsExactly(
            tuple(
                "25 Nov 2026, 12:02:00",
                "#4711",
                "Accepted the lead by another chance",
                "+1",
                "100"),
            tuple("25 Nov 2026, 12:01:00", "#4711", "Asked for another chance", "+4", "99"),
            tuple("25 Nov 2026, 12:00:00", "#4711", "Let the offer time out", "−5", "95"));
    assertThat(view.waiting()).isEmpty();
  }

  @Test
  void feedback_after_the_last_lead_is_told_and_does_not_count_yet() {
    ScoreView view =
        told(
            List.of(
                scored(Kind.ACCEPTED, 0, /* counts= */ true),
                scored(Kind.FEEDBACK_CONTACT, 5, /* counts= */ false),
                scored(Kind.FEEDBACK_WORDS, 6, /* counts= */ false)));

    assertThat(view.score()).isEqualTo("102");
    assertThat(view.events()).extracting(Event::counts).containsExactly(false, false, true);
    assertThat(view.events()).extracting(Event::sum).containsOnly("102");
    assertThat(view.kinds()).hasSize(1);
    assertThat(view.waiting()).startsWith("2 points do not count yet: feedback counts as soon as");
    assertThat(Pages.score(view, Optional.empty())).contains("(+1)", "does not count yet");
  }

  @Test
  void of_very_many_events_the_latest_are_listed_and_all_are_counted() {
    ScoreView view = told(Collections.nCopies(600, scored(Kind.DECLINED, 0, /* counts= */ true)));

    assertThat(view.score()).isEqualTo("700");
    assertThat(view.events()).hasSize(500);
    assertThat(view.events().getLast().sum()).isEqualTo("201");
    assertThat(view.kinds().getFirst().times()).isEqualTo("600");
    assertThat(view.cut()).contains("latest 500", "all 600");
  }

  @Test
  void somebody_who_reads_german_is_told_in_german() {
    List<Scored> many =
        Collections.nCopies(1_200, scored(Kind.FEEDBACK_DEAL, 0, /* counts= */ false));
    ScoreView view = told(many, Words.in("de"));

    assertThat(view.waiting()).startsWith("1.200 Punkte zählen noch nicht: Rückmeldungen");
    assertThat(view.cut()).contains("neuesten 500", "alle 1.200");
    assertThat(Pages.score(view, Optional.empty()))
        .contains("<h1>Warum Ann bei 100 Punkten steht</h1>")
        .contains("Gesagt, wie es um das Geschäft steht", "zählt noch nicht")
        .doesNotContain("Told how", "Score");
    assertThat(Pages.score(told(List.of(), Words.in("de")), Optional.empty()))
        .contains("An diesen Tagen geschah nichts, was zählt.");
  }

  @Test
  void where_nothing_happened_the_page_says_so() {
    assertThat(Pages.score(told(List.of()), Optional.empty()))
        .contains("Nothing happened on these days");
  }
}

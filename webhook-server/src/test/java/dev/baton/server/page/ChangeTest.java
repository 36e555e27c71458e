package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.performance.Ratio;
import dev.baton.server.page.Change.Good;
import dev.baton.server.page.Change.Tone;
import dev.baton.server.words.Words;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeTest {
  @Test
  void more_leads_are_neither_better_nor_worse() {
    assertThat(Change.ofLeads(12, 10, Good.NEITHER, Words.ENGLISH))
        .isEqualTo(new Change("10", "2 more", Tone.EVEN));
    assertThat(Change.ofLeads(10, 10, Good.NEITHER, Words.ENGLISH))
        .isEqualTo(new Change("10", "as many as before", Tone.EVEN));
  }

  @Test
  void fewer_delinquent_leads_are_better() {
    assertThat(Change.ofLeads(3, 1_010, Good.DOWN, Words.ENGLISH))
        .isEqualTo(new Change("1,010", "1,007 fewer", Tone.BETTER));
  }

  @Test
  void rates_differ_by_points_of_what_is_shown() {
    assertThat(Change.ofRate(new Ratio(1, 2), new Ratio(1, 3), Good.UP, Words.ENGLISH))
        .isEqualTo(new Change("33.3%", "16.7 points higher", Tone.BETTER));
    assertThat(Change.ofRate(new Ratio(51, 100), new Ratio(1, 2), Good.DOWN, Words.ENGLISH))
        .isEqualTo(new Change("50.0%", "1 point higher", Tone.WORSE));
    assertThat(Change.ofRate(new Ratio(1, 2), new Ratio(2, 4), Good.UP, Words.ENGLISH))
        .isEqualTo(new Change("50.0%", "the same", Tone.EVEN));
  }

  @Test
  void a_shorter_response_time_is_faster() {
    assertThat(Change.ofTime(Optional.of(120.0), Optional.of(155.0), Words.ENGLISH))
        .isEqualTo(new Change("2 min 35 s", "35 s faster", Tone.BETTER));
    assertThat(Change.ofTime(Optional.of(155.0), Optional.of(120.0), Words.ENGLISH))
        .isEqualTo(new Change("2 min", "35 s slower", Tone.WORSE));
  }

  @Test
  void a_lower_score_is_worse() {
    assertThat(Change.ofScore(Optional.of(-5), Optional.of(100), Words.ENGLISH))
        .isEqualTo(new Change("100", "105 lower", Tone.WORSE));
  }

  @Test
  void what_was_not_there_cannot_be_compared_with() {
    assertThat(Change.ofRate(new Ratio(1, 2), new Ratio(0, 0), Good.UP, Words.ENGLISH))
        .isEqualTo(new Change("–", "nothing to compare with", Tone.EVEN));
    assertThat(Change.ofScore(Optional.empty(), Optional.of(100), Words.ENGLISH).words())
        .isEqualTo("nothing to compare with");
    assertThat(Change.ofTime(Optional.of(1.0), Optional.empty(), Words.ENGLISH).words())
        .isEqualTo("nothing to compare with");
  }
}

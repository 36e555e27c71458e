package dev.baton.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.Breaker.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Test
  void it_is_closed_until_something_fails() {
    assertThat(Breaker.FRESH.state(NOW)).isEqualTo(State.CLOSED);
    assertThat(Breaker.FRESH.failed(false, NOW).state(NOW)).isEqualTo(State.OPEN);
  }

  @Test
  void each_failed_trial_doubles_the_wait_from_two_seconds_to_two_minutes() {
    var waits = new ArrayList<Long>();
    Breaker breaker = Breaker.FRESH;
    Instant now = NOW;
    for (int i = 0; i < 9; i++) {
      breaker = breaker.failed(i > 0, now);
      waits.add(Duration.between(now, breaker.closedUntil()).toSeconds());
      now = breaker.closedUntil();
      assertThat(breaker.state(now)).isEqualTo(State.HALF_OPEN);
      breaker = breaker.onTrial(now, PATIENCE);
    }

    assertThat(waits).isEqualTo(List.of(2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L, 120L));
  }

  @Test
  void calls_that_were_under_way_when_the_first_failed_say_nothing_new() {
    Breaker once = Breaker.FRESH.failed(false, NOW);

    Breaker thrice = once.failed(false, NOW.plusMillis(5)).failed(false, NOW.plusSeconds(3));

    assertThat(thrice).isEqualTo(once);
  }

  @Test
  void while_one_tries_nobody_else_does_and_an_answer_closes_it() {
    Instant later = NOW.plusSeconds(2);
    Breaker trial = Breaker.FRESH.failed(false, NOW).onTrial(later, PATIENCE);

    assertThat(trial.state(later)).isEqualTo(State.OPEN);
    assertThat(trial.state(later.plus(PATIENCE))).isEqualTo(State.HALF_OPEN);
    assertThat(trial.untried(later).state(later)).isEqualTo(State.HALF_OPEN);
    assertThat(trial.answered().state(later)).isEqualTo(State.CLOSED);
  }

  @Test
  void a_named_wait_is_no_failure_and_the_longest_one_counts() {
    Breaker named = Breaker.FRESH.pausedUntil(NOW.plusSeconds(10), false);

    assertThat(named.pausedUntil(NOW.plusSeconds(5), false)).isEqualTo(named);
    assertThat(named.state(NOW.plusSeconds(9))).isEqualTo(State.OPEN);
    assertThat(named.state(NOW.plusSeconds(10))).isEqualTo(State.CLOSED);
  }

  @Test
  void a_wait_named_to_a_trial_takes_the_place_of_its_patience() {
    Breaker trial = Breaker.FRESH.failed(false, NOW).onTrial(NOW.plusSeconds(2), PATIENCE);

    Breaker named = trial.pausedUntil(NOW.plusSeconds(12), true);

    assertThat(named.state(NOW.plusSeconds(11))).isEqualTo(State.OPEN);
    assertThat(named.state(NOW.plusSeconds(12))).isEqualTo(State.HALF_OPEN);
  }
}

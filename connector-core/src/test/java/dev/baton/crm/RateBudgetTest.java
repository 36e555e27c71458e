package dev.baton.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void seventy_percent_of_the_window_is_used_and_no_more() {
    var budget = new RateBudget(10, Duration.ofSeconds(10), 0.7);
    for (int i = 0; i < 7; i++) assertThat(budget.take(NOW.plusSeconds(i))).isEmpty();

    assertThat(budget.take(NOW.plusSeconds(8))).contains(Duration.ofSeconds(2));
    assertThat(budget.take(NOW.plusSeconds(10))).isEmpty();
    assertThat(budget.take(NOW.plusSeconds(10))).contains(Duration.ofSeconds(1));
  }

  @Test
  void after_too_many_there_is_no_call_before_the_time_the_crm_named() {
    var budget = new RateBudget(100, Duration.ofSeconds(10), 1);
    budget.closeUntil(NOW.plusSeconds(5));
    budget.closeUntil(NOW.plusSeconds(3));

    assertThat(budget.take(NOW.plusMillis(4999))).isPresent();
    assertThat(budget.take(NOW.plusSeconds(5))).isEmpty();
  }
}

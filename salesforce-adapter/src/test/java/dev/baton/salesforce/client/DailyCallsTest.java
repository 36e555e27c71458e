package dev.baton.salesforce.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DailyCallsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final DailyCalls calls = new DailyCalls(0.7);

  @Test
  void below_seventy_percent_of_the_orgs_calls_nobody_waits() {
    calls.told(69_999, 100_000, NOW);

    assertThat(calls.take(NOW)).isEmpty();
    assertThat(calls.take(NOW)).isEmpty();
  }

  @Test
  void at_seventy_percent_nobody_asks_until_it_is_looked_at_again() {
    calls.told(70_000, 100_000, NOW);

    assertThat(calls.take(NOW)).contains(DailyCalls.LOOKS_AGAIN);
    assertThat(calls.take(NOW.plus(Duration.ofMinutes(10)))).contains(Duration.ofMinutes(5));
  }

  @Test
  void one_call_looks_again_and_the_others_wait_for_what_it_says() {
    calls.told(70_000, 100_000, NOW);
    Instant later = NOW.plus(DailyCalls.LOOKS_AGAIN);

    assertThat(calls.take(later)).isEmpty();
    assertThat(calls.take(later)).contains(DailyCalls.LOOKS_AGAIN);

    calls.told(70_001, 100_000, later);
    assertThat(calls.take(later)).contains(DailyCalls.LOOKS_AGAIN);
    calls.told(60_000, 100_000, later);
    assertThat(calls.take(later)).isEmpty();
  }

  @Test
  void after_too_many_nobody_asks_before_the_time_whatever_the_count_says() {
    calls.closeUntil(NOW.plusSeconds(60));
    calls.told(1, 100_000, NOW);

    assertThat(calls.take(NOW.plusSeconds(59))).contains(Duration.ofSeconds(1));
    assertThat(calls.take(NOW.plusSeconds(60))).isEmpty();
  }

  @Test
  void an_org_that_tells_no_limit_has_none() {
    calls.told(5, 0, NOW);

    assertThat(calls.take(NOW)).isEmpty();
  }
}

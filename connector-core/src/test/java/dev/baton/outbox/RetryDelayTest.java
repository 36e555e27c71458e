package dev.baton.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The schedule of promises.md, "Outbox". */
class RetryDelayTest {
  @Test
  void the_waits_are_0_s_5_s_30_s_2_min_10_min_30_min_1_h_then_2_h() {
    var waits = new ArrayList<Duration>();
    for (int attempt = 1; attempt <= 9; attempt++) {
      waits.add(RetryDelay.after(attempt, 0).orElseThrow());
    }

    assertThat(waits)
        .isEqualTo(
            List.of(
                Duration.ZERO,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofMinutes(30),
                Duration.ofHours(1),
                Duration.ofHours(2),
                Duration.ofHours(2)));
  }

  @Test
  void after_72_hours_a_person_has_to_look() {
    Duration total = Duration.ZERO;
    int attempt = 1;
    while (RetryDelay.after(attempt, 0).isPresent()) {
      total = total.plus(RetryDelay.after(attempt, 0).get());
      attempt++;
    }

    assertThat(total).isBetween(Duration.ofHours(70), Duration.ofHours(72));
  }

  @Test
  void jitter_spreads_retries_over_the_last_fifth() {
    assertThat(RetryDelay.after(5, 1).orElseThrow()).isEqualTo(Duration.ofMinutes(12));
  }
}

package dev.baton.server.tick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.flow.Bells;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class QuartzBellsTest {
  @Test
  void a_step_that_arms_its_own_bell_is_woken_each_time_and_not_only_by_the_sweep()
      throws InterruptedException {
    var woken = new CountDownLatch(30);
    List<Instant> times = new CopyOnWriteArrayList<>();
    try (QuartzBells quartz = QuartzBells.create()) {
      Bells bells = quartz.bells();
      quartz.start(
          () -> 0,
          () -> {
            times.add(Instant.now());
            woken.countDown();
            bells.offers().ringIn(Duration.ofMillis(20));
            return 0;
          },
          () -> 0);

      // Thirty sweeps would take thirty seconds.
      assertThat(woken.await(15, TimeUnit.SECONDS)).as("woken at %s", times).isTrue();
    }
  }

  @Test
  void an_earlier_time_wins_and_a_later_one_does_not_postpone() throws InterruptedException {
    var woken = new CountDownLatch(3);
    try (QuartzBells quartz = QuartzBells.create()) {
      Bells bells = quartz.bells();
      quartz.start(
          () -> {
            woken.countDown();
            return 0;
          },
          () -> 0,
          () -> 0);
      bells.intake().ringIn(Duration.ofMinutes(5));
      bells.intake().ring();
      bells.intake().ringIn(Duration.ofMinutes(5));

      assertThat(woken.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }
}

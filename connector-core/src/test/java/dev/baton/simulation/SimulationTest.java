package dev.baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.simulation.Simulation.Failure;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The short form: what always holds, in so many random lives. */
class SimulationTest {
  private static final int SCHEDULES = Integer.getInteger("simulation.schedules", 100_000);

  @Test
  void whatever_happens_what_always_holds_holds_and_the_interesting_cases_were_met() {
    var tally = new Tally();
    long begin = System.nanoTime();

    Optional<Failure> failure = Simulation.first(Machinery.SOUND, 1, SCHEDULES, tally);

    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%,d schedules, %,d decisions, %,.0f schedules/s%n",
        tally.schedules(), tally.decisions(), tally.schedules() / seconds);
    tally.lines().forEach(System.out::println);
    failure.ifPresent(f -> {
      System.out.println(f);
      Shrinker.story(Machinery.SOUND, Shrinker.shrink(Machinery.SOUND, f)).forEach(System.out::println);
    });
    assertThat(failure).isEmpty();
    assertThat(tally.missing()).isEmpty();
  }
}

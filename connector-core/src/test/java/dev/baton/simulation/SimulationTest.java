package dev.baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.simulation.Simulation.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The short form of the simulation, the same lives each time; {@link Simulate} is the long one.
 * Where it fails, the seed and the shortest story of the same failure are in the message.
 */
class SimulationTest {
  private static final int SCHEDULES = 100_000;

  @Test
  void whatever_happens_what_always_holds_holds_and_the_interesting_cases_occur() {
    var tally = new Tally();
    long begun = System.nanoTime();

    Optional<Failure> failure = Simulation.first(Machinery.SOUND, 1, SCHEDULES, tally);

    double seconds = (System.nanoTime() - begun) / 1e9;
    double rate = tally.schedules() / seconds;
    System.out.printf(Locale.ROOT, "%,d schedules, %,.0f/s%n", tally.schedules(), rate);
    tally.lines().forEach(System.out::println);
    assertThat(failure).as(() -> shortly(failure)).isEmpty();
    assertThat(tally.missing()).isEmpty();
  }

  @Test
  void the_same_seed_is_the_same_life() {
    for (long seed = 1; seed <= 200; seed++) assertThat(life(seed)).isEqualTo(life(seed));
    assertThat(life(1)).isNotEqualTo(life(2));
  }

  @Test
  void a_schedule_with_any_action_taken_out_is_still_one() {
    for (long seed = 1; seed <= 200; seed++) {
      Schedule whole = Schedule.of(seed);
      for (int i = 0; i < whole.actions().size(); i++) {
        List<Action> fewer = new ArrayList<>(whole.actions());
        fewer.remove(i);
        assertThat(Simulation.run(Machinery.SOUND, whole.with(fewer), new Tally())).isEmpty();
      }
    }
  }

  private static List<String> life(long seed) {
    var story = new Story();
    Simulation.run(Machinery.SOUND, Schedule.of(seed), new Tally(), Optional.of(story));
    return story.lines();
  }

  private static String shortly(Optional<Failure> failure) {
    return failure
        .map(f -> Shrinker.shrink(Machinery.SOUND, f))
        .map(f -> f + "\n" + String.join("\n", Shrinker.story(Machinery.SOUND, f)))
        .orElse("");
  }
}

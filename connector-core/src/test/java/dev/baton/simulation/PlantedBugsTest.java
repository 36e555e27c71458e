package dev.baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.simulation.Machinery.Flaw;
import dev.baton.simulation.Simulation.Failure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether the simulation would notice: each bug, planted, is found and told in a short story. */
class PlantedBugsTest {
  private static final int SCHEDULES = 500_000;
  private static final int LONGEST_STORY = 12;

  @ParameterizedTest
  @EnumSource
  void a_bug_planted_in_the_rules_is_found_and_told_shortly(PlantedBug bug) {
    Failure shortest = found(Machinery.with(bug.rules));

    assertThat(shortest.broken().invariant()).isEqualTo(bug.shownBy);
  }

  @ParameterizedTest
  @EnumSource
  void a_flaw_in_the_house_around_the_rules_is_found_and_told_shortly(Flaw flaw) {
    Failure shortest = found(Machinery.with(flaw));

    assertThat(shortest.broken().invariant()).isNotEqualTo(Invariant.NEVER_BREAKS);
  }

  private static Failure found(Machinery machinery) {
    Optional<Failure> failure = Simulation.first(machinery, 1, SCHEDULES, new Tally());
    assertThat(failure).isPresent();
    Failure shortest = Shrinker.shrink(machinery, failure.get());
    List<String> story = Shrinker.story(machinery, shortest);
    assertThat(shortest.schedule().actions())
        .as("%s", story)
        .hasSizeLessThanOrEqualTo(LONGEST_STORY);
    return shortest;
  }
}

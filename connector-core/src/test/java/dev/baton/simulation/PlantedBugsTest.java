package dev.baton.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.simulation.Machinery.Flaw;
import dev.baton.simulation.Simulation.Failure;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether the simulation would notice: each bug, planted, is found and told in a short story. */
class PlantedBugsTest {
  private static final int SCHEDULES = 500_000;
  private static final int LONGEST_STORY = 12;

  @Test
  void each_invariant_has_a_planted_bug_that_shows_it_or_needs_a_flawed_house() {
    Set<Invariant> shown =
        PlantedBug.all()
            .map(PlantedBug::shownBy)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Invariant.class)));

    assertThat(EnumSet.complementOf(EnumSet.copyOf(shown)))
        .containsExactlyInAnyOrder(
            Invariant.SAME_FOLD,
            Invariant.NEVER_BREAKS,
            Invariant.NOBODY_STUCK,
            Invariant.CRM_AGREES,
            Invariant.OWN_WRITES_START_NOTHING);
  }

  @ParameterizedTest
  @MethodSource("dev.baton.simulation.PlantedBug#all")
  void a_bug_planted_in_the_rules_is_found_and_told_shortly(PlantedBug bug) {
    Failure shortest = found(Machinery.with(bug.rules()));

    assertThat(shortest.broken().invariant()).isEqualTo(bug.shownBy());
  }

  /** One flaw shows in one life of hundreds of thousands only; its kept story shows it. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TAKES_ONE_SET_AGAIN_FOR_ONE_WHO_STAYED")
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

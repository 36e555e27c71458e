package dev.baton.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.matching.MatchingBenchmark.Way;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That those who are compared look for the same thing. */
@Timeout(60)
class MatchingBenchmarkSmokeTest {
  @Test
  void every_way_finds_the_tags_that_baton_finds() throws Exception {
    try (var benchmark = new MatchingBenchmark(200, 60, EnumSet.allOf(Way.class))) {
      assertThat(benchmark.found(60)).isGreaterThan(60);
      for (Way way : Way.values()) {
        assertThat(benchmark.differences(way, 60)).as(way.words).isEmpty();
      }
    }
  }
}

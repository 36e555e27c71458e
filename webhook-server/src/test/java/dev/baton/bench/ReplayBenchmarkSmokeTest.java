package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.store.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That every decision the benchmark records is made again, and comes out the same. */
@Timeout(60)
class ReplayBenchmarkSmokeTest {
  @TempDir Path directory;

  @Test
  void every_recorded_decision_is_made_again_and_comes_out_the_same() throws Exception {
    try (Database database = Database.open(Database.embedded(directory), "sa", "")) {
      var benchmark = new ReplayBenchmark(database, 12);
      benchmark.record(600, 40);

      var again = benchmark.again();

      assertThat(again.decisions()).isEqualTo(600);
      assertThat(again.leads()).isBetween(60, 200);
      assertThat(again.differences()).isZero();
    }
  }
}

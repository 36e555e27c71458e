package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.bench.IntakeUnderLoad.Way;
import dev.baton.store.Database;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmark runs, and that it counts as stored exactly what was answered. */
@Timeout(60)
class IntakeBenchmarkSmokeTest {
  @TempDir Path directory;

  @Test
  void each_way_answers_and_stores_what_it_says() throws Exception {
    try (Database database = Database.open(Database.embedded(directory), "sa", "");
        var intake = new IntakeUnderLoad(database)) {
      var measured = new IntakeBenchmark(intake, 16, Duration.ofSeconds(1)).pair(0);

      assertThat(measured).containsOnlyKeys(Way.values());
      assertThat(measured.values()).allMatch(m -> m.answered() > 0);
    }
  }
}

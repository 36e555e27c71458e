package dev.baton.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short taste of {@link CrashTorture} for every build. */
@Timeout(120)
class CrashTortureSmokeTest {
  @TempDir Path directory;

  @Test
  void two_crashes_on_h2_lose_nothing() throws Exception {
    assertHolds(plan(false, 2));
  }

  @Test
  void a_crash_on_postgresql_loses_nothing() throws Exception {
    assertHolds(plan(true, 1));
  }

  private static CrashTorture.Plan plan(boolean postgres, int rounds) {
    return new CrashTorture.Plan(
        postgres, rounds, 6, 5, Duration.ofSeconds(3), Duration.ofSeconds(45));
  }

  private void assertHolds(CrashTorture.Plan plan) throws Exception {
    Verdict verdict = new CrashTorture(plan, directory).run();
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.leads()).isPositive();
    assertThat(verdict.owners()).isPositive();
  }
}

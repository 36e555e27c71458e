package dev.baton.bench;

import dev.baton.store.Database;
import dev.baton.store.Postgres;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That Baton tells what plain SQL tells, for thirty days and for all time. */
class DashboardBenchmarkSmokeTest {
  @Test
  @Timeout(120)
  void slices_tell_what_plain_sql_tells() throws Exception {
    try (Database database = Database.open(Postgres.newDatabase(), "postgres", "")) {
      DashboardBenchmark.run(database, 20_000, 1, Optional.empty());
    }
  }
}

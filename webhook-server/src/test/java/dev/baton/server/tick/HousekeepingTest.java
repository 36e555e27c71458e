package dev.baton.server.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.store.Database;
import dev.baton.store.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
  @TempDir Path directory;

  @Test
  void a_chore_is_done_on_the_embedded_database() {
    var runs = new AtomicInteger();
    try (Database database = Database.open(Database.embedded(directory), "sa", "");
        var housekeeping = Housekeeping.start(database, List.of(counting(runs)))) {
      housekeeping.runNow("count");

      await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() == 1);
    }
  }

  @Test
  void a_chore_that_fails_is_done_again() {
    var runs = new AtomicInteger();
    Chore failing =
        Chore.nightly(
            "fail",
            () -> {
              runs.incrementAndGet();
              throw new IllegalStateException("for once");
            });
    try (Database database = Database.open(Database.embedded(directory), "sa", "");
        var housekeeping = Housekeeping.start(database, List.of(failing))) {
      housekeeping.runNow("fail");
      await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() == 1);
      housekeeping.runNow("fail");
      await().atMost(Duration.ofSeconds(10)).until(() -> runs.get() == 2);
    }
  }

  @Test
  void two_nodes_on_one_postgresql_do_it_once() {
    String url = Postgres.newDatabase();
    var runs = new AtomicInteger();
    try (Database one = Database.open(url, "postgres", "");
        Database two = Database.open(url, "postgres", "");
        var first = Housekeeping.start(one, List.of(counting(runs)));
        var second = Housekeeping.start(two, List.of(counting(runs)))) {
      first.runNow("count");
      await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() == 1);
      second.runNow("count");
      await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() == 2);
      await().during(Duration.ofSeconds(1)).until(() -> runs.get() == 2);
    }
    assertThat(runs).hasValue(2);
  }

  private static Chore counting(AtomicInteger runs) {
    return Chore.nightly("count", runs::incrementAndGet);
  }
}

package dev.baton.server.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.inbox.Incoming;
import dev.baton.store.Database;
import dev.baton.store.JdbcAttempts;
import dev.baton.store.JdbcInbox;
import dev.baton.store.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @TempDir Path directory;

  @Test
  void notices_older_than_seven_days_are_forgotten() {
    try (Database database = Database.open(Database.embedded(directory), "sa", "")) {
      var inbox = new JdbcInbox(database);
      inbox.keep(List.of(unconnected("old", NOW.minus(Duration.ofDays(8)))));
      inbox.keep(List.of(unconnected("new", NOW.minus(Duration.ofDays(6)))));
      try (var housekeeping =
          Housekeeping.start(
              database, inbox, new JdbcAttempts(database), InstantSource.fixed(NOW))) {
        housekeeping.runNow();

        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> inbox.latest(new dev.baton.company.CompanyId("any"), 10).size() == 1);
      }
    }
  }

  private static Incoming unconnected(String key, Instant at) {
    return new Incoming("hubspot", "1", key, "{}", Optional.empty(), Optional.empty(), at);
  }

  @Test
  void two_nodes_on_one_postgresql_do_it_once() {
    String url = Postgres.newDatabase();
    var runs = new AtomicInteger();
    try (Database one = Database.open(url, "postgres", "");
        Database two = Database.open(url, "postgres", "");
        var first =
            Housekeeping.start(
                one, counting(one, runs), new JdbcAttempts(one), InstantSource.fixed(NOW));
        var second =
            Housekeeping.start(
                two, counting(two, runs), new JdbcAttempts(two), InstantSource.fixed(NOW))) {
      first.runNow();
      await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() == 1);
      second.runNow();
      await().atMost(Duration.ofSeconds(20)).until(() -> runs.get() == 2);
      await().during(Duration.ofSeconds(1)).until(() -> runs.get() == 2);
    }
    assertThat(runs).hasValue(2);
  }

  private static dev.baton.inbox.Inbox counting(Database database, AtomicInteger runs) {
    var inbox = new JdbcInbox(database);
    return (dev.baton.inbox.Inbox)
        java.lang.reflect.Proxy.newProxyInstance(
            HousekeepingTest.class.getClassLoader(),
            new Class<?>[] {dev.baton.inbox.Inbox.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("forget")) runs.incrementAndGet();
              return method.invoke(inbox, arguments);
            });
  }
}

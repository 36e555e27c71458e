package dev.baton.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The embedded database once the pool has renewed every connection, as it does each half hour: the
 * one that made the tables is gone, and nothing may hang on it.
 */
@Timeout(120)
class H2ForDaysTest extends StoreContract {
  @TempDir Path directory;

  @Override
  protected StoreUnderTest open() {
    Database database = Database.open(Database.embedded(directory), "sa", "");
    renew(database);
    return StoreUnderTest.in(database);
  }

  private static void renew(Database database) {
    List<String> old = sessions(database);
    ((HikariDataSource) database.source()).getHikariPoolMXBean().softEvictConnections();
    while (sessions(database).stream().anyMatch(old::contains)) Thread.onSpinWait();
  }

  private static List<String> sessions(Database database) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT session_id || ' ' || session_start FROM information_schema.sessions")
                .mapTo(String.class)
                .list());
  }
}

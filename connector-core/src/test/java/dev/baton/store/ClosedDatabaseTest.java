package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.ledger.StoreUnavailable;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database closes itself while everybody uses it. */
class ClosedDatabaseTest {
  /** More than the pool holds, each of which may have to be put away. */
  private static final int TRIES = 100;

  @TempDir Path directory;

  @Test
  void what_was_committed_is_there_again_without_a_restart() {
    try (Database database = Database.open(Database.embedded(directory), "sa", "")) {
      new JdbcCompanies(database).put(new Company(new CompanyId("acme"), "Acme", ZoneOffset.UTC));
      useManyAtOnce(database, 8);
      closeItself(database);

      int failed = 0;
      while (failed < TRIES && !answers(database)) failed++;

      assertThat(failed).as("tries in vain, none of them half a second apart").isLessThan(TRIES);
      assertThat(new JdbcCompanies(database).company(new CompanyId("acme"))).isPresent();
    }
  }

  /** So that the pool holds several that were alive a moment ago. */
  private static void useManyAtOnce(Database database, int deep) {
    if (deep == 0) return;
    database.inTransaction(
        handle -> {
          useManyAtOnce(database, deep - 1);
          return companies(handle);
        });
  }

  private static void closeItself(Database database) {
    try {
      database.inTransaction(handle -> handle.execute("SHUTDOWN IMMEDIATELY"));
    } catch (StoreUnavailable closed) {
      assertThat(closed).isNotNull();
    }
  }

  private static boolean answers(Database database) {
    try {
      return database.inTransaction(ClosedDatabaseTest::companies) == 1;
    } catch (StoreUnavailable closed) {
      return false;
    }
  }

  private static int companies(Handle handle) {
    return new ArrayList<>(handle.createQuery("SELECT id FROM company").mapToMap().list()).size();
  }
}

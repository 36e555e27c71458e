package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class ReportsStoresTest {
  @Nested
  class InMemory extends ReportsContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.inMemory();
    }
  }

  /** Nothing is added up: all is read off single facts. */
  @Nested
  class OnH2 extends ReportsContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  /** Slices, what they leave over and facts that came late are put together. */
  abstract static class AddedUp extends ReportsContract {
    private Database database;

    abstract Database database();

    @Override
    protected StoreUnderTest open() {
      database = database();
      return StoreUnderTest.in(database);
    }

    @Override
    void addUp() {
      Company company =
          store.companies().all().stream()
              .filter(c -> c.id().equals(ACME))
              .findFirst()
              .orElseThrow();
      var sealing = new SealingReports(database.withClock(store.clock()));
      int slices = 0;
      while (sealing.seal(company)) slices++;
      assertThat(slices).isGreaterThan(5);
    }
  }

  @Nested
  class AddedUpOnH2 extends AddedUp {
    @TempDir Path directory;

    @Override
    Database database() {
      return Database.open(Database.embedded(directory), "sa", "");
    }
  }

  @Nested
  class AddedUpOnPostgres extends AddedUp {
    @Override
    Database database() {
      return Database.open(Postgres.newDatabase(), "postgres", "");
    }
  }
}

package dev.baton.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.company.Company;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class RandomReportsStoresTest {

  /** Nothing is added up: all is read off single facts. */
  @Nested
  class OnH2 extends RandomReportsContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  /** Added up as time passes, so that slices, their leftovers and late facts come together. */
  abstract static class Sealed extends RandomReportsContract {
    private Database database;
    private int slices;

    abstract Database database();

    @Override
    protected StoreUnderTest open() {
      database = database();
      return StoreUnderTest.in(database);
    }

    @Override
    void tidy(Company company) {
      InstantSource clock = () -> store.clock().instant();
      var sealing = new SealingReports(database.withClock(clock));
      while (sealing.seal(company)) slices++;
    }

    @AfterEach
    void slicesWereMade() {
      assertThat(slices).isGreaterThan(20);
    }
  }

  @Nested
  class SealedOnH2 extends Sealed {
    @TempDir Path directory;

    @Override
    Database database() {
      return Database.open(Database.embedded(directory), "sa", "");
    }
  }

  @Nested
  class SealedOnPostgres extends Sealed {
    @Override
    Database database() {
      return Database.open(Postgres.newDatabase(), "postgres", "");
    }
  }
}

package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class PerformanceStoresTest {
  @Nested
  class InMemory extends PerformanceContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.inMemory();
    }
  }

  @Nested
  class OnH2 extends PerformanceContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  @Nested
  class OnPostgres extends PerformanceContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onPostgres();
    }
  }
}

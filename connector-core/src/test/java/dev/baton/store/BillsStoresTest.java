package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class BillsStoresTest {
  @Nested
  class InMemory extends BillsContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.inMemory();
    }
  }

  @Nested
  class OnH2 extends BillsContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  @Nested
  class OnPostgres extends BillsContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onPostgres();
    }
  }
}

package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class CrmUsersStoresTest {
  @Nested
  class InMemory extends CrmUsersContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.inMemory();
    }
  }

  @Nested
  class OnH2 extends CrmUsersContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  @Nested
  class OnPostgres extends CrmUsersContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onPostgres();
    }
  }
}

package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class LeadSearchStoresTest {
  @Nested
  class InMemory extends LeadSearchContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.inMemory();
    }
  }

  @Nested
  class OnH2 extends LeadSearchContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onH2(directory);
    }
  }

  @Nested
  class OnPostgres extends LeadSearchContract {
    @Override
    protected StoreUnderTest open() {
      return StoreUnderTest.onPostgres();
    }
  }
}

package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class MessagesStoresTest {
  @Nested
  class OnH2 extends MessagesContract {
    @TempDir Path directory;

    @Override
    protected StoreUnderTest open() {
      return in(Database.open(Database.embedded(directory), "sa", ""));
    }
  }

  @Nested
  class OnPostgres extends MessagesContract {
    @Override
    protected StoreUnderTest open() {
      return in(Database.open(Postgres.newDatabase(), "postgres", ""));
    }
  }
}

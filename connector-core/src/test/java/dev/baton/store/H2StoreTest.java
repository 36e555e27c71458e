package dev.baton.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest extends StoreContract {
  @TempDir Path directory;

  @Override
  protected StoreUnderTest open() {
    return StoreUnderTest.in(Database.open(Database.embedded(directory), "sa", ""));
  }
}

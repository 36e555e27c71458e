package dev.baton.server;

import dev.baton.store.Postgres;
import java.nio.file.Path;
import java.util.Optional;

class JourneyOnPostgresTest extends JourneyContract {
  @Override
  protected Installation open(Path directory) {
    return new Installation(directory, Optional.of(Postgres.newDatabase()));
  }
}

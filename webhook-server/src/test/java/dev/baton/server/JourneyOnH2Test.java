package dev.baton.server;

import java.nio.file.Path;
import java.util.Optional;

class JourneyOnH2Test extends JourneyContract {
  @Override
  protected Installation open(Path directory) {
    return new Installation(directory, Optional.empty());
  }
}

package dev.baton.simulation;

import java.util.stream.Stream;

/** Rules that are wrong in one place, and the invariant that shows it. */
interface PlantedBug {
  Invariant shownBy();

  Rules rules();

  /** All that are planted. */
  static Stream<PlantedBug> all() {
    return Stream.of(BugInOffers.values(), BugAroundOffers.values()).flatMap(Stream::of);
  }
}

package dev.baton.message;

import java.util.Collection;

/** Chat rooms, each of a medium that has rooms. */
final class Rooms {
  private Rooms() {}

  static void check(Collection<Medium> media) {
    for (Medium medium : media) {
      if (!medium.room()) throw new IllegalArgumentException(medium + " has no rooms");
    }
  }
}

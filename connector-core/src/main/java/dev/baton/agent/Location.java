package dev.baton.agent;

import java.util.OptionalDouble;

/**
 * Where an agent works, and how far from there.
 *
 * @param radiusKm in kilometres, the edge included; empty for no maximum distance
 */
public record Location(String name, Place place, OptionalDouble radiusKm) {
  public Location {
    if (name.isBlank()) throw new IllegalArgumentException("A location has a name: " + place);
    if (radiusKm.isPresent() && !(radiusKm.getAsDouble() > 0 && finite(radiusKm))) {
      throw new IllegalArgumentException(
          "A radius is more than 0 kilometres, but that of "
              + name
              + " is "
              + radiusKm.getAsDouble()
              + "; leave it empty for no maximum distance");
    }
  }

  private static boolean finite(OptionalDouble radius) {
    return Double.isFinite(radius.getAsDouble());
  }
}

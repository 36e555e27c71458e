package dev.baton.agent;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What nearness is worth (domain §4, Geo). Nearer adds up to the weight, fading evenly from all of
 * it at the location to half of it at the edge of the radius. Of several locations the best counts.
 *
 * <p>A location without a maximum distance adds half the weight everywhere, as much as the edge of
 * a radius: it has no scale to be near on, and so stands behind everybody who chose to be near. An
 * agent without locations is neither near nor far: he is not left out and gains nothing, so that
 * turning geography on takes no leads from those whose places nobody has filled in yet. A lead
 * whose place is not known is not asked about here: there, too, nobody is left out and nobody
 * gains.
 *
 * @param weight from 1; empty for no influence: nobody is too far away and nobody gains
 */
public record GeoRule(OptionalInt weight) {
  /** Geography has no influence. */
  public static final GeoRule NONE = new GeoRule(OptionalInt.empty());

  public GeoRule {
    if (weight.isPresent() && weight.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "A geo weight is 1 or more, but this is "
              + weight.getAsInt()
              + "; leave it empty for no influence");
    }
  }

  /**
   * What an agent's nearness to a lead adds to his score, rounded half up.
   *
   * @return empty when the lead is outside every radius, so that the agent may not have it
   */
  public OptionalInt score(List<Location> locations, Place lead) {
    if (weight.isEmpty() || locations.isEmpty()) return OptionalInt.of(0);
    OptionalDouble nearness =
        locations.stream()
            .map(location -> nearness(location, lead))
            .flatMapToDouble(OptionalDouble::stream)
            .max();
    return nearness.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(weight.getAsInt() * nearness.getAsDouble()));
  }

  /** From 1 at the location to 1/2 at the edge; empty beyond it. */
  private static OptionalDouble nearness(Location location, Place lead) {
    if (location.radiusKm().isEmpty()) return OptionalDouble.of(0.5);
    double part = location.place().kilometresTo(lead) / location.radiusKm().getAsDouble();
    return part <= 1 ? OptionalDouble.of(1 - part / 2) : OptionalDouble.empty();
  }
}

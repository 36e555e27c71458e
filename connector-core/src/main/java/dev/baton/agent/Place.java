package dev.baton.agent;

/**
 * A point on the earth.
 *
 * @param latitude degrees, north positive, from -90 to 90
 * @param longitude degrees, east positive, from -180 to 180
 */
public record Place(double latitude, double longitude) {
  /** The mean radius of the earth (IUGG), in kilometres. */
  private static final double EARTH = 6371.0088;

  public Place {
    if (!(Math.abs(latitude) <= 90)) {
      throw new IllegalArgumentException(
          "A latitude is from -90 to 90 degrees, but this is: " + latitude);
    }
    if (!(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException(
          "A longitude is from -180 to 180 degrees, but this is: " + longitude);
    }
  }

  /**
   * As the crow flies: along the great circle of a round earth, within 0.6 % of the real one. The
   * same to the last bit on every machine, so that a decision made again comes out the same.
   */
  public double kilometresTo(Place other) {
    double up = StrictMath.sin(Math.toRadians(other.latitude - latitude) / 2);
    double along = StrictMath.sin(Math.toRadians(other.longitude - longitude) / 2);
    double haversine =
        up * up
            + StrictMath.cos(Math.toRadians(latitude))
                * StrictMath.cos(Math.toRadians(other.latitude))
                * along
                * along;
    // Rounding may lead beyond the other side of the earth, where the arc sine has no answer.
    return 2 * EARTH * StrictMath.asin(Math.sqrt(Math.min(1, haversine)));
  }
}

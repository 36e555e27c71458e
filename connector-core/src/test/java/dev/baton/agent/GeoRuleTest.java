package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain §4, Geo: nearer adds up to the weight, fading to half at the edge. */
class GeoRuleTest {
  private static final Place BERLIN = new Place(52.52, 13.405);
  private static final GeoRule HUNDRED = new GeoRule(OptionalInt.of(100));

  /** One degree along a meridian, in kilometres. */
  private static final double DEGREE = 111.195;

  private static Location around(double km) {
    return new Location("Berlin", BERLIN, OptionalDouble.of(km));
  }

  private static Location anywhere() {
    return new Location("Everywhere", BERLIN, OptionalDouble.empty());
  }

  private static Place north(double degrees) {
    return new Place(BERLIN.latitude() + degrees, BERLIN.longitude());
  }

  @ParameterizedTest
  @CsvSource({
    "52.52, 13.405, 48.1372, 11.5756, 504.3, 1",
    "40.7128, -74.0060, 51.5074, -0.1278, 5570, 5",
    "0, 179.5, 0, -179.5, 111.195, 0.01",
    "0, 0, 0, 180, 20015.1, 0.1",
    "90, 0, -90, 77, 20015.1, 0.1",
    "52.52, 13.405, 52.52, 13.405, 0, 0",
  })
  void distance_is_along_the_great_circle(
      double latitude,
      double longitude,
      double otherLatitude,
      double otherLongitude,
      double km,
      double off) {
    var one = new Place(latitude, longitude);
    var other = new Place(otherLatitude, otherLongitude);

    assertThat(one.kilometresTo(other)).isCloseTo(km, within(off));
    assertThat(other.kilometresTo(one)).isCloseTo(km, within(off));
  }

  @ParameterizedTest
  @CsvSource({"90.1, 0", "-90.1, 0", "0, 180.1", "0, -180.1", "NaN, 0", "0, NaN", "Infinity, 0"})
  void a_place_is_on_the_earth(double latitude, double longitude) {
    assertThatThrownBy(() -> new Place(latitude, longitude))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "0.2, 90", "0.5, 75", "0.999999, 50"})
  void nearness_fades_from_the_weight_to_half_of_it_at_the_edge(double degrees, int score) {
    assertThat(HUNDRED.score(List.of(around(DEGREE)), north(degrees))).hasValue(score);
  }

  @Test
  void beyond_the_edge_of_every_radius_is_too_far() {
    assertThat(HUNDRED.score(List.of(around(DEGREE), around(20)), north(1.001))).isEmpty();
  }

  @Test
  void of_several_locations_the_best_counts() {
    var here = new Location("Here", north(1), OptionalDouble.of(50));

    assertThat(HUNDRED.score(List.of(around(2 * DEGREE), here), north(1))).hasValue(100);
    assertThat(HUNDRED.score(List.of(here, around(5 * DEGREE)), north(0.5))).hasValue(95);
  }

  @Test
  void no_maximum_distance_adds_half_the_weight_everywhere() {
    assertThat(HUNDRED.score(List.of(anywhere()), BERLIN)).hasValue(50);
    assertThat(HUNDRED.score(List.of(anywhere()), new Place(-33.9, 151.2))).hasValue(50);
    assertThat(HUNDRED.score(List.of(anywhere(), around(DEGREE)), BERLIN)).hasValue(100);
  }

  @Test
  void who_has_no_locations_is_neither_left_out_nor_near() {
    assertThat(HUNDRED.score(List.of(), BERLIN)).hasValue(0);
  }

  @Test
  void without_a_weight_nobody_is_too_far_and_nobody_gains() {
    assertThat(GeoRule.NONE.score(List.of(around(1)), north(5))).hasValue(0);
    assertThat(GeoRule.NONE.score(List.of(around(1)), BERLIN)).hasValue(0);
  }

  @Test
  void the_smallest_weight_still_scores_at_the_edge() {
    assertThat(new GeoRule(OptionalInt.of(1)).score(List.of(anywhere()), BERLIN)).hasValue(1);
  }

  @Test
  void a_weight_or_a_radius_of_nothing_is_refused() {
    assertThatThrownBy(() -> new GeoRule(OptionalInt.of(0)))
        .hasMessageContaining("leave it empty for no influence");
    assertThatThrownBy(() -> around(0)).hasMessageContaining("no maximum distance");
    assertThatThrownBy(() -> around(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> around(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

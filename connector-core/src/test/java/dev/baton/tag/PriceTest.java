package dev.baton.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.tag.Discount.Kind;
import dev.baton.tag.Discount.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain §3: billable tags. */
class PriceTest {
  private static Price price(
      String amount, Unit unit, int every, int percent, Kind kind, String floor) {
    return Price.of(amount, "EUR")
        .falling(new Discount(unit, every, percent, kind, new BigDecimal(floor)));
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR, 0, 100.00", "LINEAR, 1, 90.00", "LINEAR, 2, 80.00", "LINEAR, 9, 10.00",
    "LINEAR, 10, 5.00", "LINEAR, 1000000, 5.00", "COMPOUND, 0, 100.00", "COMPOUND, 1, 90.00",
    "COMPOUND, 2, 81.00", "COMPOUND, 3, 72.90", "COMPOUND, 28, 5.23", "COMPOUND, 29, 5.00",
    "COMPOUND, 1000000000, 5.00"
  })
  void a_discount_is_linear_or_compound_down_to_its_floor(Kind kind, int steps, String expected) {
    var price = price("100", Unit.TIMEOUTS, 1, 10, kind, "5");

    assertThat(price.at(Duration.ZERO, steps)).isEqualTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "DAYS, PT47H59M, 100.00", "DAYS, PT48H, 90.00", "HOURS, PT119M, 100.00", "HOURS, PT2H, 90.00",
    "HOURS, PT4H, 80.00", "MINUTES, PT1M59S, 100.00", "MINUTES, PT2M, 90.00",
        "HOURS, PT-5H, 100.00",
    "TIMEOUTS, PT900H, 90.00"
  })
  void a_step_counts_when_all_its_units_are_over(Unit unit, Duration age, String expected) {
    var price = price("100", unit, 2, 10, Kind.LINEAR, "1");

    assertThat(price.at(age, 3)).isEqualTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource({"0.99, 5, 0.94", "1.10, 5, 1.05", "1.50, 1, 1.49"}) // 0.9405, 1.045, 1.485
  void the_price_is_rounded_half_up_to_cents(String amount, int percent, String expected) {
    var price = price(amount, Unit.TIMEOUTS, 1, percent, Kind.COMPOUND, "0.50");

    assertThat(price.at(Duration.ZERO, 1)).isEqualTo(new BigDecimal(expected));
  }

  @Test
  void without_a_discount_the_price_stays() {
    assertThat(Price.of("12.5", "EUR").at(Duration.ofDays(900), 7)).isEqualTo("12.50");
    assertThat(Price.of("12.5", "EUR")).isEqualTo(Price.of("12.50", "EUR"));
  }

  @Test
  void the_highest_price_at_that_moment_counts() {
    Tag falling =
        Tag.preferential("Loft").costing(price("100", Unit.HOURS, 1, 50, Kind.LINEAR, "1"));
    Tag steady = Tag.preferential("Kiel").costing(Price.of("60", "EUR"));
    Tag equal = Tag.preferential("Sea").costing(Price.of("60", "USD"));
    Tag free = Tag.preferential("Harbour");
    var tags = List.of(free, falling, steady, equal);

    assertThat(Price.highest(tags, Duration.ZERO, 0)).isEqualTo(falling.price());
    assertThat(Price.highest(tags, Duration.ofHours(1), 0)).isEqualTo(steady.price());
    assertThat(Price.highest(List.of(free), Duration.ZERO, 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.49", "0", "-1", "0.505", "1.001"})
  void a_price_is_at_least_half_a_unit_and_in_whole_cents(String amount) {
    assertThatThrownBy(() -> Price.of(amount, "EUR")).isInstanceOf(IllegalArgumentException.class);
    assertThat(Price.of("0.50", "EUR").amount()).isEqualTo("0.50");
  }

  @Test
  void a_price_has_a_currency_that_exists() {
    assertThatThrownBy(() -> Price.of("1", "Taler")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_discount_that_makes_no_sense_is_refused() {
    assertThatThrownBy(() -> price("10", Unit.DAYS, 0, 10, Kind.LINEAR, "1"))
        .hasMessageContaining("at least one unit");
    assertThatThrownBy(() -> price("10", Unit.DAYS, 1, 0, Kind.LINEAR, "1"))
        .hasMessageContaining("percent");
    assertThatThrownBy(() -> price("10", Unit.DAYS, 1, 101, Kind.LINEAR, "1"))
        .hasMessageContaining("percent");
    assertThatThrownBy(() -> price("10", Unit.DAYS, 1, 10, Kind.LINEAR, "0.49"))
        .hasMessageContaining("at least 0.50");
    assertThatThrownBy(() -> price("10", Unit.DAYS, 1, 10, Kind.LINEAR, "10.01"))
        .hasMessageContaining("floor");
  }
}

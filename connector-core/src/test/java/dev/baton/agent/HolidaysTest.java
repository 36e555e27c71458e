package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Domain §7: holidays belong to regions; out of office has a from and a to. */
class HolidaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static final Holidays HOLIDAYS =
      Holidays.of(
          List.of(
              new Holiday("DE", LocalDate.parse("2026-12-26"), "Boxing Day"),
              new Holiday("DE", LocalDate.parse("2026-12-25"), "Christmas"),
              new Holiday("US", LocalDate.parse("2026-07-04"), "Independence Day")));

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }

  @Test
  void a_holiday_lasts_from_midnight_to_midnight_in_the_zone_asked_for() {
    assertThat(HOLIDAYS.on("DE", at("2026-12-24T22:59:59Z"), BERLIN)).isFalse();
    assertThat(HOLIDAYS.on("DE", at("2026-12-24T23:00:00Z"), BERLIN)).isTrue();
    assertThat(HOLIDAYS.on("DE", at("2026-12-26T22:59:59Z"), BERLIN)).isTrue();
    assertThat(HOLIDAYS.on("DE", at("2026-12-26T23:00:00Z"), BERLIN)).isFalse();
    assertThat(HOLIDAYS.on("DE", at("2026-12-24T23:00:00Z"), ZoneId.of("UTC"))).isFalse();
  }

  @Test
  void a_holiday_is_of_its_region_alone() {
    assertThat(HOLIDAYS.on("US", at("2026-12-25T12:00:00Z"), BERLIN)).isFalse();
    assertThat(HOLIDAYS.on("DE-BY", at("2026-12-25T12:00:00Z"), BERLIN)).isFalse();
    assertThat(HOLIDAYS.at("DE", at("2026-12-25T12:00:00Z"), BERLIN).map(Holiday::name))
        .contains("Christmas");
  }

  @Test
  void the_next_change_is_the_beginning_or_the_end_of_holidays_in_a_row() {
    assertThat(HOLIDAYS.nextChange("DE", at("2026-12-01T00:00:00Z"), BERLIN))
        .contains(at("2026-12-24T23:00:00Z"));
    assertThat(HOLIDAYS.nextChange("DE", at("2026-12-24T23:00:00Z"), BERLIN))
        .contains(at("2026-12-26T23:00:00Z"));
    assertThat(HOLIDAYS.nextChange("DE", at("2026-12-26T23:00:00Z"), BERLIN)).isEmpty();
    assertThat(HOLIDAYS.nextChange("FR", at("2026-12-26T23:00:00Z"), BERLIN)).isEmpty();
  }

  @Test
  void a_holiday_is_one_stretch_where_clocks_go_back_across_midnight() {
    // A minute past midnight the clocks of Newfoundland went back to a minute past eleven.
    ZoneId newfoundland = ZoneId.of("America/St_Johns");
    var sunday = Holidays.of(List.of(new Holiday("NL", LocalDate.parse("2010-11-07"), "A day")));
    Instant midnight = at("2010-11-07T02:30:00Z");

    assertThat(sunday.nextChange("NL", midnight.minusSeconds(1), newfoundland)).contains(midnight);
    assertThat(sunday.on("NL", midnight.plusSeconds(120), newfoundland)).isTrue();
    assertThat(sunday.nextChange("NL", midnight.plusSeconds(120), newfoundland))
        .contains(at("2010-11-08T03:30:00Z"));
  }

  @Test
  void an_absence_covers_its_first_moment_and_not_its_last() {
    var absence = new Absence("Dentist", at("2026-03-02T08:00:00Z"), at("2026-03-02T10:00:00Z"));

    assertThat(absence.covers(at("2026-03-02T07:59:59Z"))).isFalse();
    assertThat(absence.covers(at("2026-03-02T08:00:00Z"))).isTrue();
    assertThat(absence.covers(at("2026-03-02T10:00:00Z"))).isFalse();
    assertThatThrownBy(() -> new Absence("", absence.to(), absence.to()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

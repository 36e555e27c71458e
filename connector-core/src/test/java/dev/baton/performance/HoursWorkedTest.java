package dev.baton.performance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Absence;
import dev.baton.agent.Block;
import dev.baton.agent.Holiday;
import dev.baton.agent.Holidays;
import dev.baton.agent.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §10: shift hours minus out of office minus holidays, with daylight-saving days. */
class HoursWorkedTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-02");

  private static WeeklyHours nineToFive() {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.getValue() > 5) continue;
      week.put(day, List.of(new Block(LocalTime.of(9, 0), LocalTime.of(17, 0))));
    }
    return new WeeklyHours(BERLIN, week);
  }

  private static Instant at(LocalDate day) {
    return day.atStartOfDay(BERLIN).toInstant();
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(BERLIN).toInstant();
  }

  private static Holidays holiday(LocalDate day) {
    return Holidays.of(List.of(new Holiday("DE", day, "A holiday")));
  }

  private static HoursWorked week(List<Absence> absences, Holidays holidays) {
    return HoursWorked.of(
        nineToFive(), absences, Optional.of("DE"), holidays, at(MONDAY), at(MONDAY.plusDays(7)));
  }

  @Test
  void a_week_of_five_days_has_forty_hours() {
    assertThat(week(List.of(), Holidays.NONE).worked()).isEqualTo(Duration.ofHours(40));
  }

  @Test
  void out_of_office_and_holidays_are_taken_off_and_told() {
    var absence = new Absence("dentist", at(MONDAY, 8), at(MONDAY, 12));

    HoursWorked hours = week(List.of(absence), holiday(MONDAY.plusDays(2)));

    assertThat(hours.shift()).isEqualTo(Duration.ofHours(40));
    assertThat(hours.outOfOffice()).isEqualTo(Duration.ofHours(3));
    assertThat(hours.holidays()).isEqualTo(Duration.ofHours(8));
    assertThat(hours.worked()).isEqualTo(Duration.ofHours(29));
  }

  @Test
  void a_holiday_while_away_is_taken_off_once_and_so_are_absences_that_overlap() {
    var morning = new Absence("", at(MONDAY, 9), at(MONDAY, 13));
    var noon = new Absence("", at(MONDAY, 12), at(MONDAY, 14));

    HoursWorked hours = week(List.of(noon, morning), holiday(MONDAY));

    assertThat(hours.outOfOffice()).isEqualTo(Duration.ofHours(5));
    assertThat(hours.holidays()).isEqualTo(Duration.ofHours(3));
    assertThat(hours.worked()).isEqualTo(Duration.ofHours(32));
  }

  @Test
  void the_holidays_of_another_region_do_not_count() {
    HoursWorked hours =
        HoursWorked.of(
            nineToFive(),
            List.of(),
            Optional.of("FR"),
            holiday(MONDAY),
            at(MONDAY),
            at(MONDAY.plusDays(1)));

    assertThat(hours.worked()).isEqualTo(Duration.ofHours(8));
  }

  @Test
  void only_what_lies_in_the_period_counts() {
    var away = new Absence("", at(MONDAY.minusDays(9), 9), at(MONDAY, 11));

    HoursWorked hours =
        HoursWorked.of(
            nineToFive(),
            List.of(away),
            Optional.empty(),
            Holidays.NONE,
            at(MONDAY, 10),
            at(MONDAY, 12));

    assertThat(hours.shift()).isEqualTo(Duration.ofHours(2));
    assertThat(hours.outOfOffice()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void daylight_saving_days_have_23_and_25_hours() {
    WeeklyHours always = WeeklyHours.always(BERLIN);
    LocalDate spring = LocalDate.parse("2026-03-29");
    LocalDate autumn = LocalDate.parse("2026-10-25");

    assertThat(day(always, spring).worked()).isEqualTo(Duration.ofHours(23));
    assertThat(day(always, autumn).worked()).isEqualTo(Duration.ofHours(25));
  }

  private static HoursWorked day(WeeklyHours hours, LocalDate day) {
    return HoursWorked.of(
        hours, List.of(), Optional.empty(), Holidays.NONE, at(day), at(day.plusDays(1)));
  }
}

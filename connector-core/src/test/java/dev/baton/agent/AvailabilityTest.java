package dev.baton.agent;

import static dev.baton.agent.Availability.State.AVAILABLE;
import static dev.baton.agent.Availability.State.HOLIDAY;
import static dev.baton.agent.Availability.State.NOT_AVAILABLE;
import static dev.baton.agent.Availability.State.OUT_OF_HOURS;
import static dev.baton.agent.Availability.State.OUT_OF_OFFICE;
import static dev.baton.agent.WeeklyHoursTest.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.Availability.State;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain §7: available = no holiday, not out of office, in hours, toggle on. */
class AvailabilityTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
  private static final Instant NOON = at("2026-03-03T12:00");

  private static final Holidays TODAY =
      Holidays.of(List.of(new Holiday("DE", LocalDate.parse("2026-03-03"), "A day off")));

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  private static Optional<WeeklyHours> daily(ZoneId zone, String blocks) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) week.put(day, blocks(blocks));
    return Optional.of(new WeeklyHours(zone, week));
  }

  private static WorkingHours shift(String blocks) {
    return new WorkingHours(daily(BERLIN, blocks), Optional.empty(), Optional.empty(), TOKYO);
  }

  private static List<Absence> away(String from, String to) {
    return List.of(new Absence("Away", at(from), at(to)));
  }

  @ParameterizedTest
  @CsvSource({
    "true, true, false, false, AVAILABLE",
    "true, true, false, true, HOLIDAY",
    "true, true, true, false, OUT_OF_OFFICE",
    "true, true, true, true, OUT_OF_OFFICE",
    "true, false, false, false, OUT_OF_HOURS",
    "true, false, true, true, OUT_OF_HOURS",
    "false, true, false, false, NOT_AVAILABLE",
    "false, false, true, true, NOT_AVAILABLE",
  })
  void of_several_reasons_the_first_is_told(
      boolean toggle, boolean inHours, boolean away, boolean holiday, State told) {
    var availability =
        new Availability(
            toggle,
            away ? away("2026-03-03T08:00", "2026-03-03T16:00") : List.of(),
            Optional.of("DE"),
            holiday ? TODAY : Holidays.NONE,
            shift(inHours ? "09:00-17:00" : "17:00-20:00"));

    assertThat(availability.at(NOON)).isEqualTo(told);
  }

  @Test
  void the_shift_counts_before_the_team_and_the_team_before_the_company() {
    var noon = daily(BERLIN, "11:00-13:00");
    var night = daily(BERLIN, "22:00-23:00");
    Optional<WeeklyHours> none = Optional.empty();

    assertThat(new WorkingHours(noon, night, night, BERLIN).open(NOON)).isTrue();
    assertThat(new WorkingHours(night, noon, noon, BERLIN).open(NOON)).isFalse();
    assertThat(new WorkingHours(none, noon, night, BERLIN).open(NOON)).isTrue();
    assertThat(new WorkingHours(none, night, noon, BERLIN).open(NOON)).isFalse();
    assertThat(new WorkingHours(none, none, night, BERLIN).open(NOON)).isFalse();
    assertThat(WorkingHours.none(BERLIN).open(NOON)).isTrue();
  }

  @Test
  void a_shift_without_blocks_is_closed_although_the_team_is_open() {
    var off = Optional.of(new WeeklyHours(BERLIN, Map.of()));

    assertThat(
            new WorkingHours(off, daily(BERLIN, "00:00-00:00"), Optional.empty(), BERLIN)
                .open(NOON))
        .isFalse();
  }

  @Test
  void a_holiday_begins_at_midnight_where_the_hours_that_count_are() {
    Instant evening = at("2026-03-02T18:00"); // the 3rd in Tokyo
    var always = daily(TOKYO, "00:00-00:00");
    var none = Optional.<WeeklyHours>empty();

    assertThat(onHoliday(new WorkingHours(always, none, none, BERLIN)).at(evening))
        .isEqualTo(HOLIDAY);
    assertThat(onHoliday(new WorkingHours(none, none, always, BERLIN)).at(evening))
        .isEqualTo(HOLIDAY);
    assertThat(onHoliday(WorkingHours.none(TOKYO)).at(evening)).isEqualTo(HOLIDAY);
    assertThat(onHoliday(WorkingHours.none(BERLIN)).at(evening)).isEqualTo(AVAILABLE);
  }

  private static Availability onHoliday(WorkingHours hours) {
    return new Availability(true, List.of(), Optional.of("DE"), TODAY, hours);
  }

  @Test
  void who_has_no_region_has_no_holidays() {
    var availability =
        new Availability(true, List.of(), Optional.empty(), TODAY, WorkingHours.none(BERLIN));

    assertThat(availability.at(NOON)).isEqualTo(AVAILABLE);
    assertThat(availability.nextChange(NOON)).isEmpty();
  }

  @Test
  void time_alone_does_not_bring_back_who_switched_himself_off() {
    var off = new Availability(false, List.of(), Optional.empty(), TODAY, shift("09:00-17:00"));

    assertThat(off.nextChange(NOON)).isEmpty();
  }

  @Test
  void a_holiday_that_begins_outside_hours_is_told_when_the_hours_begin() {
    var availability =
        new Availability(true, List.of(), Optional.of("DE"), TODAY, shift("09:00-17:00"));
    Instant opening = at("2026-03-03T09:00");

    assertThat(availability.at(at("2026-03-02T18:00"))).isEqualTo(OUT_OF_HOURS);
    assertThat(availability.nextChange(at("2026-03-02T18:00"))).contains(opening);
    assertThat(availability.at(opening)).isEqualTo(HOLIDAY);
  }

  @Test
  void the_next_change_passes_over_all_that_does_not_change_the_answer() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      var absences = new ArrayList<Absence>();
      for (int j = 0; j < 4; j++) {
        Instant from = NOON.plus(random.nextInt(-2000, 6000), ChronoUnit.MINUTES);
        absences.add(
            new Absence("", from, from.plus(1 + random.nextInt(1500), ChronoUnit.MINUTES)));
      }
      var availability =
          new Availability(
              true, absences, Optional.of("DE"), TODAY, shift("09:00-12:30 13:00-18:00"));
      Instant seen = NOON.plus(1, ChronoUnit.MINUTES);
      while (availability.at(seen) == availability.at(NOON)) seen = seen.plusSeconds(60);

      assertThat(availability.nextChange(NOON)).as("%s", absences).contains(seen);
    }
  }

  @Test
  void an_absence_is_told_at_its_first_moment_and_not_at_its_last() {
    var availability =
        new Availability(
            true,
            away("2026-03-03T10:00", "2026-03-03T11:00"),
            Optional.empty(),
            Holidays.NONE,
            shift("09:00-17:00"));

    assertThat(availability.at(at("2026-03-03T10:00"))).isEqualTo(OUT_OF_OFFICE);
    assertThat(availability.at(at("2026-03-03T11:00"))).isEqualTo(AVAILABLE);
    assertThat(availability.nextChange(at("2026-03-03T10:00"))).contains(at("2026-03-03T11:00"));
    assertThat(
            new Availability(false, List.of(), Optional.empty(), TODAY, shift("09:00-17:00"))
                .at(NOON))
        .isEqualTo(NOT_AVAILABLE);
  }
}

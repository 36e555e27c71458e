package dev.baton.agent;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Domain §7: shifts per weekday, overnight, in their own zone, whatever the clocks do. */
class WeeklyHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Blocks as {@code "09:00-12:00 13:00-17:00"}. */
  static List<Block> blocks(String written) {
    return Arrays.stream(written.split(" "))
        .map(b -> b.split("-"))
        .map(ends -> new Block(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
        .toList();
  }

  private static WeeklyHours berlin(DayOfWeek day, String blocks) {
    return new WeeklyHours(BERLIN, Map.of(day, blocks(blocks)));
  }

  private static Instant inBerlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @Test
  void it_is_open_from_the_first_moment_of_a_block_until_before_the_last() {
    var hours = berlin(MONDAY, "09:00-12:00 13:00-17:00");

    assertThat(hours.open(inBerlin("2026-03-02T08:59:59"))).isFalse();
    assertThat(hours.open(inBerlin("2026-03-02T09:00"))).isTrue();
    assertThat(hours.open(inBerlin("2026-03-02T11:59:59"))).isTrue();
    assertThat(hours.open(inBerlin("2026-03-02T12:00"))).isFalse();
    assertThat(hours.open(inBerlin("2026-03-02T13:00"))).isTrue();
    assertThat(hours.open(inBerlin("2026-03-03T09:00"))).isFalse();
  }

  @Test
  void hours_are_those_of_their_own_zone() {
    var kathmandu =
        new WeeklyHours(ZoneId.of("Asia/Kathmandu"), Map.of(MONDAY, blocks("09:00-17:00")));

    assertThat(kathmandu.open(Instant.parse("2026-03-02T03:14:59Z"))).isFalse();
    assertThat(kathmandu.open(Instant.parse("2026-03-02T03:15:00Z"))).isTrue();
  }

  @Test
  void a_block_that_ends_no_later_than_it_begins_runs_into_the_next_day() {
    var night = berlin(SUNDAY, "22:00-06:00");

    assertThat(night.open(inBerlin("2026-03-01T03:00"))).isFalse();
    assertThat(night.open(inBerlin("2026-03-01T23:00"))).isTrue();
    assertThat(night.open(inBerlin("2026-03-02T05:59:59"))).isTrue();
    assertThat(night.open(inBerlin("2026-03-02T06:00"))).isFalse();
    assertThat(night.nextChange(inBerlin("2026-03-01T22:00")))
        .contains(inBerlin("2026-03-02T06:00"));
  }

  @Test
  void midnight_to_midnight_is_the_whole_day() {
    var sunday = berlin(SUNDAY, "00:00-00:00");

    assertThat(sunday.open(inBerlin("2026-02-28T23:59:59"))).isFalse();
    assertThat(sunday.open(inBerlin("2026-03-01T00:00"))).isTrue();
    assertThat(sunday.open(inBerlin("2026-03-01T23:59:59"))).isTrue();
    assertThat(sunday.open(inBerlin("2026-03-02T00:00"))).isFalse();
  }

  @Test
  void the_next_opening_is_now_when_open_and_otherwise_when_a_block_begins() {
    var hours = berlin(MONDAY, "09:00-12:00 13:00-17:00");

    assertThat(hours.nextOpening(inBerlin("2026-03-02T09:30")))
        .contains(inBerlin("2026-03-02T09:30"));
    assertThat(hours.nextOpening(inBerlin("2026-03-02T12:00")))
        .contains(inBerlin("2026-03-02T13:00"));
    assertThat(hours.nextOpening(inBerlin("2026-03-02T17:00")))
        .contains(inBerlin("2026-03-09T09:00"));
  }

  @Test
  void the_next_change_is_later_than_asked_and_passes_over_blocks_that_touch() {
    var hours = berlin(MONDAY, "13:00-17:00 09:00-13:00");

    assertThat(hours.nextChange(inBerlin("2026-03-02T08:00")))
        .contains(inBerlin("2026-03-02T09:00"));
    assertThat(hours.nextChange(inBerlin("2026-03-02T09:00")))
        .contains(inBerlin("2026-03-02T17:00"));
    assertThat(hours.nextChange(inBerlin("2026-03-02T17:00")))
        .contains(inBerlin("2026-03-09T09:00"));
  }

  @Test
  void what_is_always_open_or_never_open_does_not_change() {
    Instant now = inBerlin("2026-03-02T08:00");
    var always = WeeklyHours.always(BERLIN);
    var never = new WeeklyHours(BERLIN, Map.of(MONDAY, List.of()));

    assertThat(always.open(now)).isTrue();
    assertThat(always.nextOpening(now)).contains(now);
    assertThat(always.nextChange(now)).isEmpty();
    assertThat(never.nextOpening(now)).isEmpty();
    assertThat(never.nextChange(now)).isEmpty();
    assertThat(never).isEqualTo(new WeeklyHours(BERLIN, Map.of()));
  }

  @Test
  void a_pause_that_a_change_of_the_clocks_swallows_comes_in_the_week_after() {
    var all = new EnumMap<>(WeeklyHours.always(BERLIN).week());
    all.put(SUNDAY, blocks("00:00-02:15 02:45-00:00"));
    var hours = new WeeklyHours(BERLIN, all);

    assertThat(hours.nextChange(inBerlin("2026-10-18T02:45")))
        .contains(inBerlin("2026-11-01T02:15"));
  }

  @Test
  void open_time_is_exact_and_counts_overlapping_blocks_once() {
    var hours = berlin(MONDAY, "09:00-12:00 11:00-17:00");

    assertThat(hours.openTime(inBerlin("2026-03-02T00:00"), inBerlin("2026-03-16T00:00")))
        .isEqualTo(Duration.ofHours(16));
    assertThat(hours.openTime(inBerlin("2026-03-02T09:00:07"), inBerlin("2026-03-02T09:01:10")))
        .isEqualTo(Duration.ofSeconds(63));
    assertThatThrownBy(() -> hours.openTime(Instant.EPOCH.plusSeconds(1), Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"2026-03-29, 23", "2026-10-25, 25", "2026-06-07, 24"})
  void a_whole_day_has_as_many_hours_as_the_clocks_give_it(String sunday, int hours) {
    Instant start = inBerlin(sunday + "T00:00");

    assertThat(berlin(SUNDAY, "00:00-00:00").openTime(start, start.plus(Duration.ofDays(2))))
        .isEqualTo(Duration.ofHours(hours));
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go from 02:00 to 03:00, which is 01:00 in Greenwich.
    "02:30-05:00, 01:30, 03:00",
    "00:30-02:30, 23:30, 01:30",
    "02:15-02:45, 01:15, 01:45",
    "01:00-02:00, 00:00, 01:00",
    "02:00-03:30, 01:00, 01:30",
  })
  void an_end_in_a_gap_is_moved_forward_by_the_gap(String block, LocalTime from, LocalTime to) {
    var hours = berlin(SUNDAY, block);
    Instant opening = hours.nextOpening(Instant.parse("2026-03-28T20:00:00Z")).orElseThrow();

    assertThat(opening.toString()).endsWith(from + ":00Z");
    assertThat(hours.nextChange(opening).orElseThrow().toString()).endsWith(to + ":00Z");
  }

  @Test
  void a_block_that_would_end_before_it_begins_has_no_time_on_that_day() {
    var hours = berlin(SUNDAY, "02:30-03:15");

    assertThat(hours.nextOpening(inBerlin("2026-03-28T12:00")))
        .contains(inBerlin("2026-04-05T02:30"));
  }

  @ParameterizedTest
  @CsvSource({
    // The clocks go back from 03:00 to 02:00, which is 01:00 in Greenwich.
    "02:30-04:00, 00:30, 03:00",
    "01:00-02:30, 23:00, 01:30",
    "02:15-02:30, 00:15, 01:30",
    "01:00-02:00, 23:00, 01:00",
    "01:00-03:00, 23:00, 02:00",
    "03:00-04:00, 02:00, 03:00",
  })
  void in_an_overlap_a_block_begins_at_the_first_and_ends_at_the_second(
      String block, LocalTime from, LocalTime to) {
    var hours = berlin(SUNDAY, block);
    Instant opening = hours.nextOpening(Instant.parse("2026-10-24T20:00:00Z")).orElseThrow();

    assertThat(opening.toString()).endsWith(from + ":00Z");
    assertThat(hours.nextChange(opening).orElseThrow().toString()).endsWith(to + ":00Z");
  }

  @Test
  void a_date_that_the_zone_leaves_out_has_no_blocks_but_the_night_before_goes_on() {
    ZoneId samoa = ZoneId.of("Pacific/Apia");
    Instant dateLine = Instant.parse("2011-12-30T10:00:00Z");
    var friday = new WeeklyHours(samoa, Map.of(FRIDAY, blocks("09:00-17:00")));
    var night = new WeeklyHours(samoa, Map.of(THURSDAY, blocks("22:00-06:00")));

    assertThat(friday.nextOpening(dateLine))
        .contains(LocalDateTime.parse("2012-01-06T09:00").atZone(samoa).toInstant());
    assertThat(night.nextChange(dateLine)).contains(dateLine.plus(Duration.ofHours(6)));
  }

  @Test
  void blocks_that_touch_are_no_problem() {
    var hours =
        new WeeklyHours(
            BERLIN,
            Map.of(SUNDAY, blocks("22:00-06:00"), MONDAY, blocks("06:00-12:00 12:00-00:00")));

    assertThat(hours.problems()).isEmpty();
    assertThat(WeeklyHours.always(BERLIN).problems()).isEmpty();
  }

  @Test
  void blocks_that_overlap_on_a_day_are_named_with_what_to_do() {
    assertThat(berlin(MONDAY, "11:00-15:00 09:00-12:00").problems())
        .containsExactly(
            "Monday: 09:00–12:00 overlaps 11:00–15:00; let the first end by 11:00, or make them"
                + " one.");
    assertThat(berlin(MONDAY, "09:00-12:00 09:00-12:00").problems())
        .containsExactly("Monday: 09:00–12:00 overlaps 09:00–12:00; remove one of them.");
    assertThat(berlin(MONDAY, "20:00-19:00 21:00-22:00").problems()).hasSize(1);
  }

  @Test
  void a_night_that_overlaps_the_next_day_is_named_also_from_sunday_to_monday() {
    var hours =
        new WeeklyHours(
            BERLIN, Map.of(SUNDAY, blocks("22:00-06:00"), MONDAY, blocks("05:00-09:00")));

    assertThat(hours.problems())
        .containsExactly(
            "Sunday: 22:00–06:00 runs into Monday and overlaps 05:00–09:00 there; let it end by"
                + " 05:00, or let the other begin at 06:00.");
  }

  @Test
  void a_fourth_block_is_a_problem_but_can_be_held() {
    assertThat(berlin(TUESDAY, "01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00").problems())
        .containsExactly("Tuesday: 4 blocks, but a day has at most 3; join or remove some.");
    assertThat(berlin(SATURDAY, "01:00-02:00 03:00-04:00 05:00-06:00").problems()).isEmpty();
  }
}

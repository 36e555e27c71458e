package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.agent.Cap.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Domain §8: caps per half-hour, hour, day, week and month, on the clock. */
class CapTest {
  private static Cap cap(Period period) {
    return new Cap(period, 5, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "HALF_HOUR, UTC, 2026-03-04T10:44:59Z, 2026-03-04T10:30:00Z, 2026-03-04T11:00:00Z",
    "HALF_HOUR, UTC, 2026-03-04T11:00:00Z, 2026-03-04T11:00:00Z, 2026-03-04T11:30:00Z",
    "HOUR, UTC, 2026-03-04T10:44:59Z, 2026-03-04T10:00:00Z, 2026-03-04T11:00:00Z",
    "DAY, Europe/Berlin, 2026-03-04T23:30:00Z, 2026-03-04T23:00:00Z, 2026-03-05T23:00:00Z",
    "WEEK, UTC, 2026-03-04T10:00:00Z, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
    "WEEK, UTC, 2026-03-02T00:00:00Z, 2026-03-02T00:00:00Z, 2026-03-09T00:00:00Z",
    "WEEK, UTC, 2027-01-01T10:00:00Z, 2026-12-28T00:00:00Z, 2027-01-04T00:00:00Z",
    "MONTH, UTC, 2028-02-29T10:00:00Z, 2028-02-01T00:00:00Z, 2028-03-01T00:00:00Z",
    // A quarter to the hour in Greenwich is the full hour in Nepal.
    "HALF_HOUR, Asia/Kathmandu, 2026-03-04T10:20:00Z, 2026-03-04T10:15:00Z, 2026-03-04T10:45:00Z",
    "HOUR, Asia/Kathmandu, 2026-03-04T10:10:00Z, 2026-03-04T09:15:00Z, 2026-03-04T10:15:00Z",
    "DAY, Asia/Kathmandu, 2026-03-04T10:10:00Z, 2026-03-03T18:15:00Z, 2026-03-04T18:15:00Z",
  })
  void a_period_lies_on_the_clock_of_its_zone(
      Period period, ZoneId zone, Instant now, Instant start, Instant end) {
    assertThat(cap(period).startOf(now, zone)).contains(start);
    assertThat(cap(period).endOf(now, zone)).contains(end);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, Europe/Berlin, 2026-03-29T12:00:00Z, 23",
    "DAY, Europe/Berlin, 2026-10-25T12:00:00Z, 25",
    "WEEK, Europe/Berlin, 2026-03-29T12:00:00Z, 167",
    "WEEK, Europe/Berlin, 2026-10-25T12:00:00Z, 169",
    "MONTH, Europe/Berlin, 2026-03-29T12:00:00Z, 743",
    // Cairo's clocks skip the first hour of the day.
    "DAY, Africa/Cairo, 2026-04-24T12:00:00Z, 23",
    // Havana's show it twice.
    "DAY, America/Havana, 2026-11-01T12:00:00Z, 25",
  })
  void days_weeks_and_months_have_the_hours_the_clocks_give_them(
      Period period, ZoneId zone, Instant now, int hours) {
    assertThat(length(period, now, zone)).isEqualTo(Duration.ofHours(hours));
  }

  private static Duration length(Period period, Instant now, ZoneId zone) {
    Cap cap = cap(period);
    return Duration.between(
        cap.startOf(now, zone).orElseThrow(), cap.endOf(now, zone).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    // Berlin shows 02:00 to 03:00 twice: in Greenwich from 00:00 and from 01:00.
    "HOUR, Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-25T00:00:00Z, 2026-10-25T01:00:00Z",
    "HOUR, Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-25T01:00:00Z, 2026-10-25T02:00:00Z",
    // Lord Howe goes back from 02:00 to 01:30, which is 15:00 in Greenwich.
    "HALF_HOUR, Australia/Lord_Howe, 2026-04-04T14:40:00Z, 2026-04-04T14:30:00Z, 2026-04-04T15:00:00Z",
    "HALF_HOUR, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z",
    "HOUR, Australia/Lord_Howe, 2026-04-04T14:40:00Z, 2026-04-04T14:00:00Z, 2026-04-04T15:00:00Z",
    "HOUR, Australia/Lord_Howe, 2026-04-04T15:10:00Z, 2026-04-04T15:00:00Z, 2026-04-04T15:30:00Z",
  })
  void what_the_clock_shows_twice_is_two_periods(
      Period period, ZoneId zone, Instant now, Instant start, Instant end) {
    assertThat(cap(period).startOf(now, zone)).contains(start);
    assertThat(cap(period).endOf(now, zone)).contains(end);
  }

  @Test
  void of_an_hour_that_is_partly_skipped_the_rest_counts() {
    // Lord Howe goes from 02:00 to 02:30, which is 15:30 in Greenwich.
    Instant jump = Instant.parse("2026-10-03T15:30:00Z");
    ZoneId zone = ZoneId.of("Australia/Lord_Howe");

    assertThat(cap(Period.HOUR).startOf(jump.plusSeconds(60), zone)).contains(jump);
    assertThat(length(Period.HOUR, jump, zone)).isEqualTo(Duration.ofMinutes(30));
    assertThat(length(Period.HALF_HOUR, jump, zone)).isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_HOUR", "HOUR", "DAY", "WEEK", "MONTH"})
  void periods_follow_each_other_without_gaps_in_every_zone(Period period) {
    Random random = new Random(5);
    Cap cap = cap(period);
    for (String id : ZoneId.getAvailableZoneIds()) {
      ZoneId zone = ZoneId.of(id);
      Instant now = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(150_000_000));
      var jump = zone.getRules().nextTransition(now);
      if (jump != null) now = jump.getInstant().plusSeconds(random.nextInt(-4000, 4000));
      Instant start = cap.startOf(now, zone).orElseThrow();
      Instant end = cap.endOf(now, zone).orElseThrow();

      assertThat(now).as("%s in %s", now, id).isBetween(start, end.minusNanos(1));
      assertThat(cap.startOf(start, zone)).as("%s in %s", now, id).contains(start);
      assertThat(cap.startOf(end.minusNanos(1), zone)).as("%s in %s", now, id).contains(start);
      assertThat(cap.endOf(start, zone)).as("%s in %s", now, id).contains(end);
      assertThat(cap.startOf(end, zone)).as("%s in %s", now, id).contains(end);
    }
  }

  @Test
  void total_and_active_never_begin_anew() {
    Instant now = Instant.parse("2026-03-04T10:00:00Z");

    assertThat(cap(Period.TOTAL).startOf(now, ZoneId.of("UTC"))).isEmpty();
    assertThat(cap(Period.ACTIVE).endOf(now, ZoneId.of("UTC"))).isEmpty();
  }

  @Test
  void a_cap_is_reached_at_its_number() {
    assertThat(cap(Period.DAY).reached(4)).isFalse();
    assertThat(cap(Period.DAY).reached(5)).isTrue();
    assertThat(new Cap(Period.DAY, 0, Optional.empty()).reached(0)).isTrue();
    assertThatThrownBy(() -> new Cap(Period.DAY, -1, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_team_has_up_to_three_periods_and_each_tag_too() {
    var three = List.of(cap(Period.HOUR), cap(Period.DAY), cap(Period.MONTH));
    var tagged = new Cap(Period.WEEK, 5, Optional.of("Loft"));
    var four = List.of(cap(Period.HALF_HOUR), cap(Period.HOUR), cap(Period.DAY), cap(Period.MONTH));

    assertThat(Cap.problems(three)).isEmpty();
    assertThat(Cap.problems(with(three, cap(Period.ACTIVE), cap(Period.TOTAL), tagged))).isEmpty();
    assertThat(Cap.problems(four))
        .containsExactly("Caps: 4 periods, but at most 3 are allowed; remove some.");
  }

  @Test
  void two_caps_for_one_period_are_named() {
    var tagged = new Cap(Period.HALF_HOUR, 5, Optional.of("Loft"));

    assertThat(Cap.problems(List.of(tagged, tagged, cap(Period.HALF_HOUR))))
        .containsExactly("Caps for tag Loft: 2 caps for half hour; keep one of them.");
  }

  private static List<Cap> with(List<Cap> caps, Cap... more) {
    return Stream.concat(caps.stream(), Arrays.stream(more)).toList();
  }
}

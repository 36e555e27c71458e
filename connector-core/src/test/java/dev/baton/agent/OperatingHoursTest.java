package dev.baton.agent;

import static dev.baton.agent.WeeklyHoursTest.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.agent.AdminOverride.ClosedUntil;
import dev.baton.agent.AdminOverride.OpenUntil;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Domain §5: leads outside hours are held and released, oldest first, when hours begin. */
class OperatingHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");
  private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
  private static final Duration GAP = Duration.ofSeconds(30);

  private static WeeklyHours daily(String blocks) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) week.put(day, blocks(blocks));
    return new WeeklyHours(BERLIN, week);
  }

  private static OperatingHours hours(String daily, Map<LocalDate, List<Block>> overrides) {
    return new OperatingHours(daily(daily), overrides, Optional.empty(), GAP);
  }

  private static OperatingHours nineToFive(AdminOverride word) {
    return new OperatingHours(daily("09:00-17:00"), Map.of(), Optional.of(word), GAP);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  @Test
  void an_override_stands_in_place_of_the_days_blocks() {
    var hours = hours("09:00-17:00", Map.of(TUESDAY, blocks("12:00-14:00")));

    assertThat(hours.open(at("2026-03-03T11:00"))).isFalse();
    assertThat(hours.open(at("2026-03-03T12:00"))).isTrue();
    assertThat(hours.nextOpening(at("2026-03-02T17:00"))).contains(at("2026-03-03T12:00"));
    assertThat(hours.nextChange(at("2026-03-03T14:00"))).contains(at("2026-03-04T09:00"));
  }

  @Test
  void an_override_without_blocks_closes_the_date() {
    var hours = hours("09:00-17:00", Map.of(TUESDAY, List.of()));

    assertThat(hours.nextOpening(at("2026-03-02T17:00"))).contains(at("2026-03-04T09:00"));
  }

  @Test
  void the_night_before_an_override_ends_at_midnight() {
    var hours = hours("22:00-06:00", Map.of(TUESDAY, List.of()));

    assertThat(hours.nextChange(at("2026-03-02T23:00"))).contains(at("2026-03-03T00:00"));
    assertThat(hours.open(at("2026-03-03T01:00"))).isFalse();
    assertThat(hours.nextOpening(at("2026-03-03T00:00"))).contains(at("2026-03-04T22:00"));
  }

  @Test
  void a_night_that_an_override_begins_goes_on_to_its_end() {
    var party = hours("09:00-17:00", Map.of(TUESDAY, blocks("18:00-02:00"), WEDNESDAY, List.of()));

    assertThat(party.nextChange(at("2026-03-03T18:00"))).contains(at("2026-03-04T02:00"));
  }

  @Test
  void an_override_years_away_is_found_from_what_is_otherwise_closed_or_open() {
    LocalDate far = LocalDate.parse("2031-05-01");
    var closed =
        new OperatingHours(
            new WeeklyHours(BERLIN, Map.of()),
            Map.of(far, blocks("10:00-11:00")),
            Optional.empty(),
            GAP);
    var open = hours("00:00-00:00", Map.of(far, List.of()));

    assertThat(closed.nextOpening(at("2026-03-03T00:00"))).contains(at("2031-05-01T10:00"));
    assertThat(closed.nextOpening(at("2031-05-01T11:00"))).isEmpty();
    assertThat(open.nextChange(at("2026-03-03T00:00"))).contains(at("2031-05-01T00:00"));
    assertThat(open.nextChange(at("2031-05-02T00:00"))).isEmpty();
  }

  @Test
  void an_admin_opens_until_an_instant_and_then_the_hours_hold() {
    var hours = nineToFive(new OpenUntil(at("2026-03-03T20:00")));

    assertThat(hours.open(at("2026-03-03T19:59:59"))).isTrue();
    assertThat(hours.open(at("2026-03-03T20:00"))).isFalse();
    assertThat(hours.nextOpening(at("2026-03-03T18:00"))).contains(at("2026-03-03T18:00"));
    assertThat(hours.nextChange(at("2026-03-03T18:00"))).contains(at("2026-03-03T20:00"));
    assertThat(hours.nextChange(at("2026-03-03T20:00"))).contains(at("2026-03-04T09:00"));
  }

  @Test
  void an_admin_closes_until_an_instant_and_then_the_hours_hold() {
    var inHours = nineToFive(new ClosedUntil(at("2026-03-03T11:00")));
    var outside = nineToFive(new ClosedUntil(at("2026-03-03T18:00")));

    assertThat(inHours.open(at("2026-03-03T10:00"))).isFalse();
    assertThat(inHours.nextOpening(at("2026-03-03T10:00"))).contains(at("2026-03-03T11:00"));
    assertThat(inHours.nextChange(at("2026-03-03T10:00"))).contains(at("2026-03-03T11:00"));
    assertThat(outside.nextOpening(at("2026-03-03T10:00"))).contains(at("2026-03-04T09:00"));
    assertThat(outside.nextChange(at("2026-03-03T10:00"))).contains(at("2026-03-04T09:00"));
  }

  @Test
  void an_admins_open_that_ends_within_hours_changes_when_the_hours_end() {
    var hours = nineToFive(new OpenUntil(at("2026-03-03T11:00")));

    assertThat(hours.nextChange(at("2026-03-03T08:00"))).contains(at("2026-03-03T17:00"));
  }

  @Test
  void held_leads_go_out_one_gap_after_another_from_the_opening_on() {
    var hours = hours("09:00-17:00", Map.of());
    Instant night = at("2026-03-03T02:00");

    assertThat(hours.releaseAt(night, Optional.empty())).contains(at("2026-03-03T09:00"));
    assertThat(hours.releaseAt(night, Optional.of(at("2026-03-02T16:00"))))
        .contains(at("2026-03-03T09:00"));
    assertThat(hours.releaseAt(night, Optional.of(at("2026-03-03T09:00"))))
        .contains(at("2026-03-03T09:00:30"));
    assertThat(hours.releaseAt(at("2026-03-03T09:05"), Optional.of(at("2026-03-03T09:00"))))
        .contains(at("2026-03-03T09:05"));
  }

  @Test
  void a_gap_that_ends_after_closing_waits_for_the_next_opening() {
    var hours = hours("09:00-17:00", Map.of());

    assertThat(hours.releaseAt(at("2026-03-03T16:59:50"), Optional.of(at("2026-03-03T16:59:45"))))
        .contains(at("2026-03-04T09:00"));
  }

  @Test
  void nothing_is_released_where_it_never_opens_again() {
    var never = OperatingHours.of(new WeeklyHours(BERLIN, Map.of()));

    assertThat(never.releaseAt(at("2026-03-03T16:00"), Optional.empty())).isEmpty();
  }

  @Test
  void the_gap_is_five_to_sixty_seconds() {
    assertThat(withGap(5).problems()).isEmpty();
    assertThat(withGap(60).problems()).isEmpty();
    assertThat(withGap(4).problems()).hasSize(1);
    assertThat(withGap(61).problems())
        .containsExactly(
            "Release gap: 61 seconds, but held leads are released 5 to 60 seconds apart.");
  }

  private static OperatingHours withGap(int seconds) {
    return new OperatingHours(
        daily("09:00-17:00"), Map.of(), Optional.empty(), Duration.ofSeconds(seconds));
  }

  @Test
  void overlaps_are_named_by_date() {
    var hours =
        hours("05:00-17:00", Map.of(TUESDAY, blocks("09:00-12:00 11:00-15:00 22:00-06:00")));

    assertThat(hours.problems())
        .containsExactly(
            "2026-03-03: 09:00–12:00 overlaps 11:00–15:00; let the first end by 11:00, or make"
                + " them one.",
            "2026-03-03: 22:00–06:00 runs into 2026-03-04 and overlaps 05:00–17:00 there; let it"
                + " end by 05:00, or let the other begin at 06:00.");
  }
}

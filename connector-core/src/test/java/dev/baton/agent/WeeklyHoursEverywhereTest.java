package dev.baton.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Domain §7: every IANA zone, daylight-saving gaps and overlaps included. */
class WeeklyHoursEverywhereTest {
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2029-01-01T00:00:00Z");
  private static final int DAY = 24 * 60;

  /** Minutes watched: four days until the clock can be trusted, nine to look at, one to spare. */
  private static final int WATCHED = 14 * DAY;

  private final Random random = new Random(20240331);

  @Test
  void every_zone_is_open_as_the_clock_on_its_wall_says() {
    var zones = zonesThatDiffer();
    assertThat(zones).as("zones whose clocks differ in these years").hasSizeBetween(60, 300);
    for (ZoneId zone : zones) {
      for (ZoneOffsetTransition change : changes(zone.getRules(), FROM, TO)) {
        compare(zone, change.getInstant(), Optional.of(change));
      }
      for (int i = 0; i < 3; i++) {
        long away = random.nextLong(Duration.between(FROM, TO).toMinutes());
        compare(zone, FROM.plus(away, ChronoUnit.MINUTES), Optional.empty());
      }
    }
  }

  @Test
  void odd_changes_of_the_past_are_open_as_the_clock_on_the_wall_said() {
    // Whole dates left out, and clocks turned back across midnight at a minute past it.
    for (String zone :
        List.of("Pacific/Apia", "Pacific/Fakaofo", "Pacific/Kiritimati", "America/St_Johns")) {
      ZoneId id = ZoneId.of(zone);
      Instant from = Instant.parse("1990-01-01T00:00:00Z");
      for (ZoneOffsetTransition change :
          changes(id.getRules(), from, Instant.parse("2012-01-01T00:00:00Z"))) {
        compare(id, change.getInstant(), Optional.of(change));
      }
    }
  }

  private void compare(ZoneId zone, Instant around, Optional<ZoneOffsetTransition> change) {
    Instant start = around.minus(8, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MINUTES);
    var wall = new WallClock(zone.getRules(), start, WATCHED);
    for (int i = 0; i < 3; i++) {
      var hours = new WeeklyHours(zone, week(change, i == 0));
      var watch = new Watch(wall, wall.open(hours.week()), hours);
      for (int second : new int[] {-3600, -1, 0, 1, 59, 60, 1799, 1800, 3599, 3600, 7200}) {
        watch.check(around.plusSeconds(second));
      }
      for (int j = 0; j < 12; j++) {
        watch.check(wall.minute(4 * DAY).plusSeconds(random.nextInt(8 * DAY * 60)));
      }
    }
  }

  /** Blocks at any time of day, and where the clocks change, some with ends near the change. */
  private Map<DayOfWeek, List<Block>> week(Optional<ZoneOffsetTransition> change, boolean full) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      var blocks = new ArrayList<Block>();
      int most = random.nextInt(full ? 1 : 0, 4);
      for (int i = 0; i < most; i++) blocks.add(new Block(time(change), time(change)));
      week.put(day, blocks);
    }
    return week;
  }

  private LocalTime time(Optional<ZoneOffsetTransition> change) {
    if (change.isEmpty() || random.nextInt(3) == 0) {
      return random.nextInt(5) == 0
          ? LocalTime.MIDNIGHT
          : LocalTime.ofSecondOfDay(random.nextInt(DAY) * 60L);
    }
    var shown = change.get().getDateTimeBefore().toLocalTime();
    return switch (random.nextInt(4)) {
      case 0 -> shown;
      case 1 -> change.get().getDateTimeAfter().toLocalTime();
      default -> shown.plusMinutes(random.nextInt(-100, 100));
    };
  }

  private record Watch(WallClock wall, boolean[] open, WeeklyHours hours) {
    void check(Instant at) {
      int minute = (int) Duration.between(wall.minute(0), at).toMinutes();
      assertThat(hours.open(at)).as("%s at %s", hours, at).isEqualTo(open[minute]);

      int opening = next(minute, true);
      Instant seen = opening == minute ? at : wall.minute(opening);
      same(hours.nextOpening(at), opening, seen, "next opening", at);

      int change = next(minute, !open[minute]);
      same(hours.nextChange(at), change, wall.minute(change), "next change", at);

      int length = 1 + Math.floorMod(at.getEpochSecond(), 5 * DAY);
      int until = Math.min(open.length - DAY, minute + length);
      long seconds = open[minute] ? 60 - Math.floorMod(at.getEpochSecond(), 60) : 0;
      for (int i = minute + 1; i < until; i++) if (open[i]) seconds += 60;
      assertThat(hours.openTime(at, wall.minute(until)))
          .as("%s from %s to %s", hours, at, wall.minute(until))
          .isEqualTo(Duration.ofSeconds(seconds));
    }

    /** The first minute that is or is not open; the end of the watch if none is seen. */
    private int next(int from, boolean wanted) {
      for (int i = from; i < open.length - DAY; i++) if (open[i] == wanted) return i;
      return open.length - DAY;
    }

    private void same(Optional<Instant> told, int minute, Instant seen, String what, Instant at) {
      if (minute < open.length - DAY) {
        assertThat(told).as("%s of %s at %s", what, hours, at).contains(seen);
      } else {
        assertThat(told.filter(seen::isAfter)).as("%s of %s at %s", what, hours, at).isEmpty();
      }
    }
  }

  /** One zone for all whose clocks show the same throughout these years. */
  private static List<ZoneId> zonesThatDiffer() {
    var byClock = new TreeMap<String, ZoneId>();
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneRules rules = ZoneId.of(id).getRules();
      ZoneOffset offset = rules.getOffset(FROM.minus(30, ChronoUnit.DAYS));
      byClock.putIfAbsent(
          offset + " " + changes(rules, FROM.minus(30, ChronoUnit.DAYS), TO), ZoneId.of(id));
    }
    return List.copyOf(byClock.values());
  }

  private static List<ZoneOffsetTransition> changes(ZoneRules rules, Instant from, Instant to) {
    var changes = new ArrayList<ZoneOffsetTransition>();
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && next.getInstant().isBefore(to)) {
      changes.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return changes;
  }
}

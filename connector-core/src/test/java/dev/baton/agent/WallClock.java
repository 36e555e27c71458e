package dev.baton.agent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Somebody who sits before the clock on the wall and notes each minute what it shows and whether it
 * is open: slow, and of a kind with nothing that is tested by it. Knows only how far the clock is
 * from Greenwich at each minute.
 */
final class WallClock {
  private final long start;
  private final long[] shown;
  private final Map<Long, Integer> first = new HashMap<>();
  private final Map<Long, Integer> last = new HashMap<>();
  private final HashSet<LocalDate> dates = new HashSet<>();

  WallClock(ZoneRules zone, Instant from, int minutes) {
    start = from.getEpochSecond() / 60;
    shown = new long[minutes];
    for (int i = 0; i < minutes; i++) {
      int offset = zone.getOffset(minute(i)).getTotalSeconds();
      if (offset % 60 != 0) throw new IllegalArgumentException("Not in whole minutes: " + zone);
      shown[i] = start + i + offset / 60;
      first.putIfAbsent(shown[i], i);
      last.put(shown[i], i);
      if (i == 0 || shown[i] % 60 == 0 || shown[i] != shown[i - 1] + 1) {
        dates.add(LocalDate.ofEpochDay(Math.floorDiv(shown[i], 24 * 60)));
      }
    }
  }

  Instant minute(int index) {
    return Instant.ofEpochSecond((start + index) * 60);
  }

  /** Whether it is open in each minute; right from the fourth day of the watch until its last. */
  boolean[] open(Map<DayOfWeek, List<Block>> week) {
    var open = new boolean[shown.length];
    for (LocalDate date : dates) {
      for (Block block : week.getOrDefault(date.getDayOfWeek(), List.of())) {
        LocalDateTime to = LocalDateTime.of(date, block.to());
        if (block.to().compareTo(block.from()) <= 0) to = to.plusHours(24);
        int begins = find(LocalDateTime.of(date, block.from()), first);
        int ends = find(to, last);
        for (int i = begins; i < ends; i++) open[i] = true;
      }
    }
    return open;
  }

  /** The minute at which the wall shows a time, or would have shown it but for a jump. */
  private int find(LocalDateTime time, Map<Long, Integer> seen) {
    long wanted =
        ChronoUnit.MINUTES.between(LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC), time);
    if (wanted < shown[0]) return 0;
    Integer at = seen.get(wanted);
    if (at != null) return at;
    for (int i = 1; i < shown.length; i++) {
      if (shown[i - 1] < wanted && wanted < shown[i]) {
        return seen.get(wanted + shown[i] - shown[i - 1] - 1);
      }
    }
    return shown.length;
  }
}

package dev.baton.agent;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hours of an ordinary week: an agent's shift, a team's or a company's (domain §7).
 *
 * <p>A block is a stretch of wall-clock time in the zone, so the working day of 09:00–17:00 stays
 * where the clock on the wall shows it, and days of 23 and 25 hours have a night that is shorter or
 * longer. Where an end of a block falls on a time that the clocks skip or show twice:
 *
 * <ul>
 *   <li>A time in a gap is moved forward by the gap. When clocks go from 02:00 to 03:00, 02:30
 *       means 03:30. A block that would then end before it begins has no time on that day.
 *   <li>A time in an overlap is shown twice: a block begins at the first and ends at the second, so
 *       that nobody loses open time. When clocks go back from 03:00 to 02:00, both 01:00–02:30 and
 *       02:30–04:00 last two and a half hours, and a block that ends at 02:00 goes on until the
 *       clocks show 02:00 again.
 *   <li>A date that the zone leaves out has no blocks. One that began overnight the day before goes
 *       on by the first rule.
 * </ul>
 *
 * <p>Where blocks overlap, it is open while any of them runs. Such a week is held, so that a draft
 * can be shown, and {@link #problems} says what to mend before it is published.
 *
 * @param week the blocks that begin on each day; a day that is missing or has none is closed
 */
public record WeeklyHours(ZoneId zone, Map<DayOfWeek, List<Block>> week) {
  public WeeklyHours {
    var copy = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    week.forEach((day, blocks) -> copy.put(day, List.copyOf(blocks)));
    copy.values().removeIf(List::isEmpty);
    week = Collections.unmodifiableMap(copy);
  }

  /** Open day and night. */
  public static WeeklyHours always(ZoneId zone) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) week.put(day, List.of(Block.WHOLE_DAY));
    return new WeeklyHours(zone, week);
  }

  /** The blocks that begin on that day of the week. */
  public List<Block> on(DayOfWeek day) {
    return week.getOrDefault(day, List.of());
  }

  public boolean open(Instant at) {
    return timetable().open(at);
  }

  /** The instant itself when open then; empty when it never opens. */
  public Optional<Instant> nextOpening(Instant from) {
    return timetable().nextOpening(from);
  }

  /** When it next opens or closes, later than that instant; empty when it never does. */
  public Optional<Instant> nextChange(Instant after) {
    return timetable().nextChange(after);
  }

  /**
   * How long it is open between two instants, in real time.
   *
   * @throws IllegalArgumentException when they are in the wrong order
   */
  public Duration openTime(Instant from, Instant to) {
    return timetable().openTime(from, to);
  }

  /** When it is open between two instants, in order and apart from each other. */
  public List<Stretch> stretches(Instant from, Instant to) {
    return timetable().stretches(from, to);
  }

  /** Too many blocks on a day and blocks that overlap, each saying which and what to do. */
  public List<String> problems() {
    var problems = new ArrayList<String>();
    for (DayOfWeek day : DayOfWeek.values()) {
      problems.addAll(BlockOverlaps.within(nameOf(day), on(day)));
      DayOfWeek next = day.plus(1);
      problems.addAll(BlockOverlaps.across(nameOf(day), on(day), nameOf(next), on(next)));
    }
    return List.copyOf(problems);
  }

  static String nameOf(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private Timetable timetable() {
    return new Timetable(zone, day -> on(day.getDayOfWeek()), LocalDate.MIN);
  }
}

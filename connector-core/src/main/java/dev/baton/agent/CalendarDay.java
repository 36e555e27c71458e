package dev.baton.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The day an instant belongs to: from the first midnight of its date to the first midnight of the
 * next. Where clocks are turned back from a new day into the old one, the new day goes on, so that
 * every day is one stretch.
 */
final class CalendarDay {
  private CalendarDay() {}

  static LocalDate of(Instant at, ZoneId zone) {
    LocalDate date = at.atZone(zone).toLocalDate();
    LocalDate next = date.plusDays(1);
    return at.isBefore(startOf(next, zone)) ? date : next;
  }

  /** The first midnight of the date, or the first moment after a gap that swallows it. */
  static Instant startOf(LocalDate date, ZoneId zone) {
    return date.atStartOfDay(zone).toInstant();
  }
}

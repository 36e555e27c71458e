package dev.baton.server.book.hours;

import dev.baton.server.book.form.Writing;
import dev.baton.server.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** A moment on a clock on the wall, as browsers and people write it: {@code 2026-11-30T17:00}. */
final class Moment {
  private static final int LAST_YEAR = 9999;

  private Moment() {}

  static Writing<Instant> on(ZoneId zone, Words words) {
    return Writing.of(
        at -> at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        typed -> read(typed, zone, words));
  }

  private static Instant read(String typed, ZoneId zone, Words words) {
    try {
      LocalDateTime at = LocalDateTime.parse(typed.replace(' ', 'T'));
      if (at.getYear() > 0 && at.getYear() <= LAST_YEAR) return at.atZone(zone).toInstant();
    } catch (DateTimeException notOne) {
      // Said below.
    }
    throw new IllegalArgumentException(words.say("hours.moment.wrong"));
  }
}

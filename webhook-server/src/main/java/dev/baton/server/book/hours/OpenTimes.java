package dev.baton.server.book.hours;

import dev.baton.agent.OperatingHours;
import dev.baton.agent.Stretch;
import dev.baton.agent.WeeklyHours;
import dev.baton.server.book.form.Writings;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What hours come to: whether it is open now, and the seven days from today.
 *
 * @param now one sentence
 * @param zone whose clock shows these times
 */
public record OpenTimes(String now, String zone, List<Day> days) {
  private static final int DAYS = 7;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  /**
   * A day of them.
   *
   * @param note why it is not as usual; empty where it is
   */
  public record Day(String day, String open, String note) {}

  /** Of a company, as its hours are without an admin's word. */
  static OpenTimes of(OperatingHours hours, Instant now, Words words) {
    OperatingHours plain = hours.with(Optional.empty());
    return of(
        words,
        plain.week().zone(),
        now,
        plain.open(now),
        plain.nextChange(now),
        plain::stretches,
        date -> plain.overrides().containsKey(date) ? words.say("hours.week.dated") : "");
  }

  /**
   * Of a team or an agent.
   *
   * @param holiday the name of a day on which nobody works; empty for other days
   */
  public static OpenTimes of(
      WeeklyHours hours, Instant now, Words words, Function<LocalDate, String> holiday) {
    return of(
        words,
        hours.zone(),
        now,
        hours.open(now),
        hours.nextChange(now),
        hours::stretches,
        holiday);
  }

  private static OpenTimes of(
      Words words,
      ZoneId zone,
      Instant now,
      boolean open,
      Optional<Instant> change,
      BiFunction<Instant, Instant, List<Stretch>> stretches,
      Function<LocalDate, String> note) {
    DateTimeFormatter name = format("hours.week.day", words);
    LocalDate today = now.atZone(zone).toLocalDate();
    var days = new ArrayList<Day>();
    for (LocalDate day = today; day.isBefore(today.plusDays(DAYS)); day = day.plusDays(1)) {
      Instant from = day.atStartOfDay(zone).toInstant();
      Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
      List<Stretch> within = from.isBefore(to) ? stretches.apply(from, to) : List.of();
      days.add(new Day(name.format(day), told(within, from, to, zone, words), note.apply(day)));
    }
    return new OpenTimes(now(open, change, zone, words), Writings.written(zone), days);
  }

  private static String now(boolean open, Optional<Instant> change, ZoneId zone, Words words) {
    return change
        .map(at -> format("common.time.day", words).withZone(zone).format(at))
        .map(at -> words.say(open ? "hours.week.open-until" : "hours.week.next-opening", at))
        .orElseGet(() -> words.say(open ? "hours.week.always" : "hours.week.never"));
  }

  private static String told(
      List<Stretch> within, Instant from, Instant to, ZoneId zone, Words words) {
    if (within.isEmpty()) return words.say("hours.week.closed");
    if (within.equals(List.of(new Stretch(from, to)))) return words.say("hours.week.all-day");
    DateTimeFormatter clock = CLOCK.withZone(zone);
    return within.stream()
        .map(
            s ->
                clock.format(s.from()) + "–" + (s.to().equals(to) ? "24:00" : clock.format(s.to())))
        .collect(Collectors.joining(", "));
  }

  /** A moment on the clock of a zone, which may be years away. */
  static String told(Instant at, ZoneId zone, Words words) {
    return format("hours.week.moment", words).withZone(zone).format(at);
  }

  private static DateTimeFormatter format(String key, Words words) {
    return DateTimeFormatter.ofPattern(words.say(key), words.locale());
  }
}

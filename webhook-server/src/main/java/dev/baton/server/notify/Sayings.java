package dev.baton.server.notify;

import dev.baton.message.Tidings.Kind;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** What messages say in one language: the words of the bundle {@code messages}. */
record Sayings(Words words) {
  static Sayings in(Locale asked) {
    return new Sayings(Words.in(asked.toLanguageTag()));
  }

  Locale locale() {
    return words.locale();
  }

  String say(String key, Object... values) {
    return words.say("messages." + key, values);
  }

  String say(Kind kind, String what, Object... values) {
    return say(kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "." + what, values);
  }

  /** The time of day, with the day where that is not today. */
  String time(Instant at, Instant now, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    boolean today = day.equals(now.atZone(zone).toLocalDate());
    String pattern = today ? "HH:mm" : words.say("common.time.day");
    return DateTimeFormatter.ofPattern(pattern, locale()).withZone(zone).format(at);
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale()).format(day);
  }
}

package dev.baton.server.page;

import dev.baton.server.report.ReportQuestion;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Tells days and moments of a report by the clock of its zone.
 *
 * @param words in the language of who reads it
 */
record ReportTime(ZoneId zone, Words words) {
  /** Which knowledge the numbers are of: that of now, or of the moment asked for. */
  String told(ReportQuestion question, Instant now) {
    return question.asOf().map(this::moment).orElseGet(() -> format("HH:mm:ss").format(now));
  }

  String moment(Instant at) {
    return format(words.say("report.moment")).format(at);
  }

  private DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).withZone(zone);
  }

  /** Whose midnight it is that a day begins with. */
  String days() {
    return words.say("report.days", new CompanyTime(zone, words).zoneName());
  }

  /** {@code 27 October to 25 November 2026, 30 days}. */
  static String period(ReportQuestion question, Words words) {
    LocalDate from = question.from();
    LocalDate to = question.to();
    String last = day(to, words.say("report.day"), words);
    if (from.equals(to)) return last;
    boolean sameYear = from.getYear() == to.getYear();
    String first = day(from, words.say(sameYear ? "report.day-of-year" : "report.day"), words);
    return words.say("report.period", first, last, question.days());
  }

  private static String day(LocalDate day, String pattern, Words words) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day);
  }
}

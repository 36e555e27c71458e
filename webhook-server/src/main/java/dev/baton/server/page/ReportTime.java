package dev.baton.server.page;

import dev.baton.server.report.ReportQuestion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells days and moments of a report by the clock of its zone. */
record ReportTime(ZoneId zone) {
  private static final DateTimeFormatter CLOCK = words("HH:mm:ss");
  private static final DateTimeFormatter MOMENT = words("d MMM yyyy, HH:mm:ss");
  private static final DateTimeFormatter DAY_OF_THE_YEAR = words("d MMMM");
  private static final DateTimeFormatter DAY = words("d MMMM yyyy");

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** Which knowledge the numbers are of: that of now, or of the moment asked for. */
  String told(ReportQuestion question, Instant now) {
    return question.asOf().map(this::moment).orElseGet(() -> CLOCK.withZone(zone).format(now));
  }

  String moment(Instant at) {
    return MOMENT.withZone(zone).format(at);
  }

  /** Whose midnight it is that a day begins with. */
  String days() {
    return "Days begin in " + new CompanyTime(zone).zoneName();
  }

  /** {@code 27 October to 25 November 2026, 30 days}. */
  static String period(ReportQuestion question) {
    LocalDate from = question.from();
    LocalDate to = question.to();
    if (from.equals(to)) return DAY.format(from);
    boolean sameYear = from.getYear() == to.getYear();
    return (sameYear ? DAY_OF_THE_YEAR : DAY).format(from)
        + " to "
        + DAY.format(to)
        + ", "
        + Figures.whole(question.days())
        + " days";
  }
}

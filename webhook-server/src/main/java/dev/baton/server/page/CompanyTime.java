package dev.baton.server.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Tells instants as the clock on the company's wall does, and whose clock that is. */
public record CompanyTime(ZoneId zone) {
  private static final DateTimeFormatter TO_THE_SECOND = words("HH:mm:ss");
  private static final DateTimeFormatter TO_THE_MINUTE = words("HH:mm");
  private static final DateTimeFormatter WITH_THE_DAY = words("EEE d MMM, HH:mm");

  private static DateTimeFormatter words(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  /** The time of day, to the second within the hour; with the day where that is not today. */
  public String tell(Instant at, Instant now) {
    if (!day(at).equals(day(now))) return WITH_THE_DAY.withZone(zone).format(at);
    boolean near = Duration.between(now, at).abs().toHours() < 1;
    return (near ? TO_THE_SECOND : TO_THE_MINUTE).withZone(zone).format(at);
  }

  private LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  /** {@code Buenos Aires time} for {@code America/Argentina/Buenos_Aires}, else UTC and offset. */
  public String zoneName() {
    String id = zone.getId();
    if (zone.normalized() instanceof ZoneOffset offset) {
      return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
  }
}

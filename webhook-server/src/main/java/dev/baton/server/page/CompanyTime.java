package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Tells instants as the clock on the company's wall does, and whose clock that is.
 *
 * @param words in the language of who reads it
 */
public record CompanyTime(ZoneId zone, Words words) {
  /** The time of day, to the second within the hour; with the day where that is not today. */
  public String tell(Instant at, Instant now) {
    if (!day(at).equals(day(now))) return format(words.say("common.time.day"), at);
    boolean near = Duration.between(now, at).abs().toHours() < 1;
    return format(near ? "HH:mm:ss" : "HH:mm", at);
  }

  private String format(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern, words.locale()).withZone(zone).format(at);
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
    String place = id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    return words.say("common.time.zone", place);
  }
}

package dev.baton.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When somebody does not want to be disturbed, by the clock on his wall; often overnight.
 *
 * @param to the first moment after it
 */
public record QuietHours(LocalTime from, LocalTime to) {
  public QuietHours {
    if (from.equals(to)) throw new IllegalArgumentException("Quiet hours begin and end");
  }

  /** When they end, where they hold at that moment. */
  public Optional<Instant> end(Instant now, ZoneId zone) {
    var local = now.atZone(zone);
    LocalTime time = local.toLocalTime();
    LocalDate today = local.toLocalDate();
    boolean overnight = to.isBefore(from);
    boolean afterFrom = !time.isBefore(from);
    boolean beforeTo = time.isBefore(to);
    boolean quiet = overnight ? afterFrom || beforeTo : afterFrom && beforeTo;
    if (!quiet) return Optional.empty();
    LocalDate ending = overnight && afterFrom ? today.plusDays(1) : today;
    Instant end = ending.atTime(to).atZone(zone).toInstant();
    // Where the clocks are put back over the end, its first showing may have passed already.
    return Optional.of(end.isAfter(now) ? end : now);
  }
}

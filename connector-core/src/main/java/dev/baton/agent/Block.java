package dev.baton.agent;

import java.time.LocalTime;

/**
 * A stretch of wall-clock time that begins on a day, such as 09:00–17:00.
 *
 * <p>A block whose end is not after its beginning runs overnight and ends on the next day:
 * 22:00–06:00 ends at six in the morning, 18:00–00:00 at midnight, and 00:00–00:00 is the whole
 * day. A block is never empty and never longer than the clock's way around, so 08:00–08:00 is 24
 * hours from eight to eight.
 *
 * @param from the first moment in the block
 * @param to the first moment after it
 */
public record Block(LocalTime from, LocalTime to) {
  /** From midnight to midnight. */
  public static final Block WHOLE_DAY = new Block(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /** Whether it ends on the day after the one on which it begins; at midnight counts. */
  public boolean overnight() {
    return !to.isAfter(from);
  }

  /** The part of it on the day on which it begins. */
  Block untilMidnight() {
    return overnight() ? new Block(from, LocalTime.MIDNIGHT) : this;
  }

  /** As an admin reads it: {@code 09:00–17:00}. */
  @Override
  public String toString() {
    return from + "–" + to;
  }
}

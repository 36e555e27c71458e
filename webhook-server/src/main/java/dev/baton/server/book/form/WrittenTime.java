package dev.baton.server.book.form;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long something lasts, as people type it: {@code 5 minutes}, {@code 1 hour 30 minutes}, {@code
 * 2 weeks}.
 *
 * @param otherwise what is told of a time that is shorter or longer
 */
public record WrittenTime(Duration shortest, Duration longest, String otherwise)
    implements Writing<Duration> {
  private static final String NEVER = "never";
  private static final Pattern PART =
      Pattern.compile("\\s*(?:,|and\\b)?\\s*(\\d{1,7})\\s*([a-z]+)\\.?");
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          Map.entry("w", Duration.ofDays(7)),
          Map.entry("week", Duration.ofDays(7)),
          Map.entry("d", Duration.ofDays(1)),
          Map.entry("day", Duration.ofDays(1)),
          Map.entry("h", Duration.ofHours(1)),
          Map.entry("hr", Duration.ofHours(1)),
          Map.entry("hour", Duration.ofHours(1)),
          Map.entry("m", Duration.ofMinutes(1)),
          Map.entry("min", Duration.ofMinutes(1)),
          Map.entry("minute", Duration.ofMinutes(1)),
          Map.entry("s", Duration.ofSeconds(1)),
          Map.entry("sec", Duration.ofSeconds(1)),
          Map.entry("second", Duration.ofSeconds(1)));

  /** The same, where no time at all is written as {@code never}. */
  public Writing<Duration> orNever() {
    return Writing.of(
        time -> time.isZero() ? NEVER : write(time),
        typed ->
            typed.isEmpty() || typed.equalsIgnoreCase(NEVER) || typed.equals("0")
                ? Duration.ZERO
                : read(typed));
  }

  @Override
  public String write(Duration time) {
    var parts = new ArrayList<String>();
    add(parts, time.toDaysPart(), "day");
    add(parts, time.toHoursPart(), "hour");
    add(parts, time.toMinutesPart(), "minute");
    add(parts, time.toSecondsPart(), "second");
    return parts.isEmpty() || time.getNano() > 0 ? time.toString() : String.join(" ", parts);
  }

  private static void add(List<String> parts, long count, String unit) {
    if (count > 0) parts.add(count + " " + unit + (count == 1 ? "" : "s"));
  }

  @Override
  public Duration read(String typed) {
    Duration time = sum(typed.toLowerCase(Locale.ROOT));
    if (time.compareTo(shortest) < 0 || time.compareTo(longest) > 0) {
      throw new IllegalArgumentException(otherwise);
    }
    return time;
  }

  private static Duration sum(String typed) {
    if (typed.matches("\\d+")) {
      throw new IllegalArgumentException(
          "Write the unit, too: " + typed + " minutes, hours or days?");
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(typed);
    int end = 0;
    while (part.find() && part.start() == end) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    if (end == 0 || end < typed.length()) throw unknown();
    return sum;
  }

  private static Duration unit(String name) {
    Duration unit = UNITS.get(name);
    if (unit == null && name.endsWith("s")) unit = UNITS.get(name.substring(0, name.length() - 1));
    if (unit == null) throw unknown();
    return unit;
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException(
        "A time is written like 5 minutes, 1 hour 30 minutes or 2 days.");
  }
}

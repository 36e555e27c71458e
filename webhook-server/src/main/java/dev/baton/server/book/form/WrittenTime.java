package dev.baton.server.book.form;

import dev.baton.server.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long something lasts, as people type it: {@code 5 minutes}, {@code 1 hour 30 minutes}, {@code
 * 2 weeks}.
 *
 * @param words in the language of who types it; English is always understood, too
 * @param otherwise what is told of a time that is shorter or longer
 */
public record WrittenTime(Words words, Duration shortest, Duration longest, String otherwise)
    implements Writing<Duration> {
  private static final String NEVER = "book.form.time.never";
  private static final Map<String, Duration> UNITS =
      Map.of(
          "book.form.time.read.week", Duration.ofDays(7),
          "book.form.time.read.day", Duration.ofDays(1),
          "book.form.time.read.hour", Duration.ofHours(1),
          "book.form.time.read.minute", Duration.ofMinutes(1),
          "book.form.time.read.second", Duration.ofSeconds(1));

  /** The same, where no time at all is written as {@code never}. */
  public Writing<Duration> orNever() {
    return Writing.of(
        time -> time.isZero() ? words.say(NEVER) : write(time),
        typed ->
            typed.isEmpty() || typed.equals("0") || said(NEVER).contains(low(typed))
                ? Duration.ZERO
                : read(typed));
  }

  @Override
  public String write(Duration time) {
    var parts = new ArrayList<String>();
    add(parts, time.toDaysPart(), "book.form.time.days");
    add(parts, time.toHoursPart(), "book.form.time.hours");
    add(parts, time.toMinutesPart(), "book.form.time.minutes");
    add(parts, time.toSecondsPart(), "book.form.time.seconds");
    return parts.isEmpty() || time.getNano() > 0 ? time.toString() : String.join(" ", parts);
  }

  private void add(List<String> parts, long count, String unit) {
    if (count > 0) parts.add(words.say(unit, count));
  }

  @Override
  public Duration read(String typed) {
    Duration time = sum(low(typed));
    if (time.compareTo(shortest) < 0 || time.compareTo(longest) > 0) {
      throw new IllegalArgumentException(otherwise);
    }
    return time;
  }

  private static String low(String typed) {
    return typed.toLowerCase(Locale.ROOT);
  }

  /** The words by which something may be typed: in the language of who types it, or in English. */
  private Set<String> said(String key) {
    return Stream.of(Words.ENGLISH, words)
        .flatMap(each -> Stream.of(each.say(key).split(" ")))
        .collect(Collectors.toSet());
  }

  private Duration sum(String typed) {
    if (typed.matches("\\d+")) {
      throw new IllegalArgumentException(words.say("book.form.time.unit", typed));
    }
    Duration sum = Duration.ZERO;
    String and = String.join("|", said("book.form.time.and"));
    Matcher part =
        Pattern.compile("\\s*(?:,|(?:" + and + ")\\b)?\\s*(\\d{1,7})\\s*(\\p{L}+)\\.?")
            .matcher(typed);
    int end = 0;
    while (part.find() && part.start() == end) {
      sum = sum.plus(unit(part.group(2)).multipliedBy(Long.parseLong(part.group(1))));
      end = part.end();
    }
    if (end == 0 || end < typed.length()) throw unknown();
    return sum;
  }

  private Duration unit(String name) {
    return UNITS.entrySet().stream()
        .filter(unit -> said(unit.getKey()).contains(name))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseThrow(this::unknown);
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException(words.say("book.form.time"));
  }
}

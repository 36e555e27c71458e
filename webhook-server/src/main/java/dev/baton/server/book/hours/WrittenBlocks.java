package dev.baton.server.book.hours;

import dev.baton.agent.Block;
import dev.baton.server.book.form.Writing;
import dev.baton.server.words.Words;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hours of a day, as people type them: {@code 9:00-12:30, 14:00-18:00}; through the night as
 * {@code 22:00-6:00}, the whole day as {@code 0:00-24:00}.
 */
record WrittenBlocks(Words words) implements Writing<List<Block>> {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::(\\d{2}))?\\s*([ap]m)?");

  @Override
  public String write(List<Block> blocks) {
    return blocks.stream()
        .map(b -> b.from() + "-" + (b.to().equals(LocalTime.MIDNIGHT) ? "24:00" : b.to()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Block> read(String typed) {
    if (typed.isEmpty() || closed(typed)) return List.of();
    String to = "\\b(?:to|" + words.say("hours.blocks.to") + ")\\b";
    var blocks = new ArrayList<Block>();
    for (String part : typed.split("[,;]")) {
      String[] ends = part.strip().split("\\s*(?:-|–|—|" + to + ")\\s*", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException(words.say("hours.blocks.ends", part.strip()));
      }
      blocks.add(new Block(time(ends[0], false), time(ends[1], true)));
    }
    return List.copyOf(blocks);
  }

  /** No hours: in the language of who typed it, or in English. */
  private boolean closed(String typed) {
    return typed.equalsIgnoreCase("closed")
        || typed.equalsIgnoreCase(words.say("hours.week.closed"));
  }

  private LocalTime time(String typed, boolean end) {
    Matcher time = TIME.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) throw notATime(typed);
    int hour = Integer.parseInt(time.group(1));
    int minute = number(time.group(2));
    int second = number(time.group(3));
    if (time.group(4) != null) {
      if (hour < 1 || hour > 12) throw notATime(typed);
      hour = hour % 12 + (time.group(4).equals("pm") ? 12 : 0);
    }
    if (end && hour == 24 && minute == 0 && second == 0) return LocalTime.MIDNIGHT;
    if (hour > 23 || minute > 59 || second > 59) throw notATime(typed);
    return LocalTime.of(hour, minute, second);
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private IllegalArgumentException notATime(String typed) {
    return new IllegalArgumentException(words.say("hours.blocks.time", typed.strip()));
  }
}

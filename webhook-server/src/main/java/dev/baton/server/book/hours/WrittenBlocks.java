package dev.baton.server.book.hours;

import dev.baton.agent.Block;
import dev.baton.server.book.form.Writing;
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
public final class WrittenBlocks implements Writing<List<Block>> {
  public static final WrittenBlocks BLOCKS = new WrittenBlocks();

  private static final String LIKE = "write hours like 9:00-12:30, 14:00-18:00";
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.](\\d{2}))?(?::(\\d{2}))?\\s*([ap]m)?");

  private WrittenBlocks() {}

  @Override
  public String write(List<Block> blocks) {
    return blocks.stream()
        .map(b -> b.from() + "-" + (b.to().equals(LocalTime.MIDNIGHT) ? "24:00" : b.to()))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Block> read(String typed) {
    if (typed.isEmpty() || typed.equalsIgnoreCase("closed")) return List.of();
    var blocks = new ArrayList<Block>();
    for (String part : typed.split("[,;]")) {
      String[] ends = part.strip().split("\\s*(?:-|–|—|\\bto\\b)\\s*", -1);
      if (ends.length != 2) {
        throw new IllegalArgumentException(
            "“" + part.strip() + "” has no beginning and end; " + LIKE + ", or leave it blank.");
      }
      blocks.add(new Block(time(ends[0], false), time(ends[1], true)));
    }
    return List.copyOf(blocks);
  }

  private static LocalTime time(String typed, boolean end) {
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

  private static IllegalArgumentException notATime(String typed) {
    return new IllegalArgumentException(
        "“" + typed.strip() + "” is no time of day; " + LIKE + ", from 0:00 to 24:00.");
  }
}

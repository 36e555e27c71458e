package dev.baton.server.book.hours;

import dev.baton.agent.Block;
import dev.baton.agent.WeeklyHours;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import dev.baton.server.words.Words;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The seven fields of a week. */
public final class Days {
  private Days() {}

  /** The fields and their labels, Monday first. */
  public static List<Map.Entry<String, String>> fields(Words words) {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> Map.entry(field(day), name(day, words.locale())))
        .toList();
  }

  static String field(DayOfWeek day) {
    return "day." + day.name().toLowerCase(Locale.ROOT);
  }

  private static String name(DayOfWeek day, Locale language) {
    return day.getDisplayName(TextStyle.FULL, language);
  }

  static void write(Map<DayOfWeek, List<Block>> week, WrittenBlocks how, Map<String, String> into) {
    week.forEach((day, blocks) -> Entry.put(into, field(day), how.write(blocks)));
  }

  static boolean typed(Typed typed) {
    return Arrays.stream(DayOfWeek.values()).anyMatch(d -> !typed.text(field(d)).isEmpty());
  }

  static WeeklyHours read(WeeklyHours before, Typed typed) {
    var how = new WrittenBlocks(typed.words());
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, typed.value(field(day), before.on(day), how));
    }
    return new WeeklyHours(before.zone(), week);
  }

  /**
   * Puts what the book finds wrong with a week to its days, and answers what belongs to none of
   * them.
   */
  static List<String> place(List<String> problems, Typed typed) {
    var left = new ArrayList<>(problems);
    for (DayOfWeek day : DayOfWeek.values()) {
      String beginning = name(day, Locale.ENGLISH) + ": ";
      List<String> here = left.stream().filter(p -> p.startsWith(beginning)).toList();
      left.removeAll(here);
      typed.wrong(field(day), here);
    }
    return left;
  }
}

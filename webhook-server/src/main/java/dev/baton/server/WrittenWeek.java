package dev.baton.server;

import static dev.baton.server.CompanyFile.required;

import dev.baton.agent.Block;
import dev.baton.agent.WeeklyHours;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours of a week as an admin writes them: blocks such as {@code 09:00-17:00} by day. */
record WrittenWeek(@Nullable String zone, Map<DayOfWeek, List<String>> week) {

  /** The hours, in the company's zone unless they name their own. */
  WeeklyHours hours(ZoneId companyZone) {
    return hours(week, zone == null ? companyZone : ZoneId.of(zone));
  }

  static WeeklyHours hours(Map<DayOfWeek, List<String>> written, ZoneId zone) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    required(written, "week").forEach((day, blocks) -> week.put(day, blocks(blocks)));
    return new WeeklyHours(zone, week);
  }

  static List<Block> blocks(List<String> written) {
    return written.stream().map(WrittenWeek::block).toList();
  }

  private static Block block(String written) {
    String[] ends = written.strip().split("[-–]");
    if (ends.length != 2) {
      throw new IllegalArgumentException(
          "A block of hours is written like 09:00-17:00, but this is " + written);
    }
    return new Block(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
  }
}

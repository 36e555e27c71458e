package dev.baton.review;

import dev.baton.agent.Block;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.review.Field.Many;
import dev.baton.review.Field.Value;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operating hours, day by day. */
final class HoursFields {
  private HoursFields() {}

  static final List<Field<OperatingHours>> ALL = all();

  private static List<Field<OperatingHours>> all() {
    var fields = new ArrayList<Field<OperatingHours>>();
    fields.add(
        new Value<>(
            "time zone of operating hours",
            h -> h.week().zone(),
            (h, v) -> during(h, new WeeklyHours(v, h.week().week())),
            v -> v.getId()));
    for (DayOfWeek day : DayOfWeek.values()) {
      fields.add(
          new Value<>(
              Words.day(day), h -> h.week().on(day), (h, v) -> during(h, day, v), Words::blocks));
    }
    fields.add(
        new Many<>(
            "dated hours",
            h -> List.copyOf(h.overrides().entrySet()),
            HoursFields::dated,
            date -> date.getKey().toString(),
            date -> Words.blocks(date.getValue()),
            true));
    fields.add(
        new Value<>(
            "admin's word",
            OperatingHours::adminOverride,
            OperatingHours::with,
            v -> v.map(Words::override).orElse("")));
    fields.add(
        new Value<OperatingHours, Duration>(
            "gap between released leads",
            OperatingHours::releaseGap,
            (h, v) -> new OperatingHours(h.week(), h.overrides(), h.adminOverride(), v),
            Words::time));
    return List.copyOf(fields);
  }

  private static OperatingHours during(OperatingHours h, WeeklyHours week) {
    return new OperatingHours(week, h.overrides(), h.adminOverride(), h.releaseGap());
  }

  private static OperatingHours during(OperatingHours h, DayOfWeek day, List<Block> blocks) {
    var week = new EnumMap<DayOfWeek, List<Block>>(DayOfWeek.class);
    week.putAll(h.week().week());
    week.put(day, blocks);
    return during(h, new WeeklyHours(h.week().zone(), week));
  }

  private static OperatingHours dated(
      OperatingHours h, List<Map.Entry<LocalDate, List<Block>>> dates) {
    var overrides = new HashMap<LocalDate, List<Block>>();
    dates.forEach(date -> overrides.put(date.getKey(), date.getValue()));
    return new OperatingHours(h.week(), overrides, h.adminOverride(), h.releaseGap());
  }
}

package dev.baton.server.book.hours;

import static dev.baton.server.book.hours.WrittenBlocks.BLOCKS;

import dev.baton.agent.Block;
import dev.baton.agent.Holiday;
import dev.baton.agent.OperatingHours;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.Calendar;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writing;
import dev.baton.server.book.form.Writings;
import dev.baton.server.book.form.WrittenTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the company works: its zone, its hours with dated ones, and holidays of regions. */
final class CalendarEntry implements Entry<Calendar> {
  static final String HOURS = "hours";
  static final String HOURS_ZONE = "hoursZone";
  private static final String ZONE = "zone";
  private static final String DATED = "dated";
  private static final String GAP = "releaseGap";
  private static final String HOLIDAYS = "holidays";

  /** As wide as a database and a spreadsheet can follow. */
  private static final int LAST_YEAR = 9999;

  private static final WrittenTime GAPS =
      new WrittenTime(
          OperatingHours.SHORTEST_GAP,
          OperatingHours.LONGEST_GAP,
          "Held leads are released 5 to 60 seconds apart.");

  private static final Writing<Map.Entry<LocalDate, List<Block>>> DATED_HOURS =
      Writing.of(CalendarEntry::dated, CalendarEntry::dated);

  private static final Writing<Holiday> HOLIDAY =
      Writing.of(h -> h.date() + ", " + h.region() + ", " + h.name(), CalendarEntry::holiday);

  @Override
  public void write(Calendar from, Map<String, String> into) {
    into.put(ZONE, Writings.ZONE.write(from.zone()));
    from.hours().ifPresent(hours -> write(hours, into));
    Entry.put(into, HOLIDAYS, Typed.lines(from.holidays(), HOLIDAY));
  }

  private static void write(OperatingHours hours, Map<String, String> into) {
    into.put(HOURS, "yes");
    into.put(HOURS_ZONE, Writings.ZONE.write(hours.week().zone()));
    Days.write(hours.week().week(), into);
    Entry.put(into, DATED, Typed.lines(entries(hours), DATED_HOURS));
    into.put(GAP, GAPS.write(hours.releaseGap()));
  }

  @Override
  public Calendar read(Calendar before, Typed typed) {
    ZoneId zone = typed.value(ZONE, before.zone(), Writings.ZONE);
    Optional<OperatingHours> hours = hours(before, zone, typed);
    return new Calendar(zone, hours, typed.lines(HOLIDAYS, before.holidays(), HOLIDAY));
  }

  private static Optional<OperatingHours> hours(Calendar before, ZoneId zone, Typed typed) {
    if (!typed.ticked(HOURS)) {
      if (before.hours().isEmpty() && (Days.typed(typed) || !typed.text(DATED).isEmpty())) {
        typed.wrong(HOURS, "Tick this for the hours that you typed, or leave them blank.");
      }
      return Optional.empty();
    }
    OperatingHours base = before.hours().orElse(OperatingHours.of(new WeeklyHours(zone, Map.of())));
    WeeklyHours week =
        Days.read(new WeeklyHours(zone(before, base, zone, typed), base.week().week()), typed);
    Map<LocalDate, List<Block>> dated =
        byDate(typed.lines(DATED, entries(base), DATED_HOURS), typed);
    Duration gap =
        typed.text(GAP).isEmpty()
            ? OperatingHours.SHORTEST_GAP
            : typed.value(GAP, base.releaseGap(), GAPS);
    var read = new OperatingHours(week, dated, base.adminOverride(), gap);
    typed.wrong(DATED, Days.place(read.problems(), typed));
    return Optional.of(read);
  }

  /** The hours go by the company's clock, unless they had one of their own. */
  private static ZoneId zone(Calendar before, OperatingHours base, ZoneId zone, Typed typed) {
    ZoneId hours = base.week().zone();
    return ownZone(before) && !typed.text(HOURS_ZONE).isEmpty()
        ? typed.value(HOURS_ZONE, hours, Writings.ZONE)
        : zone;
  }

  /** Whether the hours have a clock that is not the company's. */
  static boolean ownZone(Calendar calendar) {
    return calendar.hours().filter(h -> !h.week().zone().equals(calendar.zone())).isPresent();
  }

  private static List<Map.Entry<LocalDate, List<Block>>> entries(OperatingHours hours) {
    return List.copyOf(hours.overrides().entrySet());
  }

  private static Map<LocalDate, List<Block>> byDate(
      List<Map.Entry<LocalDate, List<Block>>> lines, Typed typed) {
    var byDate = new LinkedHashMap<LocalDate, List<Block>>();
    for (var line : lines) {
      if (byDate.put(line.getKey(), line.getValue()) != null) {
        typed.wrong(DATED, line.getKey() + " stands there twice; keep one of them.");
      }
    }
    return byDate;
  }

  private static String dated(Map.Entry<LocalDate, List<Block>> line) {
    String hours = BLOCKS.write(line.getValue());
    return line.getKey() + " " + (hours.isEmpty() ? "closed" : hours);
  }

  private static Map.Entry<LocalDate, List<Block>> dated(String line) {
    String[] parts = line.split("[\\s:]+", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(
          "“" + line + "” says a date and its hours, like 2026-12-24 9:00-12:00 or closed.");
    }
    return Map.entry(date(parts[0]), BLOCKS.read(parts[1].strip()));
  }

  private static Holiday holiday(String line) {
    String[] parts = line.split(",", 3);
    if (parts.length < 3 || parts[1].isBlank() || parts[2].isBlank()) {
      throw new IllegalArgumentException(
          "“" + line + "” says a date, a region and a name, like 2026-12-25, DE-BY, Christmas.");
    }
    return new Holiday(parts[1].strip(), date(parts[0].strip()), parts[2].strip());
  }

  private static LocalDate date(String typed) {
    try {
      LocalDate date = LocalDate.parse(typed);
      if (date.getYear() > 0 && date.getYear() <= LAST_YEAR) return date;
    } catch (DateTimeException notOne) {
      // Said below.
    }
    throw new IllegalArgumentException("“" + typed + "” is no date; write it like 2026-12-25.");
  }
}

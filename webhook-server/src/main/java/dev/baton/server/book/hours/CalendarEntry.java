package dev.baton.server.book.hours;

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
import dev.baton.server.words.Words;
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

  private final Words words;
  private final WrittenBlocks blocks;
  private final WrittenTime gaps;
  private final Writing<Map.Entry<LocalDate, List<Block>>> datedHours =
      Writing.of(this::dated, this::dated);
  private final Writing<Holiday> holidays =
      Writing.of(h -> h.date() + ", " + h.region() + ", " + h.name(), this::holiday);

  /**
   * @param words in the language of who types them
   */
  CalendarEntry(Words words) {
    this.words = words;
    this.blocks = new WrittenBlocks(words);
    this.gaps =
        new WrittenTime(
            words,
            OperatingHours.SHORTEST_GAP,
            OperatingHours.LONGEST_GAP,
            words.say("hours.gap.wrong"));
  }

  @Override
  public void write(Calendar from, Map<String, String> into) {
    into.put(ZONE, Writings.written(from.zone()));
    from.hours().ifPresent(hours -> write(hours, into));
    Entry.put(into, HOLIDAYS, Typed.lines(from.holidays(), holidays));
  }

  private void write(OperatingHours hours, Map<String, String> into) {
    into.put(HOURS, "yes");
    into.put(HOURS_ZONE, Writings.written(hours.week().zone()));
    Days.write(hours.week().week(), blocks, into);
    Entry.put(into, DATED, Typed.lines(entries(hours), datedHours));
    into.put(GAP, gaps.write(hours.releaseGap()));
  }

  @Override
  public Calendar read(Calendar before, Typed typed) {
    ZoneId zone = typed.value(ZONE, before.zone(), Writings.zone(words));
    Optional<OperatingHours> hours = hours(before, zone, typed);
    return new Calendar(zone, hours, typed.lines(HOLIDAYS, before.holidays(), holidays));
  }

  private Optional<OperatingHours> hours(Calendar before, ZoneId zone, Typed typed) {
    if (!typed.ticked(HOURS)) {
      if (before.hours().isEmpty() && (Days.typed(typed) || !typed.text(DATED).isEmpty())) {
        typed.wrong(HOURS, words.say("hours.held.untick"));
      }
      return Optional.empty();
    }
    OperatingHours base = before.hours().orElse(OperatingHours.of(new WeeklyHours(zone, Map.of())));
    WeeklyHours week =
        Days.read(new WeeklyHours(zone(before, base, zone, typed), base.week().week()), typed);
    Map<LocalDate, List<Block>> dated =
        byDate(typed.lines(DATED, entries(base), datedHours), typed);
    Duration gap =
        typed.text(GAP).isEmpty()
            ? OperatingHours.SHORTEST_GAP
            : typed.value(GAP, base.releaseGap(), gaps);
    var read = new OperatingHours(week, dated, base.adminOverride(), gap);
    typed.wrong(DATED, Days.place(read.problems(), typed));
    return Optional.of(read);
  }

  /** The hours go by the company's clock, unless they had one of their own. */
  private ZoneId zone(Calendar before, OperatingHours base, ZoneId zone, Typed typed) {
    ZoneId hours = base.week().zone();
    return ownZone(before) && !typed.text(HOURS_ZONE).isEmpty()
        ? typed.value(HOURS_ZONE, hours, Writings.zone(words))
        : zone;
  }

  /** Whether the hours have a clock that is not the company's. */
  static boolean ownZone(Calendar calendar) {
    return calendar.hours().filter(h -> !h.week().zone().equals(calendar.zone())).isPresent();
  }

  private static List<Map.Entry<LocalDate, List<Block>>> entries(OperatingHours hours) {
    return List.copyOf(hours.overrides().entrySet());
  }

  private Map<LocalDate, List<Block>> byDate(
      List<Map.Entry<LocalDate, List<Block>>> lines, Typed typed) {
    var byDate = new LinkedHashMap<LocalDate, List<Block>>();
    for (var line : lines) {
      if (byDate.put(line.getKey(), line.getValue()) != null) {
        typed.wrong(DATED, words.say("hours.dated.twice", line.getKey().toString()));
      }
    }
    return byDate;
  }

  private String dated(Map.Entry<LocalDate, List<Block>> line) {
    String hours = blocks.write(line.getValue());
    return line.getKey() + " " + (hours.isEmpty() ? words.say("hours.week.closed") : hours);
  }

  private Map.Entry<LocalDate, List<Block>> dated(String line) {
    String[] parts = line.split("[\\s:]+", 2);
    if (parts.length < 2) {
      throw new IllegalArgumentException(words.say("hours.dated.wrong", line));
    }
    return Map.entry(date(parts[0]), blocks.read(parts[1].strip()));
  }

  private Holiday holiday(String line) {
    String[] parts = line.split(",", 3);
    if (parts.length < 3 || parts[1].isBlank() || parts[2].isBlank()) {
      throw new IllegalArgumentException(words.say("hours.holidays.wrong", line));
    }
    return new Holiday(parts[1].strip(), date(parts[0].strip()), parts[2].strip());
  }

  private LocalDate date(String typed) {
    try {
      LocalDate date = LocalDate.parse(typed);
      if (date.getYear() > 0 && date.getYear() <= LAST_YEAR) return date;
    } catch (DateTimeException notOne) {
      // Said below.
    }
    throw new IllegalArgumentException(words.say("hours.date.wrong", typed));
  }
}

package dev.baton.agent;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The most leads an agent may have in a period (domain §8). A period without a cap is unlimited.
 *
 * <p>Periods lie on the clock of a zone: the hour is 10:00 to 11:00, not the last sixty minutes,
 * and the week begins on Monday. Days, weeks and months go from midnight to midnight, however many
 * hours the clocks give them. Half hours and hours end where the clock jumps: an hour that is shown
 * twice is two hours with a cap each, so that neither lasts longer than its name says, and of one
 * that is partly skipped only the rest counts.
 *
 * @param most how many leads are allowed; 0 allows none
 * @param tag the tag whose leads are counted, as an admin wrote it; empty counts all
 */
public record Cap(Period period, int most, Optional<String> tag) {
  /** Domain §8: per team, up to 3 periods. */
  private static final int MOST_PERIODS = 3;

  /** What a cap counts over. */
  public enum Period {
    HALF_HOUR,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    /** All leads ever. */
    TOTAL,
    /** Leads the agent is working on now, whenever they came. */
    ACTIVE;

    /** Whether it begins anew by the clock. */
    public boolean onTheClock() {
      return this != TOTAL && this != ACTIVE;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public Cap {
    if (most < 0) throw new IllegalArgumentException("A cap is not negative: " + most);
    if (tag.filter(String::isBlank).isPresent()) {
      throw new IllegalArgumentException("A cap for a tag names it");
    }
  }

  /** Whether somebody with that many leads in the period may have no more. */
  public boolean reached(int leads) {
    return leads >= most;
  }

  /** The first moment of the period now; empty for {@code TOTAL} and {@code ACTIVE}. */
  public Optional<Instant> startOf(Instant now, ZoneId zone) {
    LocalDate day = CalendarDay.of(now, zone);
    return switch (period) {
      case HALF_HOUR -> Optional.of(startOfClock(30, now, zone));
      case HOUR -> Optional.of(startOfClock(60, now, zone));
      case DAY -> midnight(day, zone);
      case WEEK -> midnight(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
      case MONTH -> midnight(day.withDayOfMonth(1), zone);
      case TOTAL, ACTIVE -> Optional.empty();
    };
  }

  /** The first moment of the next period; empty for {@code TOTAL} and {@code ACTIVE}. */
  public Optional<Instant> endOf(Instant now, ZoneId zone) {
    LocalDate day = CalendarDay.of(now, zone);
    return switch (period) {
      case HALF_HOUR -> Optional.of(endOfClock(30, now, zone));
      case HOUR -> Optional.of(endOfClock(60, now, zone));
      case DAY -> midnight(day.plusDays(1), zone);
      case WEEK -> midnight(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)), zone);
      case MONTH -> midnight(day.with(TemporalAdjusters.firstDayOfNextMonth()), zone);
      case TOTAL, ACTIVE -> Optional.empty();
    };
  }

  /** What keeps a team's caps from being published, each saying which and what to do. */
  public static List<String> problems(List<Cap> caps) {
    var problems = new ArrayList<String>();
    Map<Optional<String>, List<Period>> byTag = new LinkedHashMap<>();
    for (Cap cap : caps) {
      byTag.computeIfAbsent(cap.tag(), any -> new ArrayList<>()).add(cap.period());
    }
    byTag.forEach(
        (tag, periods) -> {
          String where = tag.map(t -> "Caps for tag " + t).orElse("Caps");
          List<Period> distinct = periods.stream().distinct().sorted().toList();
          for (Period period : distinct) {
            long times = periods.stream().filter(period::equals).count();
            if (times > 1) {
              problems.add(
                  where + ": " + times + " caps for " + period.words() + "; keep one of them.");
            }
          }
          long onTheClock = distinct.stream().filter(Period::onTheClock).count();
          if (onTheClock > MOST_PERIODS) {
            problems.add(
                where + ": " + onTheClock + " periods, but at most 3 are allowed; remove some.");
          }
        });
    return List.copyOf(problems);
  }

  private static Optional<Instant> midnight(LocalDate day, ZoneId zone) {
    return Optional.of(CalendarDay.startOf(day, zone));
  }

  private static Instant startOfClock(int minutes, Instant now, ZoneId zone) {
    Instant start = shownStart(minutes, now, zone);
    ZoneOffsetTransition jump = zone.getRules().previousTransition(now.plusNanos(1));
    return jump != null && jump.getInstant().isAfter(start) ? jump.getInstant() : start;
  }

  private static Instant endOfClock(int minutes, Instant now, ZoneId zone) {
    Instant end = shownStart(minutes, now, zone).plusSeconds(minutes * 60L);
    ZoneOffsetTransition jump = zone.getRules().nextTransition(now);
    return jump != null && jump.getInstant().isBefore(end) ? jump.getInstant() : end;
  }

  /** When the clock would have begun the (half) hour it shows now, had it not jumped since. */
  private static Instant shownStart(int minutes, Instant now, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(now);
    LocalDateTime shown = LocalDateTime.ofInstant(now, offset);
    int minute = shown.getMinute() - shown.getMinute() % minutes;
    return shown.toLocalDate().atTime(shown.getHour(), minute).toInstant(offset);
  }
}

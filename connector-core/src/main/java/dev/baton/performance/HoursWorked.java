package dev.baton.performance;

import dev.baton.agent.Absence;
import dev.baton.agent.Holidays;
import dev.baton.agent.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long somebody was at work (domain §10): the hours of his shift, minus those he was out of
 * office, minus holidays; whether he had switched himself off is not looked at. In real time: a day
 * has 23, 24 or 25 hours.
 *
 * @param shift the hours of his shift, else of his team, else of the company
 * @param outOfOffice of these, when he was away
 * @param holidays of these, when his region had a holiday and he was not away anyhow
 */
public record HoursWorked(Duration shift, Duration outOfOffice, Duration holidays) {
  public static final HoursWorked NONE =
      new HoursWorked(Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private record Stretch(Instant from, Instant to) {
    boolean any() {
      return from.isBefore(to);
    }
  }

  /**
   * The hours between two moments.
   *
   * @param region whose holidays he has; empty for none
   * @param to exclusive
   */
  public static HoursWorked of(
      WeeklyHours week,
      List<Absence> absences,
      Optional<String> region,
      Holidays holidays,
      Instant from,
      Instant to) {
    List<Stretch> away = away(absences, from, to);
    List<Stretch> free = new ArrayList<>();
    if (region.isPresent()) free = free(week, region.get(), holidays, from, to);
    return new HoursWorked(
        week.openTime(from, to), open(week, away), open(week, without(free, away)));
  }

  public Duration worked() {
    return shift.minus(outOfOffice).minus(holidays);
  }

  public HoursWorked plus(HoursWorked more) {
    return new HoursWorked(
        shift.plus(more.shift), outOfOffice.plus(more.outOfOffice), holidays.plus(more.holidays));
  }

  private static Duration open(WeeklyHours week, List<Stretch> stretches) {
    return stretches.stream()
        .map(stretch -> week.openTime(stretch.from, stretch.to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Times away, with those that touch or overlap made one. */
  private static List<Stretch> away(List<Absence> absences, Instant from, Instant to) {
    var merged = new ArrayList<Stretch>();
    absences.stream()
        .map(absence -> clipped(absence.from(), absence.to(), from, to))
        .filter(Stretch::any)
        .sorted(Comparator.comparing(Stretch::from))
        .forEach(
            next -> {
              if (merged.isEmpty() || next.from.isAfter(merged.getLast().to)) {
                merged.add(next);
              } else if (next.to.isAfter(merged.getLast().to)) {
                merged.add(new Stretch(merged.removeLast().from, next.to));
              }
            });
    return merged;
  }

  private static List<Stretch> free(
      WeeklyHours week, String region, Holidays holidays, Instant from, Instant to) {
    var free = new ArrayList<Stretch>();
    LocalDate last = LocalDate.ofInstant(to, week.zone());
    for (LocalDate day = LocalDate.ofInstant(from, week.zone());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      Instant begins = day.atStartOfDay(week.zone()).toInstant();
      if (!holidays.on(region, begins, week.zone())) continue;
      Instant ends = day.plusDays(1).atStartOfDay(week.zone()).toInstant();
      Stretch holiday = clipped(begins, ends, from, to);
      if (holiday.any()) free.add(holiday);
    }
    return free;
  }

  private static List<Stretch> without(List<Stretch> stretches, List<Stretch> taken) {
    List<Stretch> left = stretches;
    for (Stretch gone : taken) {
      var next = new ArrayList<Stretch>();
      for (Stretch stretch : left) {
        var before = clipped(stretch.from, gone.from, stretch.from, stretch.to);
        var after = clipped(gone.to, stretch.to, stretch.from, stretch.to);
        if (before.any()) next.add(before);
        if (after.any()) next.add(after);
      }
      left = next;
    }
    return left;
  }

  private static Stretch clipped(Instant from, Instant to, Instant first, Instant last) {
    return new Stretch(from.isBefore(first) ? first : from, to.isAfter(last) ? last : to);
  }
}

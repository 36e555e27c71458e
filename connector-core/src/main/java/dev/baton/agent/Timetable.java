package dev.baton.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * When the blocks of local days are open in real time: what an ordinary week and a week with dated
 * overrides have in common. How a block meets a change of the clocks is told at {@link
 * WeeklyHours}.
 *
 * @param blocks the blocks that begin on a day; the same in every week after the last override
 * @param lastOverride the last day that differs from its week, {@link LocalDate#MIN} for none
 */
record Timetable(ZoneId zone, Function<LocalDate, List<Block>> blocks, LocalDate lastOverride) {
  /** An overnight block of the day before yesterday still runs where a zone skipped yesterday. */
  private static final int DAYS_BACK = 2;

  /** Tomorrow has begun where clocks were then turned back across midnight. */
  private static final int DAYS_AHEAD = 1;

  /**
   * A week repeats, and a change of the clocks spoils it once: what is the same five weeks after
   * the last override stays the same.
   */
  private static final int DAYS_SEARCHED = 35;

  boolean open(Instant at) {
    LocalDate today = dayOf(at);
    for (int i = -DAYS_BACK; i <= DAYS_AHEAD; i++) {
      for (Stretch stretch : on(today.plusDays(i))) if (stretch.holds(at)) return true;
    }
    return false;
  }

  Optional<Instant> nextOpening(Instant from) {
    if (open(from)) return Optional.of(from);
    return runs(dayOf(from), searchedUntil(from)).stream()
        .map(Stretch::from)
        .filter(from::isBefore)
        .findFirst();
  }

  Optional<Instant> nextChange(Instant after) {
    LocalDate until = searchedUntil(after);
    Instant forGood = until.minusDays(DAYS_BACK).atStartOfDay(zone).toInstant();
    for (Stretch run : runs(dayOf(after), until)) {
      if (run.from().isAfter(after)) return Optional.of(run.from());
      if (run.to().isAfter(after)) return Optional.of(run.to()).filter(forGood::isAfter);
    }
    return Optional.empty();
  }

  Duration openTime(Instant from, Instant to) {
    if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
    return runs(dayOf(from), dayOf(to)).stream()
        .map(run -> run.within(from, to))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What is open between two instants, in order and apart from each other. */
  List<Stretch> stretches(Instant from, Instant to) {
    var within = new ArrayList<Stretch>();
    for (Stretch run : runs(dayOf(from), dayOf(to))) {
      Instant first = run.from().isAfter(from) ? run.from() : from;
      Instant last = run.to().isBefore(to) ? run.to() : to;
      if (first.isBefore(last)) within.add(new Stretch(first, last));
    }
    return within;
  }

  private LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  private LocalDate searchedUntil(Instant from) {
    LocalDate today = dayOf(from);
    return (lastOverride.isAfter(today) ? lastOverride : today).plusDays(DAYS_SEARCHED);
  }

  /** All that is open around these days, in order, with blocks that touch or overlap made one. */
  private List<Stretch> runs(LocalDate first, LocalDate last) {
    var stretches = new ArrayList<Stretch>();
    LocalDate end = last.plusDays(DAYS_AHEAD);
    for (LocalDate day = first.minusDays(DAYS_BACK); !day.isAfter(end); day = day.plusDays(1)) {
      stretches.addAll(on(day));
    }
    stretches.sort(Comparator.comparing(Stretch::from));
    var runs = new ArrayList<Stretch>();
    for (Stretch next : stretches) {
      if (runs.isEmpty() || next.from().isAfter(runs.getLast().to())) {
        runs.add(next);
      } else if (next.to().isAfter(runs.getLast().to())) {
        runs.add(new Stretch(runs.removeLast().from(), next.to()));
      }
    }
    return runs;
  }

  private List<Stretch> on(LocalDate day) {
    // A day that the zone skips, as Samoa skipped 30 December 2011, never comes.
    if (!day.atStartOfDay(zone).toLocalDate().equals(day)) return List.of();
    var stretches = new ArrayList<Stretch>();
    for (Block block : blocks.apply(day)) {
      LocalDate endsOn = block.overnight() ? day.plusDays(1) : day;
      Instant from = day.atTime(block.from()).atZone(zone).withEarlierOffsetAtOverlap().toInstant();
      Instant to = endsOn.atTime(block.to()).atZone(zone).withLaterOffsetAtOverlap().toInstant();
      if (from.isBefore(to)) stretches.add(new Stretch(from, to));
    }
    return stretches;
  }
}

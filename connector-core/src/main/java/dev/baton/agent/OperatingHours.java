package dev.baton.agent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * When a company hands out leads; a lead that comes outside these hours is held and released when
 * they begin, oldest first (domain §5).
 *
 * <p>An override stands in place of all that its date would have had. The night before it, as the
 * ordinary week has it, ends at midnight: who closes the 25th of December does not expect leads to
 * go out at one in the morning. A night that an override itself begins goes on to its end, also
 * into another override, for an admin wrote it for that very night.
 *
 * @param week the ordinary week, in the company's zone
 * @param overrides the blocks that begin on a date instead of the week's; none closes the date
 * @param releaseGap how far apart held leads are released
 */
public record OperatingHours(
    WeeklyHours week,
    Map<LocalDate, List<Block>> overrides,
    Optional<AdminOverride> adminOverride,
    Duration releaseGap) {
  public static final Duration SHORTEST_GAP = Duration.ofSeconds(5);
  public static final Duration LONGEST_GAP = Duration.ofSeconds(60);

  public OperatingHours {
    var copy = new TreeMap<LocalDate, List<Block>>();
    overrides.forEach((date, blocks) -> copy.put(date, List.copyOf(blocks)));
    overrides = Collections.unmodifiableSortedMap(copy);
    if (releaseGap.isNegative()) throw new IllegalArgumentException("A gap is not negative");
  }

  /** The week alone, with the shortest gap: a customer who waited all night waits no longer. */
  public static OperatingHours of(WeeklyHours week) {
    return new OperatingHours(week, Map.of(), Optional.empty(), SHORTEST_GAP);
  }

  /** The same, but for the admin's word. */
  public OperatingHours with(Optional<AdminOverride> word) {
    return new OperatingHours(week, overrides, word, releaseGap);
  }

  /**
   * The week that agents without hours of their own have at that moment: an admin who opens or
   * closes the company does so for them, too.
   */
  public WeeklyHours weekAt(Instant at) {
    return adminOverride
        .filter(word -> word.holds(at))
        .map(
            word ->
                word.open()
                    ? WeeklyHours.always(week.zone())
                    : new WeeklyHours(week.zone(), Map.of()))
        .orElse(week);
  }

  public boolean open(Instant at) {
    return adminOverride
        .filter(word -> word.holds(at))
        .map(AdminOverride::open)
        .orElseGet(() -> timetable().open(at));
  }

  /** The instant itself when open then; empty when it never opens again. */
  public Optional<Instant> nextOpening(Instant from) {
    return open(from) ? Optional.of(from) : timetable().nextOpening(hoursHoldFrom(from));
  }

  /** When it next opens or closes, later than that instant; empty when it never does. */
  public Optional<Instant> nextChange(Instant after) {
    Instant hours = hoursHoldFrom(after);
    if (hours.isAfter(after) && timetable().open(hours) != open(after)) return Optional.of(hours);
    return timetable().nextChange(hours);
  }

  /**
   * When it is open between two instants, the admin's word left aside, in order and apart from each
   * other.
   */
  public List<Stretch> stretches(Instant from, Instant to) {
    return timetable().stretches(from, to);
  }

  /**
   * When the next held lead may go out: when open, and no sooner than the gap after the one before.
   * Where the gap would end after closing, the lead waits for the opening after that.
   *
   * @param lastRelease when a held lead last went out
   * @return empty when it never opens again
   */
  public Optional<Instant> releaseAt(Instant now, Optional<Instant> lastRelease) {
    Instant soonest =
        lastRelease.map(last -> last.plus(releaseGap)).filter(now::isBefore).orElse(now);
    return nextOpening(soonest);
  }

  /** What keeps these hours from being published, each saying where and what to do. */
  public List<String> problems() {
    var problems = new ArrayList<>(week.problems());
    overrides.forEach(
        (date, blocks) -> {
          problems.addAll(BlockOverlaps.within(date.toString(), blocks));
          LocalDate next = date.plusDays(1);
          problems.addAll(
              BlockOverlaps.across(date.toString(), blocks, next.toString(), writtenFor(next)));
        });
    if (releaseGap.compareTo(SHORTEST_GAP) < 0 || releaseGap.compareTo(LONGEST_GAP) > 0) {
      problems.add(
          "Release gap: "
              + releaseGap.toSeconds()
              + " seconds, but held leads are released 5 to 60 seconds apart.");
    }
    return List.copyOf(problems);
  }

  private Instant hoursHoldFrom(Instant at) {
    return adminOverride.map(AdminOverride::until).filter(at::isBefore).orElse(at);
  }

  private Timetable timetable() {
    LocalDate last =
        overrides.isEmpty() ? LocalDate.MIN : ((SortedMap<LocalDate, ?>) overrides).lastKey();
    return new Timetable(week.zone(), this::on, last);
  }

  private List<Block> writtenFor(LocalDate date) {
    return overrides.getOrDefault(date, week.on(date.getDayOfWeek()));
  }

  private List<Block> on(LocalDate date) {
    boolean runsOn = overrides.containsKey(date) || !overrides.containsKey(date.plusDays(1));
    List<Block> blocks = writtenFor(date);
    return runsOn ? blocks : blocks.stream().map(Block::untilMidnight).toList();
  }
}

package dev.baton.agent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The holidays of all regions. Each lasts from midnight to midnight in the zone it is asked for.
 */
public final class Holidays {
  public static final Holidays NONE = of(Set.of());

  private final Set<Holiday> all;
  private final Map<String, NavigableMap<LocalDate, Holiday>> byRegion = new HashMap<>();

  private Holidays(Collection<Holiday> holidays) {
    all = Collections.unmodifiableSet(new LinkedHashSet<>(holidays));
    for (Holiday holiday : all) {
      byRegion
          .computeIfAbsent(holiday.region(), any -> new TreeMap<>())
          .putIfAbsent(holiday.date(), holiday);
    }
  }

  /** Of two on the same day in a region, the first gives the day its name. */
  public static Holidays of(Collection<Holiday> holidays) {
    return new Holidays(holidays);
  }

  public Set<Holiday> all() {
    return all;
  }

  public boolean on(String region, Instant at, ZoneId zone) {
    return at(region, at, zone).isPresent();
  }

  /** The holiday on which an instant falls in that region. */
  public Optional<Holiday> at(String region, Instant at, ZoneId zone) {
    return Optional.ofNullable(in(region).get(CalendarDay.of(at, zone)));
  }

  /** When a holiday next begins or ends there, holidays in a row being one; empty for no more. */
  public Optional<Instant> nextChange(String region, Instant after, ZoneId zone) {
    NavigableMap<LocalDate, Holiday> days = in(region);
    LocalDate day = CalendarDay.of(after, zone);
    if (!days.containsKey(day)) {
      return Optional.ofNullable(days.higherKey(day)).map(next -> CalendarDay.startOf(next, zone));
    }
    while (days.containsKey(day)) day = day.plusDays(1);
    return Optional.of(CalendarDay.startOf(day, zone));
  }

  private NavigableMap<LocalDate, Holiday> in(String region) {
    return byRegion.getOrDefault(region, Collections.emptyNavigableMap());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Holidays holidays && all.equals(holidays.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}

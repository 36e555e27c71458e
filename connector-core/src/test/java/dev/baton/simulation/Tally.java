package dev.baton.simulation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How often each {@link Sight} was met, and how much was done. */
final class Tally {
  private final long[] seen = new long[Sight.values().length];
  private long schedules;
  private long decisions;

  void saw(Sight sight) {
    seen[sight.ordinal()]++;
  }

  void decided() {
    decisions++;
  }

  void finished() {
    schedules++;
  }

  long schedules() {
    return schedules;
  }

  long decisions() {
    return decisions;
  }

  void add(Tally other) {
    for (int i = 0; i < seen.length; i++) seen[i] += other.seen[i];
    schedules += other.schedules;
    decisions += other.decisions;
  }

  Set<Sight> missing() {
    var missing = EnumSet.allOf(Sight.class);
    missing.removeIf(sight -> seen[sight.ordinal()] > 0);
    return missing;
  }

  List<String> lines() {
    var lines = new ArrayList<String>();
    for (Sight sight : Sight.values()) {
      String name = sight.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.add(String.format(Locale.ROOT, "%,14d  %s", seen[sight.ordinal()], name));
    }
    return lines;
  }
}

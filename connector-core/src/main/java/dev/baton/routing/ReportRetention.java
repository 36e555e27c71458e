package dev.baton.routing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far reports go back (domain §10). What is older is not told any more, and not deleted: where
 * the number is raised, it is told again.
 *
 * @param days today is the first of them; empty for unlimited
 */
public record ReportRetention(OptionalInt days) {
  public static final ReportRetention UNLIMITED = new ReportRetention(OptionalInt.empty());

  private static final int MOST_DAYS = 36_500;

  public static ReportRetention of(int days) {
    return new ReportRetention(OptionalInt.of(days));
  }

  /** The first day that reports tell of; empty where they tell of all. */
  public Optional<LocalDate> firstDay(LocalDate today) {
    return days.isPresent() ? Optional.of(today.minusDays(days.getAsInt() - 1L)) : Optional.empty();
  }

  /** What keeps it from being published, saying what to do. */
  List<String> problems() {
    if (days.isEmpty() || (days.getAsInt() >= 1 && days.getAsInt() <= MOST_DAYS)) return List.of();
    return List.of(
        "Reports go back "
            + days.getAsInt()
            + " days; give them 1 to 36,500, or leave it out for no limit.");
  }
}

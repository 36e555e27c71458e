package dev.baton.agent;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What reports tell of a team's leads beside the usual (domain §10).
 *
 * @param actionInHours whether time to action counts the agent's working hours only
 * @param metrics in the order of their columns
 */
public record TeamReports(boolean actionInHours, List<FieldMetric> metrics) {
  public static final TeamReports USUAL = new TeamReports(false, List.of());

  /** A table of more columns is a file. */
  private static final int MOST_METRICS = 10;

  public TeamReports {
    metrics = List.copyOf(Objects.requireNonNullElse(metrics, List.of()));
  }

  /** What keeps it from being published, each saying what to do. */
  List<String> problems() {
    var problems = new ArrayList<String>();
    if (metrics.size() > MOST_METRICS) {
      problems.add(metrics.size() + " metrics, but at most 10 are allowed; remove some.");
    }
    var names = new HashSet<String>();
    for (FieldMetric metric : metrics) {
      if (!names.add(metric.name().toLowerCase(Locale.ROOT))) {
        problems.add("Two metrics are named " + metric.name() + "; rename one of them.");
      }
    }
    return problems;
  }
}

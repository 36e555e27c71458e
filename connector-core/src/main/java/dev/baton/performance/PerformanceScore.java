package dev.baton.performance;

import dev.baton.routing.RoutingFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How well an agent deals with offers (domain §9): 100 to begin with, plus the points of what
 * happened in a period; uncapped, and below zero if need be.
 */
public final class PerformanceScore {
  public static final int START = RoutingFacts.STARTING_SCORE;

  /** Routing looks back that far. */
  public static final Duration FOR_ROUTING = Duration.ofDays(30);

  private PerformanceScore() {}

  /**
   * The score over a period.
   *
   * @param events of one agent
   * @param to exclusive
   * @param latestLead when the agent last had a lead before the period's end: was offered one, or
   *     got one without; feedback after it does not count yet
   */
  public static int of(
      List<AgentEvent> events, Instant from, Instant to, Optional<Instant> latestLead) {
    int score = START;
    for (AgentEvent event : events) {
      boolean inside = !event.at().isBefore(from) && event.at().isBefore(to);
      if (inside && counts(event, latestLead)) score += event.points();
    }
    return score;
  }

  private static boolean counts(AgentEvent event, Optional<Instant> latestLead) {
    return !event.kind().feedback()
        || latestLead.filter(lead -> !event.at().isAfter(lead)).isPresent();
  }
}

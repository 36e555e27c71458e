package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.feedback.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The time a lead is one agent's, and what is said of it meanwhile.
 *
 * @param countedAt the moment it counts for: when it was offered, or else when he got it
 * @param accepted whether he accepted an offer, and did not get the lead without one
 * @param actedAt when the first contact status other than "not contacted" was said
 * @param comments how many he wrote
 */
record Tenure(
    AgentId agent,
    Instant since,
    Instant countedAt,
    boolean accepted,
    Progress progress,
    Optional<Instant> actedAt,
    int comments) {

  static Tenure begun(AgentId agent, Instant since, Instant countedAt, boolean accepted) {
    return new Tenure(agent, since, countedAt, accepted, Progress.NONE, Optional.empty(), 0);
  }

  Tenure said(Progress now, Instant at) {
    Optional<Instant> acted =
        actedAt.or(() -> now.contact().acted() ? Optional.of(at) : Optional.empty());
    return new Tenure(agent, since, countedAt, accepted, now, acted, comments);
  }

  Tenure commented() {
    return new Tenure(agent, since, countedAt, accepted, progress, actedAt, comments + 1);
  }

  /** What it adds to the agent's numbers. */
  Map<Measure, Long> amounts() {
    var amounts = new EnumMap<Measure, Long>(Measure.class);
    amounts.put(Measure.GOT, 1L);
    actedAt.ifPresent(
        at -> {
          amounts.put(Measure.ACTED, 1L);
          amounts.put(Measure.ACTION_SECONDS, Duration.between(since, at).toSeconds());
        });
    switch (progress.deal()) {
      case CLOSED_WON -> amounts.put(Measure.WON, 1L);
      case CLOSED_LOST -> amounts.put(Measure.LOST, 1L);
      case NONE, IN_PROGRESS -> {}
    }
    if (accepted) funnel(amounts);
    return amounts;
  }

  private void funnel(Map<Measure, Long> amounts) {
    amounts.put(progress.contact().reached() ? Measure.CONTACTED : Measure.NOT_CONTACTED, 1L);
    switch (progress.deal()) {
      case IN_PROGRESS -> amounts.put(Measure.IN_PROGRESS, 1L);
      case CLOSED_WON -> amounts.put(Measure.CLOSED, 1L);
      case CLOSED_LOST -> amounts.put(Measure.UNSUCCESSFUL, 1L);
      case NONE -> {}
    }
    if (comments > 0) amounts.put(Measure.COMMENTS, (long) comments);
  }
}

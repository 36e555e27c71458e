package dev.baton.performance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an agent's performance score over a period is made of (domain §9). Can be added up from
 * pieces in any order: feedback keeps its moment, because only that of before the agent's most
 * recent lead counts.
 */
public final class ScoreSum {
  private final EnumMap<AgentEvent.Kind, Long> events = new EnumMap<>(AgentEvent.Kind.class);
  private final TreeMap<Instant, Long> feedback = new TreeMap<>();
  private Instant latestLead = Instant.MIN;

  public void add(AgentEvent.Kind kind, Instant at) {
    events.merge(kind, 1L, Long::sum);
    if (kind.feedback()) feedback.merge(at, (long) kind.points(), Long::sum);
    if (kind.received()) hadLead(at);
  }

  /** He was offered a lead, or got one without. */
  public void hadLead(Instant at) {
    if (at.isAfter(latestLead)) latestLead = at;
  }

  public void add(ScoreSum other) {
    other.events.forEach((kind, many) -> events.merge(kind, many, Long::sum));
    other.feedback.forEach((at, points) -> feedback.merge(at, points, Long::sum));
    if (other.latestLead.isAfter(latestLead)) latestLead = other.latestLead;
  }

  /** For storage: adds what was counted before. */
  public void add(AgentEvent.Kind kind, long many) {
    events.merge(kind, many, Long::sum);
  }

  /** For storage: adds the points of feedback given at a moment. */
  public void addFeedback(Instant at, long points) {
    feedback.merge(at, points, Long::sum);
  }

  public Map<AgentEvent.Kind, Long> events() {
    return new EnumMap<>(events);
  }

  /** Points of feedback by when it was given. */
  public NavigableMap<Instant, Long> feedback() {
    return new TreeMap<>(feedback);
  }

  /** When he last was offered a lead or got one; empty if not in the period. */
  public Optional<Instant> latestLead() {
    return latestLead.equals(Instant.MIN) ? Optional.empty() : Optional.of(latestLead);
  }

  /** Whether anything happened that could count. */
  public boolean any() {
    return !events.isEmpty();
  }

  /** Points of feedback that do not count yet: given after the most recent lead. */
  public long waiting() {
    return feedback.tailMap(latestLead, false).values().stream().mapToLong(p -> p).sum();
  }

  public int score() {
    long points = 0;
    for (Map.Entry<AgentEvent.Kind, Long> each : events.entrySet()) {
      points += each.getKey().points() * each.getValue();
    }
    return Math.toIntExact(PerformanceScore.START + points - waiting());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoreSum s
        && s.events.equals(events)
        && s.feedback.equals(feedback)
        && s.latestLead.equals(latestLead);
  }

  @Override
  public int hashCode() {
    return events.hashCode() * 31 + feedback.hashCode();
  }

  @Override
  public String toString() {
    return events + " feedback " + feedback + " latest lead " + latestLead();
  }
}

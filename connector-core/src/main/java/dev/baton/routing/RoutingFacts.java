package dev.baton.routing;

import dev.baton.agent.AgentId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the agents at the moment of a decision, and is not configuration: whether they
 * are there, how well they respond, when they were last asked.
 */
public record RoutingFacts(Map<AgentId, Fact> known) {
  /** Nothing known: everybody is there and nobody was asked yet. */
  public static final RoutingFacts NONE = new RoutingFacts(Map.of());

  /** Where a performance score starts (domain §9). */
  public static final int STARTING_SCORE = 100;

  /** A view, not a copy: a batch of decisions lends its own notes to each in turn. */
  public RoutingFacts {
    known = Collections.unmodifiableMap(known);
  }

  public Fact of(AgentId agent) {
    return known.getOrDefault(agent, Fact.UNKNOWN);
  }

  /**
   * What is known of one agent.
   *
   * @param available the toggle
   * @param performance performance score over the last 30 days
   * @param lastOffered when the agent was last offered a lead
   */
  public record Fact(boolean available, int performance, Optional<Instant> lastOffered) {
    static final Fact UNKNOWN = new Fact(true, STARTING_SCORE, Optional.empty());
  }
}

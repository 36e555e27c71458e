package dev.baton.performance;

import dev.baton.agent.AgentId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a decision about a lead adds to the numbers, or takes back.
 *
 * @param agent whose number it is; empty for the company's
 * @param at the moment it counts for
 * @param amounts what is added, below zero where it is taken back; never zero
 * @param responseSeconds how long the lead waited for its first acceptance, with {@link
 *     Measure#RESPONDED} alone
 */
public record Fact(
    Optional<AgentId> agent,
    Instant at,
    Map<Measure, Long> amounts,
    Optional<Integer> responseSeconds,
    Facets facets) {
  public Fact {
    amounts = Map.copyOf(amounts);
  }
}

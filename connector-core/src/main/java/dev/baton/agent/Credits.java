package dev.baton.agent;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each agent of a team is owed, in exact parts of a lead: above zero for who has got less than
 * his share of the leads that came while he was there, below for who has got more. All together owe
 * each other nothing: the sum is zero.
 *
 * @param parts by agent, in {@link #LEAD}ths of a lead; who is not named has zero
 */
public record Credits(Map<AgentId, Long> parts) {
  /**
   * Parts of one lead: the smallest number that 1 to 30 all divide, so that the shares of usual
   * weights are exact, and small enough that millions of leads may be owed.
   */
  public static final long LEAD = 2_329_089_562_800L;

  /** Nobody is owed anything: how a team begins. */
  public static final Credits NONE = new Credits(Map.of());

  public Credits {
    var copy = new TreeMap<>(parts);
    copy.values().removeIf(owed -> owed == 0);
    if (copy.values().stream().mapToLong(Long::longValue).sum() != 0) {
      throw new IllegalArgumentException("What is owed to some is not owed by others: " + parts);
    }
    parts = Collections.unmodifiableMap(copy);
  }

  public long of(AgentId agent) {
    return parts.getOrDefault(agent, 0L);
  }

  /** What the agent is owed, in leads. */
  public double leads(AgentId agent) {
    return (double) of(agent) / LEAD;
  }
}

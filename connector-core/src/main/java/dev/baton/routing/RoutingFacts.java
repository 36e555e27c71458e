package dev.baton.routing;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the agents at the moment of a decision, and is not configuration: whether they
 * are there, how well they respond, when they were last asked.
 *
 * @param at the moment of the decision
 * @param lastRelease when the last of the leads that are held outside operating hours goes on
 */
public record RoutingFacts(Map<AgentId, Fact> known, Instant at, Optional<Instant> lastRelease) {
  /** Nothing known: everybody is there and nobody was asked yet. */
  public static final RoutingFacts NONE = new RoutingFacts(Map.of());

  /** Where a performance score starts (domain §9). */
  public static final int STARTING_SCORE = 100;

  /** A view, not a copy: a batch of decisions lends its own notes to each in turn. */
  public RoutingFacts {
    known = Collections.unmodifiableMap(known);
  }

  public RoutingFacts(Map<AgentId, Fact> known) {
    this(known, Instant.EPOCH, Optional.empty());
  }

  /** The same at another moment. */
  public RoutingFacts at(Instant moment) {
    return moment.equals(at) ? this : new RoutingFacts(known, moment, lastRelease);
  }

  /** The same, but for what is known of the agents. */
  public RoutingFacts with(Map<AgentId, Fact> agents) {
    return new RoutingFacts(agents, at, lastRelease);
  }

  public Fact of(AgentId agent) {
    return known.getOrDefault(agent, Fact.UNKNOWN);
  }

  /**
   * The part that shaped a line: who is not there, and how those compare who could be asked. With
   * it the same line can be drawn again.
   */
  public RoutingFacts thatMatteredTo(LineUp line) {
    var mattered = new HashMap<AgentId, Fact>();
    known.forEach(
        (agent, fact) -> {
          if (!fact.available()
              || !fact.absences().isEmpty()
              || line.leftOut().get(agent) == Reason.BEYOND_OFFER_LIMIT
              || !line.leftOut().containsKey(agent)) {
            mattered.put(agent, fact);
          }
        });
    return with(mattered);
  }

  /** The part that matters where the line was not looked at. */
  public RoutingFacts withoutAgents() {
    return with(Map.of());
  }

  /**
   * What is known of one agent.
   *
   * @param available the toggle
   * @param performance performance score over the last 30 days
   * @param lastOffered when the agent was last offered a lead
   * @param absences times out of office that are not over
   */
  public record Fact(
      boolean available, int performance, Optional<Instant> lastOffered, List<Absence> absences) {
    static final Fact UNKNOWN = new Fact(true, STARTING_SCORE, Optional.empty());

    public Fact {
      absences = List.copyOf(absences);
    }

    public Fact(boolean available, int performance, Optional<Instant> lastOffered) {
      this(available, performance, lastOffered, List.of());
    }

    public Fact offered(Instant at) {
      return new Fact(available, performance, Optional.of(at), absences);
    }

    /** Switched on and back at the desk. */
    Fact present() {
      return new Fact(true, performance, lastOffered, List.of());
    }
  }
}

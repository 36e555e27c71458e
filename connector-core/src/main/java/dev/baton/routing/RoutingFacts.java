package dev.baton.routing;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Credits;
import dev.baton.agent.Received;
import dev.baton.agent.TeamId;
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
 * @param turns what each member is owed in the teams that share by weight
 */
public record RoutingFacts(
    Map<AgentId, Fact> known,
    Instant at,
    Optional<Instant> lastRelease,
    Map<TeamId, Credits> turns) {
  /** Nothing known: everybody is there and nobody was asked yet. */
  public static final RoutingFacts NONE = new RoutingFacts(Map.of());

  /** Where a performance score starts (domain §9). */
  public static final int STARTING_SCORE = 100;

  /** A view, not a copy: a batch of decisions lends its own notes to each in turn. */
  public RoutingFacts {
    known = Collections.unmodifiableMap(known);
    turns = Collections.unmodifiableMap(turns);
  }

  public RoutingFacts(Map<AgentId, Fact> known, Instant at, Optional<Instant> lastRelease) {
    this(known, at, lastRelease, Map.of());
  }

  public RoutingFacts(Map<AgentId, Fact> known) {
    this(known, Instant.EPOCH, Optional.empty());
  }

  /** The same at another moment. */
  public RoutingFacts at(Instant moment) {
    return moment.equals(at) ? this : new RoutingFacts(known, moment, lastRelease, turns);
  }

  /** The same, but for what is known of the agents. */
  public RoutingFacts with(Map<AgentId, Fact> agents) {
    return new RoutingFacts(agents, at, lastRelease, turns);
  }

  public Fact of(AgentId agent) {
    return known.getOrDefault(agent, Fact.UNKNOWN);
  }

  /** What the members of a team are owed. */
  public Credits turnsIn(TeamId team) {
    return turns.getOrDefault(team, Credits.NONE);
  }

  /** The same, but for what is owed. */
  public RoutingFacts withTurns(Map<TeamId, Credits> others) {
    return new RoutingFacts(known, at, lastRelease, others);
  }

  /**
   * The part that shaped a line: who is not there, and how those compare who could be asked. With
   * it the same line can be drawn again.
   */
  public RoutingFacts thatMatteredTo(LineUp line) {
    var mattered = new HashMap<AgentId, Fact>();
    known.forEach(
        (agent, fact) -> {
          Reason reason = line.leftOut().get(agent);
          boolean away = !fact.available() || !fact.absences().isEmpty();
          if (away || reason == null || reason.dependsOnFacts()) mattered.put(agent, fact);
        });
    Optional<TeamId> team = line.team().filter(turns::containsKey);
    return new RoutingFacts(
        mattered, at, lastRelease, team.map(id -> Map.of(id, turnsIn(id))).orElse(Map.of()));
  }

  /** The part that matters where the line was not looked at. */
  public RoutingFacts withoutAgents() {
    return new RoutingFacts(Map.of(), at, lastRelease);
  }

  /**
   * What is known of one agent.
   *
   * @param available the toggle
   * @param performance performance score over the last 30 days
   * @param lastOffered when the agent was last offered a lead
   * @param absences times out of office that are not over
   * @param received the leads he has got
   */
  public record Fact(
      boolean available,
      int performance,
      Optional<Instant> lastOffered,
      List<Absence> absences,
      Received received) {
    public static final Fact UNKNOWN = new Fact(true, STARTING_SCORE, Optional.empty());

    public Fact {
      absences = List.copyOf(absences);
    }

    public Fact(boolean available, int performance, Optional<Instant> lastOffered) {
      this(available, performance, lastOffered, List.of(), Received.NOTHING);
    }

    /** When he last had a turn: was offered a lead, or got one without. */
    public Optional<Instant> lastTurn() {
      Optional<Instant> got = received.last();
      if (lastOffered.isEmpty() || got.isEmpty()) return lastOffered.or(() -> got);
      return got.get().isAfter(lastOffered.get()) ? got : lastOffered;
    }

    public Fact offered(Instant when) {
      return new Fact(available, performance, Optional.of(when), absences, received);
    }

    public Fact scoring(int points) {
      return new Fact(available, points, lastOffered, absences, received);
    }

    public Fact having(Received leads) {
      return new Fact(available, performance, lastOffered, absences, leads);
    }

    /** Switched off. */
    public Fact absent() {
      return new Fact(false, performance, lastOffered, absences, received);
    }

    /** As if he had got nothing yet. */
    Fact unlimited() {
      return having(Received.NOTHING);
    }

    /** Switched on and back at the desk. */
    Fact present() {
      return new Fact(true, performance, lastOffered, List.of(), received);
    }
  }
}

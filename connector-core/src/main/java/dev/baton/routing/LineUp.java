package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.routing.RoutingFacts.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who stands in line for a lead at one moment, best first, and why the others do not (domain §4).
 * Drawn anew for each offer, so that eligibility is looked at again each time.
 *
 * @param line who can be asked now, in order
 * @param asked who was asked before, in the order of asking
 * @param leftOut everybody else of the company, each with exactly one reason
 * @param team whose lead it is; empty for one that is everybody's
 */
public record LineUp(
    List<Standing> line, List<AgentId> asked, Map<AgentId, Reason> leftOut, Optional<TeamId> team) {

  public LineUp {
    // Lines recorded before there were teams have none.
    team = Objects.requireNonNullElse(team, Optional.empty());
  }

  /**
   * An agent in line.
   *
   * @param lastOffered when this agent last had a turn: an offer of any kind, or a lead without one
   * @param share in a team that shares by weight, what he is owed; in one that balances load, what
   *     he has; in {@link dev.baton.agent.Credits#LEAD}ths of a lead
   */
  public record Standing(
      AgentId agent, Score score, int performance, Optional<Instant> lastOffered, long share) {
    Standing sharing(long parts) {
      return new Standing(agent, score, performance, lastOffered, parts);
    }
  }

  /**
   * Draws the line.
   *
   * @param lead its tags that the book no longer knows count for nothing
   * @param asked distinct agents this lead was offered to in this run, in order
   * @param out who declined or owned it before
   */
  public static LineUp draw(
      RoutingBook book, Traits lead, List<AgentId> asked, Set<AgentId> out, RoutingFacts facts) {
    var eligibility = new Eligibility(book, lead, out, facts);
    Roster roster = book.roster();
    var standings = new ArrayList<Standing>();
    var leftOut = new LeftOut(roster);
    Set<AgentId> before = asked.isEmpty() ? Set.of() : new HashSet<>(asked);
    for (int position = 0; position < roster.size(); position++) {
      Agent agent = roster.agent(position);
      AgentId id = agent.id();
      if (before.contains(id) && !out.contains(id)) continue;
      Fact fact = facts.of(id);
      Reason reason = eligibility.against(position, fact);
      if (reason != null) {
        leftOut.put(position, reason);
      } else {
        standings.add(
            new Standing(id, eligibility.score(position), fact.performance(), fact.lastTurn(), 0));
      }
    }
    Optional<Staff> staff = eligibility.staff();
    List<Standing> ordered = Order.of(staff).sort(standings, facts);
    int places = Math.max(0, book.settings().lineLimit() - asked.size());
    int last = Math.min(places, ordered.size());
    for (Standing beyond : ordered.subList(last, ordered.size())) {
      leftOut.put(roster.position(beyond.agent()).orElseThrow(), Reason.BEYOND_OFFER_LIMIT);
    }
    return new LineUp(
        List.copyOf(ordered.subList(0, last)),
        List.copyOf(asked),
        leftOut,
        staff.map(Staff::team).map(Team::id));
  }

  /** Why an agent may not be offered the lead again, looked at on its own. */
  public static Optional<Reason> against(
      RoutingBook book, Traits lead, AgentId agent, Set<AgentId> out, RoutingFacts facts) {
    Optional<Integer> position = book.roster().position(agent);
    if (position.isEmpty()) return Optional.of(Reason.NOT_AVAILABLE);
    var eligibility = new Eligibility(book, lead, out, facts);
    return Optional.ofNullable(eligibility.against(position.get(), facts.of(agent)));
  }
}

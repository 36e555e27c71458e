package dev.baton.routing;

import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Cap;
import dev.baton.agent.Credits;
import dev.baton.agent.Distribution.Method;
import dev.baton.agent.FairTurns;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.agent.Weighted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a turn, or a lead, changes for everybody in a team, so that nobody gets too few or too many
 * in the long run and nobody is flooded on return (domain §8, fairness).
 */
public final class Turns {
  private Turns() {}

  /**
   * What all members are owed once one of them was offered a lead in his turn; unchanged in a team
   * that does not share by weight.
   *
   * @param line the line that was drawn for the offer: its agents are those present
   */
  public static Optional<Credits> after(
      RoutingBook book, LineUp line, AgentId offered, RoutingFacts facts) {
    Optional<Staff> staff = line.team().flatMap(id -> weighted(book, id));
    if (staff.isEmpty()) return Optional.empty();
    var present = new ArrayList<AgentId>();
    line.line().forEach(standing -> present.add(standing.agent()));
    line.leftOut()
        .forEach(
            (agent, reason) -> {
              if (reason == Reason.BEYOND_OFFER_LIMIT) present.add(agent);
            });
    List<Weighted> weighted = staff.get().weighted(present);
    if (weighted.stream().noneMatch(w -> w.agent().equals(offered))) return Optional.empty();
    Credits before = facts.turnsIn(staff.get().team().id());
    return Optional.of(FairTurns.after(weighted, offered, before));
  }

  /**
   * What members who are away would have got of a lead that one of their team got: an equal share,
   * in {@link Credits#LEAD}ths. Nothing in a team that does not balance load.
   */
  public static Map<AgentId, Long> missed(
      RoutingBook book, Team team, AgentId receiver, RoutingFacts facts) {
    boolean balances =
        team.distribution().method() == Method.LOAD_BALANCE
            && team.distribution().balancedBy() != Cap.Period.ACTIVE;
    if (!balances) return Map.of();
    var away = new ArrayList<AgentId>();
    int present = 0;
    for (Team.Member member : team.members()) {
      boolean there = isThere(book, team, member.agent(), facts);
      if (there || member.agent().equals(receiver)) present++;
      else away.add(member.agent());
    }
    var missed = new HashMap<AgentId, Long>();
    for (AgentId agent : away) missed.put(agent, Credits.LEAD / Math.max(1, present));
    return missed;
  }

  private static boolean isThere(RoutingBook book, Team team, AgentId id, RoutingFacts facts) {
    return book.agent(id)
        .filter(a -> a.active())
        .filter(a -> book.availability(a, Optional.of(team), facts) == Availability.State.AVAILABLE)
        .isPresent();
  }

  private static Optional<Staff> weighted(RoutingBook book, TeamId team) {
    return book.staff().stream()
        .filter(s -> s.team().id().equals(team))
        .filter(s -> s.team().distribution().method() == Method.WEIGHTED_ROUND_ROBIN)
        .findFirst();
  }
}

package dev.baton.routing;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Availability;
import dev.baton.agent.Cap;
import dev.baton.agent.Counted;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An agent who could be asked, were there a lead for him. When the set of them changes, leads that
 * wait may have found somebody.
 *
 * @param team in which he is free; empty for leads that are everybody's
 * @param reached the team's caps he has reached: leads that they do not count can still be his
 */
public record Free(AgentId agent, Optional<TeamId> team, Set<Cap> reached) {

  /** Everybody who could be asked at that moment. */
  public static Set<Free> all(RoutingBook book, RoutingFacts facts) {
    var free = new HashSet<Free>();
    for (Agent agent : book.agents()) {
      if (!agent.active() || hasEnough(book, agent.id(), facts)) continue;
      if (isThere(book, agent, Optional.empty(), facts)) {
        free.add(new Free(agent.id(), Optional.empty(), Set.of()));
      }
    }
    for (Staff staff : book.staff()) {
      Team team = staff.team();
      for (Team.Member member : team.members()) {
        book.agent(member.agent())
            .filter(a -> a.active() && !hasEnough(book, a.id(), facts))
            .filter(a -> isThere(book, a, Optional.of(team), facts))
            .ifPresent(
                a -> free.add(new Free(a.id(), Optional.of(team.id()), reached(team, a, facts))));
      }
    }
    return free;
  }

  private static boolean isThere(
      RoutingBook book, Agent agent, Optional<Team> team, RoutingFacts facts) {
    return book.availability(agent, team, facts) == Availability.State.AVAILABLE;
  }

  private static boolean hasEnough(RoutingBook book, AgentId agent, RoutingFacts facts) {
    return Limits.most(book.mostsOf(agent), facts.of(agent).received()).isPresent();
  }

  private static Set<Cap> reached(Team team, Agent agent, RoutingFacts facts) {
    List<Cap> caps = team.caps();
    return caps.stream()
        .filter(c -> c.reached(facts.of(agent.id()).received().count(Counted.by(team.id(), c))))
        .collect(Collectors.toUnmodifiableSet());
  }
}

package dev.baton.performance;

import dev.baton.agent.AgentId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** How a company and its agents dealt with leads in a period (domain §10). */
public record Dashboard(CompanyStats company, List<AgentStats> agents) {
  private static final Comparator<AgentStats> ORDER =
      Comparator.comparingInt(AgentStats::score)
          .thenComparingLong(AgentStats::accepted)
          .reversed()
          .thenComparing(agent -> agent.agent().value());

  public Dashboard {
    agents = List.copyOf(agents);
  }

  /**
   * The dashboard of some numbers, the best score first.
   *
   * @param members who is shown whether he has numbers or not; everybody who has some is shown, too
   */
  public static Dashboard of(Tally tally, Collection<AgentId> members) {
    var shown = new LinkedHashSet<>(members);
    shown.addAll(tally.agents().keySet());
    tally
        .scores()
        .forEach(
            (agent, sum) -> {
              if (sum.any()) shown.add(agent);
            });
    return new Dashboard(
        CompanyStats.of(tally),
        shown.stream().map(agent -> AgentStats.of(tally, agent)).sorted(ORDER).toList());
  }
}

package dev.baton.routing;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.Weighted;
import dev.baton.tag.TagName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A team as leads meet it: which it takes, who is in it, and whose share is how large. */
final class Staff {
  private final Team team;
  private final Set<TagName> takes = new HashSet<>();
  private final BitSet members = new BitSet();
  private final Map<AgentId, BigDecimal> weights = new HashMap<>();

  Staff(Team team, Roster roster) {
    this.team = team;
    team.tags().forEach(name -> takes.add(TagName.of(name)));
    var byTag = new HashMap<TagName, BigDecimal>();
    team.distribution().tagWeights().forEach((name, w) -> byTag.put(TagName.of(name), w));
    for (Team.Member member : team.members()) {
      roster
          .position(member.agent())
          .ifPresent(
              position -> {
                members.set(position);
                weights.put(member.agent(), weight(member, byTag, roster.held(position)));
              });
    }
  }

  /** The highest weight among his tags counts instead of his own. */
  private static BigDecimal weight(
      Team.Member member, Map<TagName, BigDecimal> byTag, Set<TagName> held) {
    return held.stream()
        .filter(byTag::containsKey)
        .map(byTag::get)
        .max(BigDecimal::compareTo)
        .orElse(member.weight());
  }

  Team team() {
    return team;
  }

  boolean takes(Traits lead) {
    return team.kind() == lead.kind()
        && (takes.isEmpty() || lead.tags().stream().anyMatch(m -> takes.contains(m.tag())));
  }

  /** Whether the agent at that position of the roster is in the team. */
  boolean has(int position) {
    return members.get(position);
  }

  List<Weighted> weighted(Collection<AgentId> present) {
    var weighted = new ArrayList<Weighted>(present.size());
    for (AgentId agent : present) {
      BigDecimal weight = weights.get(agent);
      if (weight != null) weighted.add(new Weighted(agent, weight));
    }
    return weighted;
  }
}

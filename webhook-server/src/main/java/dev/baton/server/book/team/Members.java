package dev.baton.server.book.team;

import dev.baton.agent.AgentId;
import dev.baton.agent.Team;
import dev.baton.agent.Team.Member;
import dev.baton.agent.Weighted;
import dev.baton.server.book.form.Entry;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is in a team, several at once: a box for each agent, and his weight. */
final class Members implements Entry<Team> {
  private static final String MEMBER = "member.";
  private static final String WEIGHT = "weight.";

  private final Writing<BigDecimal> weights;

  /**
   * @param weights how they stand in their fields
   */
  Members(Writing<BigDecimal> weights) {
    this.weights = weights.orBlankFor(BigDecimal.ONE);
  }

  static String box(AgentId agent) {
    return MEMBER + agent;
  }

  static String weight(AgentId agent) {
    return WEIGHT + agent;
  }

  @Override
  public void write(Team from, Map<String, String> into) {
    for (Member member : from.members()) {
      into.put(box(member.agent()), "yes");
      Entry.put(into, weight(member.agent()), weights.write(member.weight()));
    }
  }

  /** Who is in already stays where he stands; who is new comes after. */
  @Override
  public Team read(Team before, Typed typed) {
    var members = new ArrayList<Member>();
    Map<AgentId, Member> known = new LinkedHashMap<>();
    before.members().forEach(member -> known.putIfAbsent(member.agent(), member));
    known.values().stream()
        .filter(member -> typed.ticked(box(member.agent())))
        .forEach(member -> members.add(read(member, typed)));
    for (AgentId agent : ticked(typed)) {
      if (!known.containsKey(agent)) members.add(read(Member.of(agent), typed));
    }
    return before.having(members);
  }

  private static List<AgentId> ticked(Typed typed) {
    return typed.form().values().keySet().stream()
        .filter(name -> name.startsWith(MEMBER) && typed.ticked(name))
        .map(name -> name.substring(MEMBER.length()))
        .flatMap(id -> known(id).stream())
        .sorted()
        .toList();
  }

  private static List<AgentId> known(String id) {
    try {
      return List.of(new AgentId(id));
    } catch (IllegalArgumentException nobody) {
      return List.of();
    }
  }

  private Member read(Member before, Typed typed) {
    String field = weight(before.agent());
    BigDecimal weight = typed.value(field, before.weight(), weights);
    try {
      var unused = new Weighted(before.agent(), weight);
    } catch (IllegalArgumentException outOfRange) {
      typed.wrong(field, typed.words().say(TeamRows.WEIGHT));
      return before;
    }
    return new Member(before.agent(), weight);
  }
}

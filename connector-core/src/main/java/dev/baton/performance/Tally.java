package dev.baton.performance;

import dev.baton.agent.AgentId;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of a period, added up from facts and from other tallies, in any order. */
public final class Tally {
  private final EnumMap<Measure, Long> company = new EnumMap<>(Measure.class);
  private final Responses responses = new Responses();
  private final Map<AgentId, EnumMap<Measure, Long>> agents = new TreeMap<>(BY_ID);
  private final Map<AgentId, ScoreSum> scores = new TreeMap<>(BY_ID);

  private static final Comparator<AgentId> BY_ID = Comparator.comparing(AgentId::value);

  public void add(Fact fact) {
    fact.amounts()
        .forEach(
            (measure, amount) -> {
              if (measure == Measure.RESPONDED) {
                responses.add(fact.responseSeconds().orElseThrow(), amount);
              } else if (fact.agent().isPresent()) {
                add(fact.agent().get(), measure, amount);
              } else {
                add(measure, amount);
              }
            });
  }

  public void add(Measure measure, long amount) {
    add(company, measure, amount);
  }

  public void add(AgentId agent, Measure measure, long amount) {
    add(agents.computeIfAbsent(agent, a -> new EnumMap<>(Measure.class)), measure, amount);
  }

  private static void add(EnumMap<Measure, Long> amounts, Measure measure, long amount) {
    amounts.merge(measure, amount, (a, b) -> a + b == 0 ? null : a + b);
  }

  public void add(Tally other) {
    other.company.forEach(this::add);
    responses.add(other.responses);
    other.agents.forEach((agent, amounts) -> amounts.forEach((m, n) -> add(agent, m, n)));
    other.scores.forEach((agent, sum) -> score(agent).add(sum));
  }

  public Responses responses() {
    return responses;
  }

  /** The agent's score, to be added to. */
  public ScoreSum score(AgentId agent) {
    return scores.computeIfAbsent(agent, a -> new ScoreSum());
  }

  public long of(Measure measure) {
    return company.getOrDefault(measure, 0L);
  }

  public long of(AgentId agent, Measure measure) {
    EnumMap<Measure, Long> his = agents.get(agent);
    return his == null ? 0 : his.getOrDefault(measure, 0L);
  }

  public Map<Measure, Long> company() {
    return Collections.unmodifiableMap(company);
  }

  /** The numbers of agents who have any, by agent. */
  public Map<AgentId, Map<Measure, Long>> agents() {
    var some = new TreeMap<AgentId, Map<Measure, Long>>(BY_ID);
    agents.forEach(
        (agent, amounts) -> {
          if (!amounts.isEmpty()) some.put(agent, Collections.unmodifiableMap(amounts));
        });
    return some;
  }

  public Map<AgentId, ScoreSum> scores() {
    return Collections.unmodifiableMap(scores);
  }

  /** Whether there is nothing in it: all that was added was taken back. */
  public boolean isEmpty() {
    return company.isEmpty()
        && responses.leadsBySeconds().isEmpty()
        && agents().isEmpty()
        && scores.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tally t
        && t.company.equals(company)
        && t.responses.equals(responses)
        && t.agents().equals(agents())
        && t.scores.equals(scores);
  }

  @Override
  public int hashCode() {
    return company.hashCode();
  }

  @Override
  public String toString() {
    return company + " responses " + responses + " agents " + agents() + " scores " + scores;
  }
}

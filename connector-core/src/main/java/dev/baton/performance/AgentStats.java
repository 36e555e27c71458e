package dev.baton.performance;

import dev.baton.agent.AgentId;
import java.util.Optional;

/**
 * An agent row of the dashboard, and what it opens to (domain §10).
 *
 * @param score 100 where nothing happened
 * @param answerSeconds from offered to accepted, added up over the accepted
 * @param contacted of the accepted, as are the next five
 */
public record AgentStats(
    AgentId agent,
    int score,
    long offered,
    long accepted,
    long declined,
    long timedOut,
    long pending,
    long withdrawn,
    long answerSeconds,
    long contacted,
    long inProgress,
    long closed,
    long unsuccessful,
    long notContacted,
    long comments) {

  public static AgentStats of(Tally tally, AgentId agent) {
    return new AgentStats(
        agent,
        Optional.ofNullable(tally.scores().get(agent))
            .map(ScoreSum::score)
            .orElse(PerformanceScore.START),
        tally.of(agent, Measure.OFFERED),
        tally.of(agent, Measure.ACCEPTED),
        tally.of(agent, Measure.DECLINED),
        tally.of(agent, Measure.TIMED_OUT),
        tally.of(agent, Measure.PENDING),
        tally.of(agent, Measure.WITHDRAWN),
        tally.of(agent, Measure.ANSWER_SECONDS),
        tally.of(agent, Measure.CONTACTED),
        tally.of(agent, Measure.IN_PROGRESS),
        tally.of(agent, Measure.CLOSED),
        tally.of(agent, Measure.UNSUCCESSFUL),
        tally.of(agent, Measure.NOT_CONTACTED),
        tally.of(agent, Measure.COMMENTS));
  }

  /** Mean of offered to accepted, in seconds; empty where nothing was accepted. */
  public Optional<Double> meanAnswerSeconds() {
    return accepted == 0 ? Optional.empty() : Optional.of((double) answerSeconds / accepted);
  }

  /** Comments he wrote for each lead he accepted. */
  public Ratio commentsEach() {
    return new Ratio(comments, accepted);
  }
}

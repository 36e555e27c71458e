package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.performance.ActionTimes.InHours;
import java.util.Optional;

/**
 * What became of the leads agents got: accepted, assigned, coalesced, or given in the CRM (domain
 * §10, the performance page).
 *
 * @param actedOn of which a first tracked status was said
 * @param actionSeconds from getting the lead to that status, added up over those acted on
 * @param inHours how many of those acted on are told in the agent's working hours
 */
public record Conversion(
    long got, long won, long lost, long actedOn, long actionSeconds, long inHours) {

  public static final Conversion NONE = new Conversion(0, 0, 0, 0, 0, 0);

  /** Of one agent's leads. */
  public static Conversion of(Tally tally, AgentId agent) {
    return new Conversion(
        tally.of(agent, Measure.GOT),
        tally.of(agent, Measure.WON),
        tally.of(agent, Measure.LOST),
        tally.of(agent, Measure.ACTED),
        tally.of(agent, Measure.ACTION_SECONDS),
        0);
  }

  /** Of all agents' leads. */
  public static Conversion of(Tally tally) {
    return tally.agents().keySet().stream()
        .map(agent -> of(tally, agent))
        .reduce(NONE, Conversion::plus);
  }

  Conversion plus(Conversion other) {
    return new Conversion(
        got + other.got,
        won + other.won,
        lost + other.lost,
        actedOn + other.actedOn,
        actionSeconds + other.actionSeconds,
        inHours + other.inHours);
  }

  /** The same, with what was acted on in working hours told in them. */
  public Conversion with(InHours told) {
    return new Conversion(
        got,
        won,
        lost,
        actedOn,
        actionSeconds - told.around() + told.seconds(),
        inHours + told.leads());
  }

  /** Won of all he got: the conversion rate of leads, the close rate of opportunities. */
  public Ratio conversionRate() {
    return new Ratio(won, got);
  }

  /** Won or lost of all he got: the close rate of cases. */
  public Ratio closeRate() {
    return new Ratio(won + lost, got);
  }

  /** Leads of which nothing tracked was said yet. */
  public long unactioned() {
    return got - actedOn;
  }

  /** In seconds, over the leads acted on; empty without one. */
  public Optional<Double> meanSecondsToAction() {
    return actedOn == 0 ? Optional.empty() : Optional.of((double) actionSeconds / actedOn);
  }
}

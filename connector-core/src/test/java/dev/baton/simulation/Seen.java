package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution.Method;
import dev.baton.rotation.Kin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was true when a decision was made, kept to judge it by.
 *
 * @param available agents whose toggle was on, as bits
 * @param performance each agent's score
 * @param lastTurn when each agent last had a turn; {@link Instant#MIN} for never
 * @param reached agents who have reached each of the team's limits, as bits
 * @param load what each has to carry, where load is balanced
 * @param credits what each is owed, in parts of a lead
 * @param lastRelease when the last lead that is kept until the hours begin goes on; {@link
 *     Instant#MIN} for none
 * @param kin another lead of the same customer
 * @param stuck another lead with the same value in {@link Crew#FIELD}
 * @param now the ledger's time, whatever clock the decision went by
 */
record Seen(
    Edition edition,
    int available,
    int[] performance,
    Instant[] lastTurn,
    int[] reached,
    long[] load,
    long[] credits,
    Instant lastRelease,
    Optional<Akin> kin,
    Optional<Akin> stuck,
    Instant now) {

  /**
   * Another lead that decides where this one goes.
   *
   * @param owner who owns it; -1 for no agent
   */
  record Akin(int lead, int owner, Instant ownedAt, boolean onItsWay) {
    private Kin asTold(String by) {
      Optional<AgentId> agent = owner < 0 ? Optional.empty() : Optional.of(People.id(owner));
      Optional<Instant> since = agent.map(unused -> ownedAt);
      return new Kin(SimulatedLead.id(lead), agent, since, onItsWay, by);
    }
  }

  /** The other leads as the code under test is told of them. */
  List<Kin> kinAsTold() {
    if (kin.isEmpty() && stuck.isEmpty()) return List.of();
    return Stream.concat(
            kin.map(k -> k.asTold("")).stream(), stuck.map(k -> k.asTold(Crew.FIELD)).stream())
        .toList();
  }

  /** Who may be asked, as bits. */
  int eligible(Notes lead) {
    return eligible(lead.tags, lead.out());
  }

  int eligible(int tags, int out) {
    return edition.qualified(tags) & there() & ~limited(tags) & ~out;
  }

  /** Who is switched on and at work, as bits, whatever the lead is. */
  int there() {
    boolean atWork = edition.customs.shifts() || edition.customs.open(now);
    return atWork ? available & edition.active : 0;
  }

  /** Who has as many leads as the team allows, as bits. */
  int limited(int tags) {
    if (reached.length == 0) return 0;
    int all = 0;
    Crew crew = edition.crew.orElseThrow();
    for (int i = 0; i < reached.length; i++) {
      if (crew.counts(crew.limits().get(i), tags)) all |= reached[i];
    }
    return all;
  }

  boolean mayBeAsked(AgentId agent, Notes lead) {
    return (eligible(lead) & People.bit(agent)) != 0;
  }

  /** Who is first in line among these; -1 for nobody. */
  int first(int agents, int tags) {
    int best = -1;
    for (int agent = 0; agent < People.COUNT; agent++) {
      if ((agents >> agent & 1) != 0 && (best < 0 || before(agent, best, agents, tags))) {
        best = agent;
      }
    }
    return best;
  }

  /** Domain §4 and §8; of those who are alike, the first by id stays first. */
  private boolean before(int agent, int other, int present, int tags) {
    Optional<Crew> crew = edition.crewOf(tags);
    Method method = crew.map(Crew::method).orElse(Method.SCORE_ORDER);
    if (method == Method.SCORE_ORDER) {
      int score = edition.score(agent, tags);
      int otherScore = edition.score(other, tags);
      if (score != otherScore) return score > otherScore;
      if (performance[agent] != performance[other]) return performance[agent] > performance[other];
    }
    if (method == Method.WEIGHTED_ROUND_ROBIN) {
      return owed(agent, present, crew.get()) > owed(other, present, crew.get());
    }
    if (method == Method.LOAD_BALANCE && load[agent] != load[other]) {
      return load[agent] < load[other];
    }
    return lastTurn[agent].compareTo(lastTurn[other]) < 0;
  }

  private long owed(int agent, int present, Crew crew) {
    return credits[agent] + crew.share(agent, present);
  }
}

package dev.baton.simulation;

import dev.baton.agent.AgentId;
import java.time.Instant;

/**
 * What was true when a decision was made, kept to judge it by.
 *
 * @param available agents whose toggle was on, as bits
 * @param lastOffered when each agent was last offered a lead; {@link Instant#MIN} for never
 * @param now the ledger's time, whatever clock the decision went by
 */
record Seen(Edition edition, int available, Instant[] lastOffered, Instant now) {

  /** Who may be asked, as bits. */
  int eligible(int tags, int declined) {
    return edition.qualified(tags) & available & ~declined;
  }

  boolean mayBeAsked(AgentId agent, int tags, int declined) {
    return (eligible(tags, declined) & People.bit(agent)) != 0;
  }

  /** Who is first in line among these; -1 for nobody. Domain §4: performance is equal here. */
  int first(int agents, int tags) {
    int best = -1;
    for (int agent = 0; agent < People.COUNT; agent++) {
      if ((agents >> agent & 1) != 0 && (best < 0 || before(agent, best, tags))) best = agent;
    }
    return best;
  }

  private boolean before(int agent, int other, int tags) {
    int score = edition.score(agent, tags);
    int otherScore = edition.score(other, tags);
    if (score != otherScore) return score > otherScore;
    return lastOffered[agent].compareTo(lastOffered[other]) < 0;
  }
}

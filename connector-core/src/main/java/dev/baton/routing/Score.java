package dev.baton.routing;

/**
 * What an agent's match with a lead is worth (domain §4).
 *
 * @param tags sum of the weights of the lead's tags the agent holds
 * @param geo nearness, from 0 to the geo weight
 * @param points PK points of the agent
 */
public record Score(int tags, int geo, int points) {
  public static final Score NONE = new Score(0, 0, 0);

  public int total() {
    return tags + geo + points;
  }

  /** Whether the agent has any way to score, which a lead needs to be his. */
  public boolean matches() {
    return tags > 0 || geo > 0 || points > 0;
  }
}

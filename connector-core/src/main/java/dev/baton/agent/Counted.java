package dev.baton.agent;

import java.util.Optional;

/**
 * What is counted of the leads an agent has got, so that caps and load can be told.
 *
 * @param team whose leads; empty for all
 * @param tag only leads with this tag, as an admin wrote it; empty for all
 */
public record Counted(Optional<TeamId> team, Cap.Period period, Optional<String> tag) {
  /** What a cap of a team counts. */
  public static Counted by(TeamId team, Cap cap) {
    return new Counted(Optional.of(team), cap.period(), cap.tag());
  }

  /** All leads of an agent, whatever team they are of. */
  public static Counted all(Cap.Period period) {
    return new Counted(Optional.empty(), period, Optional.empty());
  }

  /** All leads of a team. */
  public static Counted of(TeamId team, Cap.Period period) {
    return new Counted(Optional.of(team), period, Optional.empty());
  }
}

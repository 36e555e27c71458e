package dev.baton.agent;

import java.time.Instant;

/**
 * A time somebody is out of office.
 *
 * @param reason as it was written; may be blank, for nobody owes one
 * @param from the first moment away
 * @param to the first moment back
 */
public record Absence(String reason, Instant from, Instant to) {
  public Absence {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException(
          "Somebody out of office from " + from + " comes back later than that, not at " + to);
    }
  }

  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }
}

package dev.baton.message;

import java.time.Duration;

/** The channel on which an agent is told of an offer once more if he has not answered by then. */
public record Escalation(Medium medium, Duration after) {
  public Escalation {
    if (after.isNegative() || after.isZero()) {
      throw new IllegalArgumentException("An escalation comes after a while");
    }
  }
}

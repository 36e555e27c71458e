package dev.baton.agent;

import java.time.Duration;

/**
 * What an owner has to have done with a lead some time after he got it, and what happens if he has
 * not (domain §8).
 *
 * @param after since the lead became his; the clock does not stop at night
 * @param switchOff whether he is made unavailable, too
 */
public record Sla(Goal goal, Duration after, Consequence consequence, boolean switchOff) {

  /** What has to be done. */
  public enum Goal {
    /** Any contact status but "not contacted". */
    ACTED_ON,
    /** The customer was reached. */
    CONTACTED;

    public String words() {
      return this == ACTED_ON ? "acted on" : "contacted";
    }
  }

  /** What happens if it is not. */
  public enum Consequence {
    /** People are told. */
    ALERT,
    /** The lead starts again without him. */
    TAKE_BACK
  }

  public Sla {
    if (!after.isPositive()) throw new IllegalArgumentException("An SLA gives some time");
  }
}

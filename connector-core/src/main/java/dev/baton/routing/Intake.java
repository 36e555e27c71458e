package dev.baton.routing;

import java.time.Duration;

/**
 * What happens to a lead before it is offered (domain §4 and §5).
 *
 * @param queuing whether a lead is offered for a limited time; otherwise the best match has it at
 *     once
 * @param manualIntercept whether new leads are held until an admin lets them go
 * @param coalesceWithin for how long a new lead of the same customer goes to the owner of the
 *     earlier one (30 days); zero for never
 * @param spam whose leads are kept apart
 */
public record Intake(
    boolean queuing, boolean manualIntercept, Duration coalesceWithin, SpamList spam) {
  public static final Intake DEFAULT = new Intake(true, false, Duration.ofDays(30), SpamList.EMPTY);

  public Intake {
    if (coalesceWithin.isNegative()) {
      throw new IllegalArgumentException("A time to coalesce within is zero or more");
    }
  }
}

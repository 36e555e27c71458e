package dev.baton.routing;

import java.time.Duration;
import java.util.Optional;

/**
 * How a lead goes along its line (domain §5).
 *
 * @param window how long an agent has it to himself
 * @param lineLimit how many distinct agents are asked before the catchall; another-chance offers
 *     and catchalls do not count (domain §4: 8)
 * @param sharkTank whether and for how long everybody who was asked may take it when the line is
 *     exhausted; empty for none, as it is unless set
 * @param catchallWindow how long the catchall has before a lead is delinquent (24 h)
 */
public record Offering(
    OfferWindow window, int lineLimit, Optional<SharkTank> sharkTank, Duration catchallWindow) {
  public static final Offering DEFAULT =
      new Offering(OfferWindow.DEFAULT, 8, Optional.empty(), Duration.ofHours(24));

  public Offering {
    if (lineLimit < 1) throw new IllegalArgumentException("At least one agent is asked");
    if (!catchallWindow.isPositive()) {
      throw new IllegalArgumentException("The catchall has some time");
    }
  }

  /**
   * The time of a shark tank.
   *
   * @param reminder how long after its start those who have not answered are reminded, once
   */
  public record SharkTank(Duration length, Duration reminder) {
    public SharkTank {
      if (!reminder.isPositive() || reminder.compareTo(length) >= 0) {
        throw new IllegalArgumentException(
            "The reminder comes after the start of the shark tank and before its end");
      }
    }
  }
}

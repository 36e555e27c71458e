package dev.baton.rotation;

import java.time.Instant;
import java.util.Optional;

/**
 * One trip of a lead along its line; a lead that is resubmitted, given back or moved makes another.
 *
 * @param offersBefore how many offers were made in earlier runs
 * @param released whether an admin has let it go on, whatever the hours
 * @param sharkTank the shark tank, once it was opened
 * @param catchallUntil when the catchall's time ends; empty before they are told
 */
public record Run(
    int offersBefore,
    boolean released,
    Optional<SharkTank> sharkTank,
    Optional<Instant> catchallUntil,
    boolean delinquent) {
  public static final Run FIRST = after(0);

  static Run after(int offers) {
    return new Run(offers, false, Optional.empty(), Optional.empty(), false);
  }

  /**
   * The time in which everybody who was asked may take the lead.
   *
   * @param remindAt when those who have not answered are reminded once; empty when they have been
   * @param open whether it is still on
   */
  public record SharkTank(Optional<Instant> remindAt, Instant until, boolean open) {
    /** When its next step is due. */
    Instant due() {
      return remindAt.orElse(until);
    }
  }

  Run with(SharkTank tank) {
    return new Run(offersBefore, released, Optional.of(tank), catchallUntil, delinquent);
  }

  Run let() {
    return new Run(offersBefore, true, sharkTank, catchallUntil, delinquent);
  }

  Run toldCatchalls(Instant until) {
    return new Run(offersBefore, released, sharkTank, Optional.of(until), delinquent);
  }

  Run delinquent(boolean is) {
    return new Run(offersBefore, released, sharkTank, catchallUntil, is);
  }

  /** Whether the shark tank is on. */
  boolean swimming() {
    return sharkTank.filter(SharkTank::open).isPresent();
  }

  /** Closes the shark tank, where one was open. */
  Run dry() {
    return sharkTank
        .map(tank -> with(new SharkTank(Optional.empty(), tank.until(), false)))
        .orElse(this);
  }
}

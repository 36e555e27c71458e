package dev.baton.flow;

/**
 * The bells of the walk.
 *
 * @param intake a notice was kept
 * @param offers the next due offer may have changed
 * @param outbox a promise was made
 * @param messages somebody is to be told something
 */
public record Bells(Bell intake, Bell offers, Bell outbox, Bell messages) {
  public static Bells silent() {
    return new Bells(Bell.silent(), Bell.silent(), Bell.silent(), Bell.silent());
  }
}

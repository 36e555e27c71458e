package dev.baton.simulation;

/** Something that always holds did not. */
final class InvariantBroken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Invariant invariant;

  InvariantBroken(Invariant invariant, String what) {
    super(invariant + " (" + invariant.words() + "): " + what);
    this.invariant = invariant;
  }

  Invariant invariant() {
    return invariant;
  }
}

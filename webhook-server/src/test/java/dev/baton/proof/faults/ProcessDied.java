package dev.baton.proof.faults;

/** Baton's process ended here, as after {@code kill -9}: nothing in it may go on. */
final class ProcessDied extends Error {
  private static final long serialVersionUID = 1L;

  ProcessDied() {
    super("the process died", null, false, false);
  }
}

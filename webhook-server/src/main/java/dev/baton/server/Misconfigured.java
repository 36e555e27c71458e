package dev.baton.server;

/** Baton cannot start as it is configured; the message says what to do. */
public final class Misconfigured extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Misconfigured(String whatToDo) {
    super(whatToDo);
  }
}

package dev.baton.message;

/** By what a message comes to somebody. */
public enum Medium {
  EMAIL,
  SMS,
  SLACK,
  TEAMS;

  /** Whether messages go into a room by an address of its own, which is a secret. */
  public boolean room() {
    return this == SLACK || this == TEAMS;
  }
}

package dev.baton.memory;

/** Puts in-memory parts together. */
public final class Stores {
  private Stores() {}

  /** An inbox that respects the pauses of the outbox. */
  public static InMemoryInbox inbox(InMemoryOutbox outbox) {
    return new InMemoryInbox(outbox::pausedUntil);
  }
}

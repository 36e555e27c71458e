package dev.baton.memory;

import dev.baton.crm.Breakers;

/** Puts in-memory parts together. */
public final class Stores {
  private Stores() {}

  /** An inbox that respects the breakers the outbox respects. */
  public static InMemoryInbox inbox(InMemoryOutbox outbox) {
    return new InMemoryInbox(outbox.breakers());
  }

  public static Breakers breakers(InMemoryOutbox outbox) {
    return outbox.breakers();
  }

  public static InMemoryDeliveries deliveries(InMemoryInbox inbox, InMemoryOutbox outbox) {
    return new InMemoryDeliveries(inbox, outbox);
  }
}

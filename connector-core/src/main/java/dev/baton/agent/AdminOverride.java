package dev.baton.agent;

import java.time.Instant;

/**
 * An admin's word that goes before the hours until an instant; from that instant on the hours hold
 * again. It has no beginning: it holds from when it is given, and is not asked about the past.
 */
public sealed interface AdminOverride {
  Instant until();

  boolean open();

  default boolean holds(Instant at) {
    return at.isBefore(until());
  }

  /** Leads go out although it is outside hours. */
  record OpenUntil(Instant until) implements AdminOverride {
    @Override
    public boolean open() {
      return true;
    }
  }

  /** Leads are held although it is within hours. */
  record ClosedUntil(Instant until) implements AdminOverride {
    @Override
    public boolean open() {
      return false;
    }
  }
}

package dev.baton.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests tick; it never runs by itself. */
public final class TickingClock implements InstantSource {
  private volatile Instant now;

  public TickingClock(Instant start) {
    now = start;
  }

  public static TickingClock atTen() {
    return new TickingClock(Instant.parse("2026-11-22T10:00:00Z"));
  }

  @Override
  public Instant instant() {
    return now;
  }

  public void tick(Duration passed) {
    now = now.plus(passed);
  }

  public void set(Instant instant) {
    now = instant;
  }
}

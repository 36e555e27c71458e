package dev.baton.delivery;

import java.time.Instant;

/** Where each try to deliver a promise is kept for a while. */
public interface Attempts {
  void keep(Attempt attempt);

  /** Forgets those that were started before then; answers how many. */
  int forget(Instant startedBefore);
}

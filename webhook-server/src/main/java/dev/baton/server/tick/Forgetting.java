package dev.baton.server.tick;

import dev.baton.delivery.Attempts;
import dev.baton.inbox.Inbox;
import java.time.Duration;
import java.time.InstantSource;

/** Forgets, night after night, what nobody needs any more. */
public final class Forgetting {
  /** Notices are told apart from their repetitions for that long (promises: 7 days). */
  private static final Duration NOTICES_KEPT = Duration.ofDays(7);

  /** People can look at what was asked of a CRM, and what came back, for that long. */
  private static final Duration ATTEMPTS_KEPT = Duration.ofDays(30);

  private Forgetting() {}

  public static Chore chore(Inbox inbox, Attempts attempts, InstantSource clock) {
    return Chore.nightly(
        "forget",
        () -> {
          inbox.forget(clock.instant().minus(NOTICES_KEPT));
          attempts.forget(clock.instant().minus(ATTEMPTS_KEPT));
        });
  }
}

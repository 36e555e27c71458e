package dev.baton.account;

import java.time.Duration;
import java.time.Instant;

/**
 * How often somebody tried in vain, so that passwords cannot be guessed. Counted by what was typed,
 * whether or not there is such an account: the answer tells nothing.
 */
public interface LoginTries {
  Duration COUNTED_FOR = Duration.ofMinutes(15);

  /** After so many within that time nothing is looked at any more. */
  int AT_MOST = 10;

  /** Counts one; false where there were too many already. */
  boolean mayTry(String what, Instant now);

  /** It was he: what was counted is forgotten. */
  void succeeded(String what);
}

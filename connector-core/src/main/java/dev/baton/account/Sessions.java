package dev.baton.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Who has logged in, by the SHA-256 of the token his browser keeps. */
public interface Sessions {
  /** Who does nothing for so long has to log in again. */
  Duration IDLE = Duration.ofHours(12);

  /** However busy: so long after logging in it ends. */
  Duration LONGEST = Duration.ofDays(7);

  /** An agent who came by his link stays longer: on his phone he has no password to type. */
  Duration BY_LINK = Duration.ofDays(30);

  /**
   * Begins one.
   *
   * @param kind how far he has come
   */
  void begin(byte[] tokenHash, AccountId account, Kind kind, Instant at);

  /** Whose session it is; empty where it is unknown, has ended, or its account has. */
  Optional<Visit> visit(byte[] tokenHash, Instant now);

  void end(byte[] tokenHash);

  void endAll(AccountId account);

  /** How far somebody has come. */
  enum Kind {
    /** The password was right; the code is still to be given, and nothing else is open to him. */
    CODE_WANTED,
    /** All that was asked for was given. */
    COMPLETE,
    /** By an agent's link, which is worth his own leads and nothing more. */
    LINK
  }

  /** Somebody is there. */
  record Visit(Account account, Kind kind) {}
}

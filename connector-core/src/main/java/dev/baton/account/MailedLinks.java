package dev.baton.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Links that were mailed to set a password: each is good once, and for a short time. */
public interface MailedLinks {
  Duration GOOD_FOR = Duration.ofMinutes(30);

  /** An invitation waits for somebody who does not expect it. */
  Duration INVITATION_GOOD_FOR = Duration.ofDays(7);

  void keep(byte[] tokenHash, AccountId account, Instant end);

  /** Whose it is, while it is good; looking uses it up not. */
  Optional<Account> look(byte[] tokenHash, Instant now);

  /** Uses it up; empty where it is not good any more. */
  Optional<Account> use(byte[] tokenHash, Instant now);
}

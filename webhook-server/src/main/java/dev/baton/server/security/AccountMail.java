package dev.baton.server.security;

import dev.baton.account.Account;
import java.net.URI;

/** Sends somebody the link by which he sets his password. */
@FunctionalInterface
public interface AccountMail {
  /**
   * Sends it.
   *
   * @param invitation whether he has not asked for it himself
   * @return false where this installation sends no mail
   */
  boolean send(Account account, URI link, boolean invitation);

  /** No mail is configured. */
  AccountMail NONE = (account, link, invitation) -> false;
}

package dev.baton.account;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where accounts are kept, with what proves who somebody is. */
public interface Accounts {
  /** Whose address it is, in whatever company: an address has one account. */
  Optional<Account> byEmail(EmailAddress email);

  Optional<Account> account(CompanyId company, AccountId id);

  Optional<Account> ofAgent(CompanyId company, AgentId agent);

  /** Everybody, by name. */
  List<Account> of(CompanyId company);

  /** Whether nobody can come in but agents by their links. */
  boolean none();

  /** Adds an account; false where its address or its agent has one already. */
  boolean add(Account account, Instant at);

  /**
   * Changes name, role, agent, language and whether he is there. One who has left, or whose role is
   * another, has to log in anew.
   *
   * @return false where the company would be left without an admin
   */
  boolean change(Account account, Instant at);

  /** The hash of his password; empty for one who has none. */
  Optional<String> passwordHash(AccountId id);

  /** Sets a password; every session and every mailed link of the account ends. */
  void setPassword(AccountId id, String hash, Instant at);

  /** The secret that his codes are made of; empty for one without a second factor. */
  Optional<String> secondFactor(AccountId id);

  void setSecondFactor(AccountId id, Optional<String> secret);

  /**
   * Takes a code's time step as used, so that a code that was overheard opens nothing.
   *
   * @return false where that step, or a later one, has been used already
   */
  boolean useStep(AccountId id, long step);
}

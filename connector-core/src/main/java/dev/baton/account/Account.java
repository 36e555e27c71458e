package dev.baton.account;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.util.Optional;

/**
 * Somebody who can come in.
 *
 * @param email by which he logs in; empty for an agent who only comes by his link
 * @param agent who he is in the routing book; empty for somebody who answers no leads
 * @param language tag of the language he reads, such as {@code en}
 * @param active false for somebody who has left: he cannot come in any more
 */
public record Account(
    AccountId id,
    CompanyId company,
    Optional<EmailAddress> email,
    String name,
    Role role,
    Optional<AgentId> agent,
    String language,
    boolean active) {
  public static final String ENGLISH = "en";

  public Account {
    if (name.isBlank() || name.length() > 200) {
      throw new IllegalArgumentException("A name has 1 to 200 characters");
    }
  }

  public Account as(Role other) {
    return new Account(id, company, email, name, other, agent, language, active);
  }

  public Account left() {
    return new Account(id, company, email, name, role, agent, language, false);
  }

  public Account back() {
    return new Account(id, company, email, name, role, agent, language, true);
  }

  public Account called(String otherName, String otherLanguage) {
    return new Account(id, company, email, otherName, role, agent, otherLanguage, active);
  }

  /** The same account, of that agent. */
  public Account of(AgentId answering) {
    return new Account(id, company, email, name, role, Optional.of(answering), language, active);
  }

  /** Whether he can come in as an admin: a company keeps at least one. */
  public boolean isAdmin() {
    return active && role == Role.ADMIN;
  }
}

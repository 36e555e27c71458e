package dev.baton.server.people.file;

import dev.baton.account.Account;
import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.message.ContactSettings;
import java.util.Optional;

/**
 * Somebody of a company: an agent, somebody who can come in, or both.
 *
 * @param available whether leads are offered to the agent; a fact of now
 */
record User(
    Optional<Agent> agent, Optional<Account> account, ContactSettings contact, boolean available) {
  /** His address: by it he is told apart; empty where he has none. */
  String email() {
    return agent
        .map(Agent::email)
        .filter(email -> !email.isBlank())
        .or(() -> account.flatMap(Account::email).map(Object::toString))
        .orElse("");
  }

  String name() {
    return agent.map(Agent::name).or(() -> account.map(Account::name)).orElse("");
  }

  /** Who needs no password is an agent. */
  Role role() {
    return account.map(Account::role).orElse(Role.AGENT);
  }

  User with(Agent other) {
    return new User(Optional.of(other), account, contact, available);
  }

  User with(Account other) {
    return new User(agent, Optional.of(other), contact, available);
  }

  User with(ContactSettings other) {
    return new User(agent, account, other, available);
  }

  User offered(boolean leads) {
    return new User(agent, account, contact, leads);
  }
}

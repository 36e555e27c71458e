package dev.baton.server.words;

import dev.baton.account.Account;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.message.ContactBook;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;

/** Knows in which language somebody reads. An agent's pages are in that of his messages. */
public final class Readers {
  private final ContactBook contacts;

  public Readers(ContactBook contacts) {
    this.contacts = contacts;
  }

  /** The words for an agent. */
  public Words of(CompanyId company, AgentId agent) {
    return Words.in(contacts.of(company, agent).language());
  }

  /** The words for somebody who has logged in or come by his link. */
  public Words of(Visitor visitor) {
    return of(visitor.account());
  }

  /** The words for whose account it is. */
  public Words of(Account account) {
    return account
        .agent()
        .map(agent -> of(account.company(), agent))
        .orElseGet(() -> Words.in(account.language()));
  }

  /** The words for somebody of whom nothing is known but what his browser says. */
  public static Words ofStranger(Question asked) {
    return Words.accepted(asked.header().apply("Accept-Language"));
  }
}

package dev.baton.server.my;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.routing.RoutingBook;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.words.Words;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Who looks at his own leads.
 *
 * @param words in his language
 * @param book the routing book that holds at the moment
 */
record Me(
    Visitor visitor, Company company, RoutingBook book, Agent agent, Words words, Instant now) {
  AgentId id() {
    return agent.id();
  }

  CompanyId at() {
    return company.id();
  }

  ZoneId zone() {
    return company.zone();
  }

  /** How he is told of moments. */
  CompanyTime time() {
    return new CompanyTime(zone(), words);
  }

  /** Whether he says himself if he is there (domain §2). */
  boolean maySwitch() {
    return book.settings().agentsSwitch();
  }
}

package dev.baton.flow;

import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.WeeklyHours;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.message.Medium;
import dev.baton.message.Recipient;
import dev.baton.routing.RoutingBooks;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows who is to be told and how he can be.
 *
 * @param on the media that are set up here
 */
public record KnowingPeople(
    Companies companies, RoutingBooks books, ContactBook contacts, Set<Medium> on) {
  public KnowingPeople {
    on = Set.copyOf(on);
  }

  /** Empty for an agent who is not there any more. */
  Optional<Recipient> recipient(CompanyId company, Optional<AgentId> to) {
    var ofCompany = contacts.of(company);
    if (to.isEmpty()) {
      return Optional.of(
          new Recipient(to, "", ContactSettings.DEFAULT, zoneOf(company), ofCompany, on));
    }
    return agent(company, to.get())
        .map(
            agent ->
                new Recipient(
                    to,
                    agent.email(),
                    contacts.of(company, agent.id()),
                    zoneOf(company, agent),
                    ofCompany,
                    on));
  }

  /** Somebody who is still with the company. */
  Optional<Agent> agent(CompanyId company, AgentId id) {
    return books.current(company).agent(id).filter(Agent::active);
  }

  List<AgentId> agents(CompanyId company) {
    return books.current(company).agents().stream()
        .filter(Agent::active)
        .map(Agent::id)
        .sorted()
        .toList();
  }

  String name(CompanyId company, AgentId id) {
    return books.current(company).agent(id).map(Agent::name).orElse(id.value());
  }

  Optional<Company> company(CompanyId id) {
    return companies.all().stream().filter(c -> c.id().equals(id)).findFirst();
  }

  ZoneId zoneOf(CompanyId company) {
    return company(company).map(Company::zone).orElse(ZoneOffset.UTC);
  }

  /** The zone of his own shift, else the company's. */
  private ZoneId zoneOf(CompanyId company, Agent agent) {
    return agent.schedule().shift().map(WeeklyHours::zone).orElseGet(() -> zoneOf(company));
  }
}

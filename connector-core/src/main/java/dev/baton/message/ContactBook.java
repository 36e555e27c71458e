package dev.baton.message;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.Map;

/** Where it is kept how people want to be told. */
public interface ContactBook {
  /** The default where nobody has chosen anything. */
  ContactSettings of(CompanyId company, AgentId agent);

  /** Of all agents who have chosen something; the others have the default. */
  Map<AgentId, ContactSettings> all(CompanyId company);

  void put(CompanyId company, AgentId agent, ContactSettings settings, Instant at);

  /** Of many agents in one step. */
  void putAll(CompanyId company, Map<AgentId, ContactSettings> settings, Instant at);

  CompanyContacts of(CompanyId company);

  void put(CompanyId company, CompanyContacts contacts, Instant at);
}

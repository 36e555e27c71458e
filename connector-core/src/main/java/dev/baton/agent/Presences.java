package dev.baton.agent;

import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.Set;

/** Where agents' availability toggles are kept: facts with a time, not configuration. */
public interface Presences {
  /** The agent is there from now on, or is not. */
  void set(CompanyId company, AgentId agent, boolean available, Instant at);

  /** The agent is out of office for a time. */
  void away(CompanyId company, AgentId agent, Absence absence);

  /** Agents whose toggle is off. Who was never set is available. */
  Set<AgentId> unavailable(CompanyId company);
}

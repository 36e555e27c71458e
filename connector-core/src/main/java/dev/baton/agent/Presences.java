package dev.baton.agent;

import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where agents' availability toggles are kept: facts with a time, not configuration. */
public interface Presences {
  /** Somebody says that the agent is there from now on, or is not. */
  void set(CompanyId company, AgentId agent, boolean available, Instant at);

  /** The agent's CRM user is not active any more: he is not there until somebody says so. */
  void leave(CompanyId company, AgentId agent, Instant at);

  /**
   * The agent's CRM user is active again: he is there, where {@link #leave} took him away and
   * nobody has said since whether he is.
   *
   * @return whether that was so
   */
  boolean comeBack(CompanyId company, AgentId agent, Instant at);

  /** Who is not there because of {@link #leave} alone, and since when. */
  Map<AgentId, Instant> left(CompanyId company);

  /** The agent is out of office for a time. */
  void away(CompanyId company, AgentId agent, Absence absence);

  /**
   * The agent does not go, or comes back sooner: a time that has begun ends then, one that has not
   * never was.
   */
  void back(CompanyId company, AgentId agent, Absence absence, Instant at);

  /** Times out of office, the over ones too, that lie in a period wholly or in part. */
  Map<AgentId, List<Absence>> absences(CompanyId company, Instant from, Instant to);

  /** Agents whose toggle is off. Who was never set is available. */
  Set<AgentId> unavailable(CompanyId company);
}

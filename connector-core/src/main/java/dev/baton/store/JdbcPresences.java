package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import dev.baton.routing.RoutingFacts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Availability toggles, and when each agent was last asked, in the database. */
public final class JdbcPresences implements Presences {
  private final Database database;

  public JdbcPresences(Database database) {
    this.database = database;
  }

  @Override
  public void set(CompanyId company, AgentId agent, boolean available, Instant at) {
    database.inTransaction(
        handle -> {
          addUnknown(handle, company, agent, at);
          return handle
              .createUpdate(
                  """
                  UPDATE agent_standing SET available = :available, available_since = :at
                  WHERE company_id = :company AND agent_id = :agent AND available <> :available
                  """)
              .bind("company", company.value())
              .bind("agent", agent.value())
              .bind("available", available)
              .bind("at", at)
              .execute();
        });
  }

  /** The first offer of an agent whose toggle was never touched. */
  static void addAsked(Handle handle, CompanyId company, AgentId agent, Instant at) {
    addUnknown(handle, company, agent, at);
    handle
        .createUpdate(
            """
            UPDATE agent_standing SET last_offered_at = :at
            WHERE company_id = :company AND agent_id = :agent
            """)
        .bind("company", company.value())
        .bind("agent", agent.value())
        .bind("at", at)
        .execute();
  }

  private static void addUnknown(Handle handle, CompanyId company, AgentId agent, Instant at) {
    handle
        .createUpdate(
            """
            INSERT INTO agent_standing (company_id, agent_id, available, available_since)
            VALUES (:company, :agent, TRUE, :at)
            ON CONFLICT DO NOTHING
            """)
        .bind("company", company.value())
        .bind("agent", agent.value())
        .bind("at", at)
        .execute();
  }

  @Override
  public Set<AgentId> unavailable(CompanyId company) {
    return database.inTransaction(handle -> facts(handle, company)).entrySet().stream()
        .filter(e -> !e.getValue().available())
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What a decision about a lead of the company would see of its agents now. */
  public RoutingFacts facts(CompanyId company) {
    return new RoutingFacts(database.inTransaction(handle -> facts(handle, company)));
  }

  static Map<AgentId, RoutingFacts.Fact> facts(Handle handle, CompanyId company) {
    var facts = new HashMap<AgentId, RoutingFacts.Fact>();
    handle
        .createQuery(
            """
            SELECT agent_id, available, last_offered_at FROM agent_standing
            WHERE company_id = :company
            """)
        .bind("company", company.value())
        .map(
            (row, context) ->
                Map.entry(
                    new AgentId(row.getString("agent_id")),
                    new RoutingFacts.Fact(
                        row.getBoolean("available"),
                        RoutingFacts.STARTING_SCORE,
                        Optional.ofNullable(row.getObject("last_offered_at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant))))
        .forEach(entry -> facts.put(entry.getKey(), entry.getValue()));
    return facts;
  }
}

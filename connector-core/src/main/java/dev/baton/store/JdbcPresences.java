package dev.baton.store;

import dev.baton.agent.Absence;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.company.CompanyId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Availability toggles, and when each agent was last asked, in the database. */
public final class JdbcPresences implements Presences {
  /** Why somebody is away whom nobody has switched off. */
  private static final String CRM_USER_LEFT = "CRM_USER_LEFT";

  private final Database database;

  public JdbcPresences(Database database) {
    this.database = database;
  }

  @Override
  public void set(CompanyId company, AgentId agent, boolean available, Instant at) {
    database.inTransaction(
        handle -> {
          set(handle, company, agent, available, at);
          return true;
        });
  }

  static void set(Handle handle, CompanyId company, AgentId agent, boolean available, Instant at) {
    addUnknown(handle, company, agent, at);
    handle
        .createUpdate(
            """
            UPDATE agent_standing SET
              available_since = CASE WHEN available <> :available THEN :at ELSE available_since END,
              available = :available, off_because = ''
            WHERE company_id = :company AND agent_id = :agent
              AND (available <> :available OR off_because <> '')
            """)
        .bind("company", company.value())
        .bind("agent", agent.value())
        .bind("available", available)
        .bind("at", at)
        .execute();
  }

  /** An agent whose toggle was never touched is available. */
  static void addUnknown(Handle handle, CompanyId company, AgentId agent, Instant at) {
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
  public void leave(CompanyId company, AgentId agent, Instant at) {
    database.inTransaction(
        handle -> {
          addUnknown(handle, company, agent, at);
          return handle
              .createUpdate(
                  """
                  UPDATE agent_standing SET available = FALSE, available_since = :at,
                    off_because = :because
                  WHERE company_id = :company AND agent_id = :agent AND available
                  """)
              .bind("company", company.value())
              .bind("agent", agent.value())
              .bind("because", CRM_USER_LEFT)
              .bind("at", at)
              .execute();
        });
  }

  @Override
  public boolean comeBack(CompanyId company, AgentId agent, Instant at) {
    return database.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        UPDATE agent_standing SET available = TRUE, available_since = :at,
                          off_because = ''
                        WHERE company_id = :company AND agent_id = :agent
                          AND NOT available AND off_because = :because
                        """)
                    .bind("company", company.value())
                    .bind("agent", agent.value())
                    .bind("because", CRM_USER_LEFT)
                    .bind("at", at)
                    .execute())
        > 0;
  }

  @Override
  public Map<AgentId, Instant> left(CompanyId company) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT agent_id, available_since FROM agent_standing
                    WHERE company_id = :company AND NOT available AND off_because = :because
                    """)
                .bind("company", company.value())
                .bind("because", CRM_USER_LEFT)
                .map(
                    (row, context) ->
                        Map.entry(
                            new AgentId(row.getString("agent_id")),
                            row.getObject("available_since", OffsetDateTime.class).toInstant()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public Set<AgentId> unavailable(CompanyId company) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT agent_id FROM agent_standing
                    WHERE company_id = :company AND NOT available
                    """)
                .bind("company", company.value())
                .mapTo(String.class)
                .map(AgentId::new)
                .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public void away(CompanyId company, AgentId agent, Absence absence) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO agent_absence (company_id, agent_id, reason, starts_at, ends_at)
                    VALUES (:company, :agent, :reason, :from, :to)
                    """)
                .bind("company", company.value())
                .bind("agent", agent.value())
                .bind("reason", absence.reason())
                .bind("from", absence.from())
                .bind("to", absence.to())
                .execute());
  }

  @Override
  public void back(CompanyId company, AgentId agent, Absence absence, Instant at) {
    boolean begun = absence.from().isBefore(at);
    database.inTransaction(
        handle -> {
          var update =
              handle.createUpdate(
                  begun
                      ? """
                        UPDATE agent_absence SET ends_at = :at
                        WHERE company_id = :company AND agent_id = :agent AND reason = :reason
                          AND starts_at = :from AND ends_at = :to AND ends_at > :at
                        """
                      : """
                        DELETE FROM agent_absence
                        WHERE company_id = :company AND agent_id = :agent AND reason = :reason
                          AND starts_at = :from AND ends_at = :to
                        """);
          if (begun) update.bind("at", at);
          return update
              .bind("company", company.value())
              .bind("agent", agent.value())
              .bind("reason", absence.reason())
              .bind("from", absence.from())
              .bind("to", absence.to())
              .execute();
        });
  }

  /** Times out of office that are not over. */
  static Map<AgentId, List<Absence>> absences(Handle handle, CompanyId company, Instant now) {
    return absences(handle, company, now, ReportReading.NEVER);
  }

  @Override
  public Map<AgentId, List<Absence>> absences(CompanyId company, Instant from, Instant to) {
    return database.inTransaction(handle -> absences(handle, company, from, to));
  }

  private static Map<AgentId, List<Absence>> absences(
      Handle handle, CompanyId company, Instant from, Instant to) {
    var absences = new HashMap<AgentId, List<Absence>>();
    handle
        .createQuery(
            """
            SELECT agent_id, reason, starts_at, ends_at FROM agent_absence
            WHERE company_id = :company AND ends_at > :from AND starts_at < :to
            ORDER BY starts_at
            """)
        .bind("company", company.value())
        .bind("from", from)
        .bind("to", to)
        .map(
            (row, context) ->
                Map.entry(
                    new AgentId(row.getString("agent_id")),
                    new Absence(
                        row.getString("reason"),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant())))
        .forEach(
            e -> absences.computeIfAbsent(e.getKey(), a -> new ArrayList<>()).add(e.getValue()));
    return absences;
  }
}

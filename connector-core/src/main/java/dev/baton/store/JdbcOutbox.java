package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadId;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.Owed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The outbox in the database. A promise that waits has a due time; one with an outcome has none.
 */
public final class JdbcOutbox implements Outbox {
  private final Database database;

  public JdbcOutbox(Database database) {
    this.database = database;
  }

  @Override
  public List<Owed> claim(int atMost, Instant now, Duration lease) {
    return database.claiming(
        handle -> {
          List<Long> ids =
              handle
                  .createQuery(
                      """
                      SELECT id FROM outbox o
                      WHERE due_at <= :now
                        AND connection_id NOT IN
                          (SELECT c.id FROM crm_connection c WHERE c.closed_until > :now)
                        AND NOT EXISTS
                          (SELECT 1 FROM outbox earlier
                           WHERE earlier.lead_id = o.lead_id AND earlier.id < o.id
                             AND earlier.state = 'PENDING')
                      ORDER BY due_at, id LIMIT :atMost
                      """
                          + database.dialect().skipLocked())
                  .bind("now", now)
                  .bind("atMost", atMost)
                  .mapTo(Long.class)
                  .list();
          if (ids.isEmpty()) return List.of();
          handle
              .createUpdate(
                  """
                  UPDATE outbox SET due_at = :end, attempts = attempts + 1 WHERE id = ANY(:ids)
                  """)
              .bind("end", now.plus(lease))
              .bindArray("ids", Long.class, ids)
              .execute();
          return taken(handle, ids);
        });
  }

  private static List<Owed> taken(Handle handle, List<Long> ids) {
    return handle
        .createQuery(
            """
            SELECT o.id, o.company_id, o.lead_id, o.connection_id, l.object, l.record_id, l.tags,
              l.source, l.owner, o.kind, o.data, o.attempts, f.crm_task_id, f.state AS offer_state,
              EXISTS (SELECT 1 FROM outbox t
                      WHERE t.lead_id = o.lead_id AND t.offer_number = o.offer_number
                        AND t.kind = 'TellOffer' AND t.attempts > 0 AND t.state <> 'SUPERSEDED'
                        AND NOT (t.state = 'ON_HOLD' AND t.attempts = 1)) AS told
            FROM outbox o
            JOIN lead l ON l.id = o.lead_id
            LEFT JOIN offer f ON f.lead_id = o.lead_id AND f.number = o.offer_number
            WHERE o.id = ANY(:ids) ORDER BY o.id
            """)
        .bindArray("ids", Long.class, ids)
        .map((row, context) -> owed(row))
        .list();
  }

  private static Owed owed(ResultSet row) throws SQLException {
    return new Owed(
        row.getLong("id"),
        new CompanyId(row.getString("company_id")),
        new LeadId(row.getObject("lead_id", UUID.class)),
        LeadRows.record(row),
        List.of(Json.read(row.getString("tags"), String[].class)),
        row.getString("source"),
        Json.readPromise(row.getString("kind"), row.getString("data")),
        Optional.ofNullable(row.getString("crm_task_id")),
        Optional.ofNullable(row.getString("owner")).map(AgentId::new),
        "OPEN".equals(row.getString("offer_state")),
        row.getBoolean("told"),
        row.getInt("attempts"));
  }

  @Override
  public void delivered(long promise, Optional<String> taskId, Optional<String> owner, Instant at) {
    database.inTransaction(
        handle -> {
          taskId.ifPresent(
              id ->
                  handle
                      .createUpdate(
                          """
                          UPDATE offer SET crm_task_id = :task
                          WHERE (lead_id, number) IN
                            (SELECT o.lead_id, o.offer_number FROM outbox o WHERE o.id = :id)
                          """)
                      .bind("id", promise)
                      .bind("task", id)
                      .execute());
          owner.ifPresent(
              id ->
                  handle
                      .createUpdate(
                          """
                          UPDATE lead SET crm_owner = :owner
                          WHERE id = (SELECT o.lead_id FROM outbox o WHERE o.id = :id)
                          """)
                      .bind("id", promise)
                      .bind("owner", id)
                      .execute());
          return settle(handle, promise, "DONE", "", at);
        });
  }

  @Override
  public void superseded(long promise, String why, Instant at) {
    database.inTransaction(handle -> settle(handle, promise, "SUPERSEDED", why, at));
  }

  @Override
  public void hold(long promise, String cause, String why, Instant at) {
    database.inTransaction(handle -> settle(handle, promise, "ON_HOLD", cause + ": " + why, at));
  }

  private static int settle(Handle handle, long promise, String state, String note, Instant at) {
    return handle
        .createUpdate(
            """
            UPDATE outbox SET state = :state, note = :note, settled_at = :at, due_at = NULL
            WHERE id = :id AND state = 'PENDING'
            """)
        .bind("id", promise)
        .bind("state", state)
        .bind("note", LeadRows.cut(note, 500))
        .bind("at", at)
        .execute();
  }

  @Override
  public void again(long promise, Instant notBefore, String why) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE outbox SET due_at = :due, note = :note
                    WHERE id = :id AND state = 'PENDING'
                    """)
                .bind("id", promise)
                .bind("due", notBefore)
                .bind("note", LeadRows.cut(why, 500))
                .execute());
  }

  @Override
  public void pause(ConnectionId connection, Instant until) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE crm_connection SET closed_until = :until
                    WHERE id = :connection AND closed_until < :until
                    """)
                .bind("connection", connection.value())
                .bind("until", until)
                .execute());
  }

  @Override
  public Optional<Instant> nextDue() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT due_at FROM outbox WHERE due_at IS NOT NULL
                    ORDER BY due_at FETCH FIRST 1 ROW ONLY
                    """)
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public Depth depth() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT (SELECT count(*) FROM outbox WHERE due_at IS NOT NULL) AS waiting,
                      (SELECT count(*) FROM outbox WHERE state = 'ON_HOLD') AS on_hold
                    """)
                .map((row, context) -> new Depth(row.getLong("waiting"), row.getLong("on_hold")))
                .one());
  }
}

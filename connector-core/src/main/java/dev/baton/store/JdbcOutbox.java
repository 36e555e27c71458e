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
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private record Candidate(long id, String connection) {}

  @Override
  public List<Owed> claim(int atMost, Set<ConnectionId> busy, Instant now, Duration lease) {
    return database.claiming(
        handle -> {
          JdbcBreakers.sendScouts(handle, "outbox", now);
          var trials = new HashSet<Long>();
          List<Long> ids = allowed(handle, due(handle, atMost, busy, now), now, lease, trials);
          if (ids.isEmpty()) return List.of();
          handle
              .createUpdate(
                  """
                  UPDATE outbox SET due_at = :end, attempts = attempts + 1, taken_by = :node
                  WHERE id = ANY(:ids)
                  """)
              .bind("end", now.plus(lease))
              .bind("node", database.node())
              .bindArray("ids", Long.class, ids)
              .execute();
          return taken(handle, ids, trials);
        });
  }

  /** The oldest open promise of each lead, unless another of the lead is being delivered. */
  private List<Candidate> due(Handle handle, int atMost, Set<ConnectionId> busy, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id, connection_id FROM outbox o
            WHERE due_at <= :now
              AND connection_id NOT IN
                (SELECT c.id FROM crm_connection c WHERE c.closed_until > :now)
              AND NOT (connection_id = ANY(:busy))
              AND NOT EXISTS
                (SELECT 1 FROM outbox other
                 WHERE other.lead_id = o.lead_id AND other.id <> o.id AND other.state = 'PENDING'
                   AND (other.id < o.id OR other.taken_by IS NOT NULL AND other.due_at > :now))
            ORDER BY due_at, id LIMIT :atMost
            """
                + database.dialect().skipLocked())
        .bind("now", now)
        .bind("atMost", atMost)
        .bindArray("busy", String.class, busy.stream().map(ConnectionId::value).toList())
        .map((row, context) -> new Candidate(row.getLong("id"), row.getString("connection_id")))
        .list();
  }

  /** Of a connection whose breaker is half-open, only one: that one is on trial. */
  private static List<Long> allowed(
      Handle handle, List<Candidate> due, Instant now, Duration lease, Set<Long> trials) {
    if (due.isEmpty()) return List.of();
    Set<String> halfOpen = JdbcBreakers.halfOpen(handle, now);
    Map<String, Long> first = new HashMap<>();
    for (Candidate each : due) {
      if (!halfOpen.contains(each.connection)) continue;
      if (first.putIfAbsent(each.connection, each.id) == null
          && JdbcBreakers.beginTrial(handle, each.connection, now, lease)) {
        trials.add(each.id);
      }
    }
    return due.stream()
        .filter(each -> !halfOpen.contains(each.connection) || trials.contains(each.id))
        .map(Candidate::id)
        .toList();
  }

  private static List<Owed> taken(Handle handle, List<Long> ids, Set<Long> trials) {
    return handle
        .createQuery(
            """
            SELECT o.id, o.company_id, o.lead_id, o.connection_id, l.object, l.record_id, l.tags,
              l.source, l.owner, l.crm_owner, o.kind, o.data, o.attempts, o.forgiven, f.crm_task_id,
              f.state AS offer_state,
              (SELECT COUNT(*) FROM lead_event e
               WHERE e.lead_id = o.lead_id AND e.kind = 'OwnerChangedInCrm') AS heard,
              EXISTS (SELECT 1 FROM outbox t
                      WHERE t.lead_id = o.lead_id AND t.offer_number = o.offer_number
                        AND t.kind = 'TellOffer'
                        AND (t.attempts > 1 OR
                             t.attempts = 1 AND t.state NOT IN ('SUPERSEDED', 'ON_HOLD'))) AS told,
              EXISTS (SELECT 1 FROM outbox n
                      WHERE n.lead_id = o.lead_id AND n.id > o.id
                        AND (n.kind = o.kind AND n.kind IN ('GiveOwner', 'SayFeedback')
                             OR n.kind = 'CloseOffer' AND o.kind = 'TellOffer'
                               AND n.offer_number = o.offer_number AND n.state <> 'PENDING'))
                AS overtaken
            FROM outbox o
            JOIN lead l ON l.id = o.lead_id
            LEFT JOIN offer f ON f.lead_id = o.lead_id AND f.number = o.offer_number
            WHERE o.id = ANY(:ids) ORDER BY o.id
            """)
        .bindArray("ids", Long.class, ids)
        .map((row, context) -> owed(row, trials))
        .list();
  }

  private static Owed owed(ResultSet row, Set<Long> trials) throws SQLException {
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
        row.getString("crm_owner"),
        row.getInt("heard"),
        "OPEN".equals(row.getString("offer_state")),
        row.getBoolean("told"),
        row.getBoolean("overtaken"),
        row.getInt("attempts"),
        row.getInt("attempts") - row.getInt("forgiven"),
        trials.contains(row.getLong("id")));
  }

  @Override
  public void delivered(
      long promise, Optional<String> taskId, Optional<OwnerWritten> owner, Instant at) {
    database.inTransaction(
        handle -> {
          PromiseRow row = PromiseRow.of(handle, promise);
          taskId.ifPresent(id -> row.noteTask(handle, id));
          owner.ifPresent(written -> row.noteOwner(handle, written));
          return row.settle(handle, "DONE", "", at);
        });
  }

  @Override
  public void wake(ConnectionId connection, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE outbox SET due_at = :at, forgiven = forgiven + 1
                    WHERE connection_id = :connection AND due_at > :at AND taken_by IS NULL
                    """)
                .bind("connection", connection.value())
                .bind("at", at)
                .execute());
  }

  @Override
  public void superseded(long promise, String why, Instant at) {
    database.inTransaction(
        handle -> PromiseRow.of(handle, promise).settle(handle, "SUPERSEDED", why, at));
  }

  @Override
  public void hold(long promise, String cause, String why, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE outbox SET state = 'ON_HOLD', cause = :cause, note = :note,
                      settled_at = :at, due_at = NULL, taken_by = NULL
                    WHERE id = :id AND state = 'PENDING'
                    """)
                .bind("id", promise)
                .bind("cause", LeadRows.cut(cause, 32))
                .bind("note", LeadRows.cut(cause + ": " + why, 500))
                .bind("at", at)
                .execute());
  }

  @Override
  public void again(long promise, Instant notBefore, String why) {
    again(promise, notBefore, why, 0);
  }

  @Override
  public void later(long promise, Instant notBefore, String why) {
    again(promise, notBefore, why, 1);
  }

  private void again(long promise, Instant notBefore, String why, int forgiven) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE outbox SET due_at = :due, note = :note, taken_by = NULL,
                      forgiven = forgiven + :forgiven
                    WHERE id = :id AND state = 'PENDING'
                    """)
                .bind("id", promise)
                .bind("forgiven", forgiven)
                .bind("due", notBefore)
                .bind("note", LeadRows.cut(why, 500))
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
                      (SELECT min(promised_at) FROM outbox WHERE due_at IS NOT NULL) AS oldest,
                      (SELECT count(*) FROM outbox
                       WHERE company_id IN (SELECT id FROM company) AND state = 'ON_HOLD')
                        AS on_hold
                    """)
                .map(
                    (row, context) ->
                        new Depth(
                            row.getLong("waiting"),
                            row.getLong("on_hold"),
                            Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one());
  }
}

package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Later;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.LeadId;
import dev.baton.ledger.StoreUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The inbox in the database. A notice that waits has a due time; one with an outcome has none. */
public final class JdbcInbox implements Inbox {
  private final Database database;

  public JdbcInbox(Database database) {
    this.database = database;
  }

  @Override
  public void keep(List<Incoming> notices) {
    database.inTransaction(
        handle -> {
          try {
            return IncomingRows.insert(handle.getConnection(), notices);
          } catch (SQLException failed) {
            throw new StoreUnavailable(failed);
          }
        });
  }

  private record Candidate(long id, String connection) {}

  @Override
  public List<Notice> claim(int atMost, Set<ConnectionId> busy, Instant now, Duration lease) {
    return database.claiming(
        handle -> {
          JdbcBreakers.sendScouts(handle, "inbox", now);
          List<Candidate> due = due(handle, atMost, busy, now);
          if (due.isEmpty()) return List.of();
          Set<String> closed = JdbcBreakers.halfOpen(handle, now);
          Set<String> trials =
              due.stream()
                  .map(Candidate::connection)
                  .distinct()
                  .filter(closed::contains)
                  .filter(each -> JdbcBreakers.beginTrial(handle, each, now, lease))
                  .collect(Collectors.toSet());
          closed.removeAll(trials);
          List<Long> ids =
              due.stream()
                  .filter(each -> !closed.contains(each.connection))
                  .map(Candidate::id)
                  .toList();
          if (ids.isEmpty()) return List.of();
          handle
              .createUpdate(
                  """
                  UPDATE inbox SET due_at = :end, attempts = attempts + 1, taken_at = :now,
                    taken_by = :node
                  WHERE id = ANY(:ids)
                  """)
              .bind("end", now.plus(lease))
              .bind("now", now)
              .bind("node", database.node())
              .bindArray("ids", Long.class, ids)
              .execute();
          return taken(handle, ids, trials);
        });
  }

  private List<Candidate> due(Handle handle, int atMost, Set<ConnectionId> busy, Instant now) {
    return handle
        .createQuery(
            """
            SELECT id, connection_id FROM inbox
            WHERE due_at <= :now
              AND connection_id NOT IN
                (SELECT id FROM crm_connection WHERE closed_until > :now)
              AND NOT (connection_id = ANY(:busy))
            ORDER BY due_at, id LIMIT :atMost
            """
                + database.dialect().skipLocked())
        .bind("now", now)
        .bind("atMost", atMost)
        .bindArray("busy", String.class, busy.stream().map(ConnectionId::value).toList())
        .map((row, context) -> new Candidate(row.getLong("id"), row.getString("connection_id")))
        .list();
  }

  private static List<Notice> taken(Handle handle, List<Long> ids, Set<String> trials) {
    return handle
        .createQuery(
            """
            SELECT id, company_id, connection_id, payload, received_at, attempts, forgiven
            FROM inbox WHERE id = ANY(:ids) ORDER BY id
            """)
        .bindArray("ids", Long.class, ids)
        .map(
            (row, context) ->
                new Notice(
                    row.getLong("id"),
                    new CompanyId(row.getString("company_id")),
                    new ConnectionId(row.getString("connection_id")),
                    row.getString("payload"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getInt("attempts"),
                    row.getInt("attempts") - row.getInt("forgiven"),
                    trials.contains(row.getString("connection_id"))))
        .list();
  }

  @Override
  public void settle(long notice, NoticeOutcome outcome, Instant at) {
    switch (outcome) {
      case Done done -> settle(notice, "DONE", done.what(), done.lead(), at);
      case Skipped skipped -> settle(notice, "SKIPPED", skipped.why(), Optional.empty(), at);
      case Failed failed -> settle(notice, "FAILED", failed.why(), Optional.empty(), at);
      case Again again -> again(notice, again.notBefore(), again.why(), 0);
      case Later later -> again(notice, later.notBefore(), later.why(), 1);
    }
  }

  private void again(long notice, Instant notBefore, String why, int forgiven) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE inbox SET due_at = :due, note = :note, taken_by = NULL,
                      forgiven = forgiven + :forgiven
                    WHERE id = :id AND state = 'NEW'
                    """)
                .bind("id", notice)
                .bind("due", notBefore)
                .bind("note", LeadRows.cut(why, 500))
                .bind("forgiven", forgiven)
                .execute());
  }

  private void settle(long notice, String state, String note, Optional<LeadId> lead, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE inbox SET state = :state, note = :note, settled_at = :at, due_at = NULL,
                      taken_by = NULL, lead_id = COALESCE(CAST(:lead AS uuid), lead_id)
                    WHERE id = :id AND state = 'NEW'
                    """)
                .bind("id", notice)
                .bind("state", state)
                .bind("note", LeadRows.cut(note, 500))
                .bindByType("lead", lead.map(LeadId::toString).orElse(null), String.class)
                .bind("at", at)
                .execute());
  }

  @Override
  public void wake(ConnectionId connection, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE inbox SET due_at = :at, forgiven = forgiven + 1
                    WHERE connection_id = :connection AND due_at > :at AND taken_by IS NULL
                    """)
                .bind("connection", connection.value())
                .bind("at", at)
                .execute());
  }

  @Override
  public List<Kept> latest(CompanyId company, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, received_at, state, note, attempts, payload FROM inbox
                    WHERE company_id = :company OR company_id IS NULL
                    ORDER BY id DESC LIMIT :limit
                    """)
                .bind("company", company.value())
                .bind("limit", limit)
                .map((row, context) -> kept(row))
                .list());
  }

  @Override
  public List<Kept> since(ConnectionId connection, Instant receivedAt, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, received_at, state, note, attempts, payload FROM inbox
                    WHERE connection_id = :connection AND received_at >= :since
                    ORDER BY id LIMIT :limit
                    """)
                .bind("connection", connection.value())
                .bind("since", receivedAt)
                .bind("limit", limit)
                .map((row, context) -> kept(row))
                .list());
  }

  @Override
  public Optional<Instant> lastTold(CrmConnection connection) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT max(received_at) FROM inbox
                    WHERE company_id = :company AND connection_id = :connection
                      AND notice_key NOT LIKE 'baton/%'
                    """)
                .bind("company", connection.company().value())
                .bind("connection", connection.id().value())
                .mapTo(Instant.class)
                .findOne());
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        row.getString("note"),
        row.getInt("attempts"),
        row.getString("payload"));
  }

  @Override
  public long waiting() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT count(*) FROM inbox WHERE due_at IS NOT NULL")
                .mapTo(Long.class)
                .one());
  }

  @Override
  public Optional<Instant> oldest() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT min(received_at) FROM inbox WHERE due_at IS NOT NULL")
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public int forget(Instant receivedBefore) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM inbox WHERE received_at < :before AND due_at IS NULL")
                .bind("before", receivedBefore)
                .execute());
  }
}

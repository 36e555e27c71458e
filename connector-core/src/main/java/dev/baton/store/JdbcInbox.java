package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.inbox.Inbox;
import dev.baton.inbox.Incoming;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Again;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Skipped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The inbox in the database. A notice that waits has a due time; one with an outcome has none. */
public final class JdbcInbox implements Inbox {
  private static final String UNKNOWN_ACCOUNT = "the account is not connected";

  private final Database database;

  public JdbcInbox(Database database) {
    this.database = database;
  }

  @Override
  public void keep(List<Incoming> notices) {
    database.inTransaction(handle -> keep(handle, notices));
  }

  private static int[] keep(Handle handle, List<Incoming> notices) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO inbox
              (company_id, connection_id, crm, account, notice_key, payload, received_at, state,
               due_at, note)
            VALUES
              (:company, :connection, :crm, :account, :key, :payload, :received, :state,
               :due, :note)
            ON CONFLICT DO NOTHING
            """);
    for (Incoming notice : notices) {
      String state = "NEW";
      String note = "";
      if (notice.failure().isPresent()) {
        state = "FAILED";
        note = LeadRows.cut(notice.failure().get(), 500);
      } else if (notice.connection().isEmpty()) {
        state = "SKIPPED";
        note = UNKNOWN_ACCOUNT;
      }
      batch
          .bindByType(
              "company",
              notice.connection().map(c -> c.company().value()).orElse(null),
              String.class)
          .bindByType(
              "connection", notice.connection().map(c -> c.id().value()).orElse(null), String.class)
          .bind("crm", notice.crm())
          .bind("account", LeadRows.cut(notice.account(), 64))
          .bind("key", LeadRows.cut(notice.key(), 400))
          .bind("payload", notice.payload())
          .bind("received", notice.receivedAt())
          .bind("state", state)
          .bindByType("due", state.equals("NEW") ? notice.receivedAt() : null, Instant.class)
          .bind("note", note)
          .add();
    }
    return batch.execute();
  }

  @Override
  public List<Notice> claim(int atMost, Instant now, Duration lease) {
    return database.claiming(
        handle -> {
          List<Long> ids =
              handle
                  .createQuery(
                      """
                      SELECT id FROM inbox
                      WHERE due_at <= :now
                        AND connection_id NOT IN
                          (SELECT id FROM crm_connection WHERE closed_until > :now)
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
                  UPDATE inbox SET due_at = :end, attempts = attempts + 1 WHERE id = ANY(:ids)
                  """)
              .bind("end", now.plus(lease))
              .bindArray("ids", Long.class, ids)
              .execute();
          return taken(handle, ids);
        });
  }

  private static List<Notice> taken(Handle handle, List<Long> ids) {
    return handle
        .createQuery(
            """
            SELECT id, company_id, connection_id, payload, received_at, attempts
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
                    row.getInt("attempts")))
        .list();
  }

  @Override
  public void settle(long notice, NoticeOutcome outcome, Instant at) {
    switch (outcome) {
      case Done done -> settle(notice, "DONE", done.what(), at);
      case Skipped skipped -> settle(notice, "SKIPPED", skipped.why(), at);
      case Failed failed -> settle(notice, "FAILED", failed.why(), at);
      case Again again ->
          database.inTransaction(
              handle ->
                  handle
                      .createUpdate(
                          """
                          UPDATE inbox SET due_at = :due, note = :note
                          WHERE id = :id AND state = 'NEW'
                          """)
                      .bind("id", notice)
                      .bind("due", again.notBefore())
                      .bind("note", LeadRows.cut(again.why(), 500))
                      .execute());
    }
  }

  private void settle(long notice, String state, String note, Instant at) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE inbox SET state = :state, note = :note, settled_at = :at, due_at = NULL
                    WHERE id = :id AND state = 'NEW'
                    """)
                .bind("id", notice)
                .bind("state", state)
                .bind("note", LeadRows.cut(note, 500))
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
                .map(
                    (row, context) ->
                        new Kept(
                            row.getLong("id"),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            row.getString("state"),
                            row.getString("note"),
                            row.getInt("attempts"),
                            row.getString("payload")))
                .list());
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
  public int forget(Instant receivedBefore) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM inbox WHERE received_at < :before AND due_at IS NULL")
                .bind("before", receivedBefore)
                .execute());
  }
}

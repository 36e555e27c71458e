package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.message.Heard;
import dev.baton.message.Letter;
import dev.baton.message.Message;
import dev.baton.message.Message.State;
import dev.baton.message.MessageId;
import dev.baton.message.MessageQueue;
import dev.baton.message.Tidings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Tidings and messages that wait, in the database. */
public final class JdbcMessageQueue implements MessageQueue {
  private final Database database;
  private final Sealing sealing;

  public JdbcMessageQueue(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @Override
  public List<Heard> heard(int atMost, Instant now) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    TidingsRows.COLUMNS
                        + "WHERE due_at <= :now ORDER BY due_at, id FETCH FIRST :atMost ROWS ONLY")
                .bind("now", now)
                .bind("atMost", atMost)
                .map((row, context) -> TidingsRows.read(row))
                .list());
  }

  @Override
  public boolean spread(Collection<Heard> tidings, List<Message> messages) {
    List<Long> ids = tidings.stream().map(Heard::id).sorted().toList();
    return database.inTransaction(
        handle -> {
          int gone =
              handle
                  .createUpdate("DELETE FROM tidings WHERE id = ANY(:ids)")
                  .bindArray("ids", Long.class, ids)
                  .execute();
          if (gone < ids.size()) {
            handle.rollback();
            return false;
          }
          MessageRows.insert(handle, messages);
          return true;
        });
  }

  @Override
  public List<Message> claim(int atMost, Instant now, Duration lease) {
    return database.claiming(
        handle -> {
          List<UUID> ids =
              handle
                  .createQuery(
                      "SELECT id FROM message WHERE due_at <= :now ORDER BY due_at, id"
                          + " LIMIT :atMost "
                          + database.dialect().skipLocked())
                  .bind("now", now)
                  .bind("atMost", atMost)
                  .mapTo(UUID.class)
                  .list();
          if (ids.isEmpty()) return List.of();
          handle
              .createUpdate(
                  """
                  UPDATE message SET due_at = :end, attempts = attempts + 1, taken_by = :node
                  WHERE id = ANY(:ids)
                  """)
              .bind("end", now.plus(lease))
              .bind("node", database.node())
              .bindArray("ids", UUID.class, ids)
              .execute();
          return handle
              .createQuery(MessageRows.COLUMNS + "WHERE id = ANY(:ids) ORDER BY created_at, id")
              .bindArray("ids", UUID.class, ids)
              .map((row, context) -> MessageRows.read(row))
              .list();
        });
  }

  @Override
  public Optional<Letter> letter(MessageId message) {
    return database
        .inTransaction(
            handle ->
                handle
                    .createQuery("SELECT letter FROM message WHERE id = :id AND letter IS NOT NULL")
                    .bind("id", message.value())
                    .mapTo(byte[].class)
                    .findOne())
        .map(stored -> Json.read(sealing.open(stored, JdbcMessages.row(message)), Letter.class));
  }

  @Override
  public boolean told(LeadId lead, int offer) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (SELECT 1 FROM message
                                   WHERE lead_id = :lead AND offer_number = :offer
                                     AND state = 'SENT' AND kind <> 'LEAD_LOST')
                    """)
                .bind("lead", lead.value())
                .bind("offer", offer)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void sent(MessageId message, Instant at) {
    database.inTransaction(handle -> settle(handle, message, State.SENT, "", at));
  }

  @Override
  public void superseded(MessageId message, String why, Instant at) {
    database.inTransaction(handle -> settle(handle, message, State.SUPERSEDED, why, at));
  }

  @Override
  public void failed(MessageId message, String why, Instant at) {
    database.inTransaction(
        handle -> {
          if (settle(handle, message, State.FAILED, why, at) == 0) return 0;
          return handle
              .createUpdate(
                  """
                  UPDATE message SET due_at = :at
                  WHERE escalates AND due_at > :at AND taken_by IS NULL
                    AND (lead_id, offer_number, agent_id) IN
                      (SELECT f.lead_id, f.offer_number, f.agent_id FROM message f
                       WHERE f.id = :id AND f.offer_number > 0)
                  """)
              .bind("id", message.value())
              .bind("at", at)
              .execute();
        });
  }

  private static int settle(
      Handle handle, MessageId message, State state, String note, Instant at) {
    return handle
        .createUpdate(
            """
            UPDATE message SET state = :state, note = :note, settled_at = :at, due_at = NULL,
              taken_by = NULL, letter = NULL
            WHERE id = :id AND state IN ('PENDING', 'HELD')
            """)
        .bind("id", message.value())
        .bind("state", state.name())
        .bind("note", LeadRows.cut(note, 500))
        .bind("at", at)
        .execute();
  }

  @Override
  public void again(MessageId message, Instant notBefore, String why) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE message SET due_at = :due, note = :note, taken_by = NULL,
                      state = 'PENDING'
                    WHERE id = :id AND state IN ('PENDING', 'HELD')
                    """)
                .bind("id", message.value())
                .bind("due", notBefore)
                .bind("note", LeadRows.cut(why, 500))
                .execute());
  }

  @Override
  public boolean openWeek(CompanyId company, LocalDate monday, List<Tidings> tidings) {
    return database.inTransaction(
        handle -> {
          int opened =
              handle
                  .createUpdate(
                      """
                      INSERT INTO digest_week (company_id, monday) VALUES (:company, :monday)
                      ON CONFLICT DO NOTHING
                      """)
                  .bind("company", company.value())
                  .bind("monday", monday)
                  .execute();
          if (opened == 0) return false;
          var rows = new TidingsRows(handle);
          tidings.forEach(each -> rows.add(company, Optional.empty(), each));
          rows.write();
          return true;
        });
  }

  @Override
  public Optional<Instant> nextDue() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT min(due_at) FROM
                      (SELECT min(due_at) AS due_at FROM message
                       UNION ALL SELECT min(due_at) AS due_at FROM tidings) AS waiting
                    """)
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public int forget(Instant settledBefore) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM message WHERE settled_at < :before")
                .bind("before", settledBefore)
                .execute());
  }
}

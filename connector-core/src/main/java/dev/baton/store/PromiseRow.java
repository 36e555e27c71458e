package dev.baton.store;

import dev.baton.outbox.Outbox.OwnerWritten;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.CloseOffer;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayAlert;
import dev.baton.outbox.Promise.SayComment;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.outbox.Promise.TellOffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row of {@code outbox} on its way to an outcome. */
record PromiseRow(long id, UUID lead, Promise promise) {
  private static final String COLUMNS = "SELECT id, lead_id, kind, data FROM outbox ";

  static PromiseRow of(Handle handle, long id) {
    return handle
        .createQuery(COLUMNS + "WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .one();
  }

  private static PromiseRow read(ResultSet row) throws SQLException {
    return new PromiseRow(
        row.getLong("id"),
        row.getObject("lead_id", UUID.class),
        Json.readPromise(row.getString("kind"), row.getString("data")));
  }

  void noteTask(Handle handle, String task) {
    handle
        .createUpdate(
            """
            UPDATE offer SET crm_task_id = :task
            WHERE (lead_id, number) IN
              (SELECT o.lead_id, o.offer_number FROM outbox o WHERE o.id = :id)
            """)
        .bind("id", id)
        .bind("task", task)
        .execute();
  }

  /** What was heard of the record since the promise was taken up is newer. */
  void noteOwner(Handle handle, OwnerWritten owner) {
    handle
        .createUpdate(
            """
            UPDATE lead SET crm_owner = :now
            WHERE id = :lead AND crm_owner = :before
              AND :heard = (SELECT COUNT(*) FROM lead_event e
                            WHERE e.lead_id = :lead AND e.kind = 'OwnerChangedInCrm')
            """)
        .bind("lead", lead)
        .bind("heard", owner.heard())
        .bind("before", owner.before())
        .bind("now", owner.now())
        .execute();
  }

  /** Gives the promise its outcome, and with it the older ones on hold that it makes needless. */
  int settle(Handle handle, String state, String note, Instant at) {
    for (PromiseRow older : madeNeedless(handle)) {
      older.settle(handle, "SUPERSEDED", "a newer one has an outcome", at, "ON_HOLD");
    }
    return settle(handle, state, note, at, "PENDING");
  }

  private int settle(Handle handle, String state, String note, Instant at, String before) {
    return handle
        .createUpdate(
            """
            UPDATE outbox SET state = :state, note = :note, settled_at = :at, due_at = NULL,
              taken_by = NULL, data = :data
            WHERE id = :id AND state = :before
            """)
        .bind("id", id)
        .bind("state", state)
        .bind("before", before)
        .bind("note", LeadRows.cut(note, 500))
        .bind("at", at)
        .bind("data", Json.write(withoutFreeText()))
        .execute();
  }

  private Promise withoutFreeText() {
    return promise instanceof SayFeedback said
        ? new SayFeedback(said.feedback().because(""))
        : promise;
  }

  private List<PromiseRow> madeNeedless(Handle handle) {
    String kind =
        switch (promise) {
          case GiveOwner unused -> "GiveOwner";
          case SayFeedback unused -> "SayFeedback";
          case CloseOffer unused -> "TellOffer";
          case TellOffer unused -> "";
          case SayComment unused -> "";
          case SayAlert unused -> "";
        };
    if (kind.isEmpty()) return List.of();
    return handle
        .createQuery(
            COLUMNS
                + """
                WHERE lead_id = :lead AND id < :id AND state = 'ON_HOLD' AND kind = :kind
                  AND (:offer = 0 OR offer_number = :offer)
                """)
        .bind("lead", lead)
        .bind("id", id)
        .bind("kind", kind)
        .bind("offer", promise instanceof CloseOffer close ? close.offer() : 0)
        .map((row, context) -> read(row))
        .list();
  }
}

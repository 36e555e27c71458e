package dev.baton.store;

import dev.baton.delivery.Attempt;
import dev.baton.delivery.Attempts;
import java.time.Instant;

/** Attempts in the database. */
public final class JdbcAttempts implements Attempts {
  private final Database database;

  public JdbcAttempts(Database database) {
    this.database = database;
  }

  @Override
  public void keep(Attempt attempt) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO outbox_attempt
                      (company_id, promise_id, number, started_at, took_ms, asked, status, answer)
                    VALUES
                      (:company, :promise, :number, :started, :took, :asked, :status, :answer)
                    """)
                .bind("company", attempt.company().value())
                .bind("promise", attempt.subject())
                .bind("number", attempt.number())
                .bind("started", attempt.startedAt())
                .bind("took", attempt.took().toMillis())
                .bind("asked", LeadRows.cut(attempt.asked(), 300))
                .bind("status", LeadRows.cut(attempt.status(), 32))
                .bind("answer", LeadRows.cut(attempt.answer(), 500))
                .execute());
  }

  @Override
  public int forget(Instant startedBefore) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM outbox_attempt WHERE started_at < :before")
                .bind("before", startedBefore)
                .execute());
  }
}

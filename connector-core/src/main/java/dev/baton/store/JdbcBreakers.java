package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.crm.Breaker;
import dev.baton.crm.Breakers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** The breakers in the database, where all nodes see them. */
public final class JdbcBreakers implements Breakers {
  private final Database database;

  public JdbcBreakers(Database database) {
    this.database = database;
  }

  @Override
  public Breaker of(ConnectionId connection) {
    return database.inTransaction(handle -> read(handle, connection.value(), ""));
  }

  @Override
  public void failed(ConnectionId connection, boolean trial, Instant at) {
    change(connection, breaker -> breaker.failed(trial, at));
  }

  @Override
  public void answered(ConnectionId connection, Instant at) {
    database.inTransaction(
        handle -> {
          change(handle, connection.value(), Breaker::answered);
          return sendScout(handle, "outbox", connection, at)
              + sendScout(handle, "inbox", connection, at);
        });
  }

  private static int sendScout(Handle handle, String box, ConnectionId connection, Instant at) {
    Optional<Long> next =
        handle
            .createQuery(
                "SELECT id FROM "
                    + box
                    + " WHERE connection_id = :connection AND due_at > :at AND taken_by IS NULL"
                    + " ORDER BY due_at, id FETCH FIRST 1 ROW ONLY")
            .bind("connection", connection.value())
            .bind("at", at)
            .mapTo(Long.class)
            .findOne();
    if (next.isEmpty()) return 0;
    return handle
        .createUpdate(
            "UPDATE "
                + box
                + " SET due_at = :at, forgiven = forgiven + 1"
                + " WHERE id = :id AND due_at > :at AND taken_by IS NULL")
        .bind("id", next.get())
        .bind("at", at)
        .execute();
  }

  @Override
  public void untried(ConnectionId connection, Instant at) {
    change(connection, breaker -> breaker.untried(at));
  }

  @Override
  public void pause(ConnectionId connection, Instant until, boolean trial) {
    change(connection, breaker -> breaker.pausedUntil(until, trial));
  }

  private void change(ConnectionId connection, UnaryOperator<Breaker> move) {
    database.inTransaction(handle -> change(handle, connection.value(), move));
  }

  private static Breaker change(Handle handle, String connection, UnaryOperator<Breaker> move) {
    Breaker before = read(handle, connection, "FOR UPDATE");
    Breaker after = move.apply(before);
    if (after.equals(before)) return before;
    handle
        .createUpdate(
            """
            UPDATE crm_connection SET failures = :failures, closed_until = :until WHERE id = :id
            """)
        .bind("id", connection)
        .bind("failures", after.failures())
        .bind("until", after.closedUntil())
        .execute();
    return before;
  }

  private static Breaker read(Handle handle, String connection, String lock) {
    return handle
        .createQuery("SELECT failures, closed_until FROM crm_connection WHERE id = :id " + lock)
        .bind("id", connection)
        .map((row, context) -> breaker(row))
        .findOne()
        .orElse(Breaker.FRESH);
  }

  private static Breaker breaker(ResultSet row) throws SQLException {
    return new Breaker(
        row.getInt("failures"), row.getObject("closed_until", OffsetDateTime.class).toInstant());
  }

  /** The connections that are to be tried by one piece of work; mostly none. */
  static Set<String> halfOpen(Handle handle, Instant now) {
    List<String> found =
        handle
            .createQuery(
                """
                SELECT id FROM crm_connection WHERE failures > 0 AND closed_until <= :now
                """)
            .bind("now", now)
            .mapTo(String.class)
            .list();
    return new HashSet<>(found);
  }

  /**
   * As long as anything waits for a connection that gave no answer, something asks it whenever it
   * may be asked: if nothing is due by itself, what comes next.
   */
  static void sendScouts(Handle handle, String box, Instant now) {
    for (String connection : halfOpen(handle, now)) {
      sendScout(handle, box, new ConnectionId(connection), now);
    }
  }

  /** Begins the trial of a connection; false when another node has begun it. */
  static boolean beginTrial(Handle handle, String connection, Instant now, Duration patience) {
    Breaker before =
        change(
            handle,
            connection,
            breaker ->
                breaker.state(now) == Breaker.State.HALF_OPEN
                    ? breaker.onTrial(now, patience)
                    : breaker);
    return before.state(now) == Breaker.State.HALF_OPEN;
  }
}

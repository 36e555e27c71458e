package dev.baton.store;

import dev.baton.ledger.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's place among those that work on the same database. What a process that died had taken up
 * would wait until its lease ends; the first node to start where no other is at work takes it over
 * at once. A lead does not lose the first minutes of its offer to a crash.
 */
public final class Succession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);

  /** Each node holds this lock shared while it lives; who can have it alone is the only one. */
  private static final String LOCK = "(hashtext('baton node at work'))";

  private final List<Connection> held;

  private Succession(List<Connection> held) {
    this.held = held;
  }

  /**
   * Takes the node's place; to be called before any work is taken up.
   *
   * @param lease for how long work is taken up at most
   */
  public static Succession begin(Database database, Instant now, Duration lease) {
    if (database.dialect() == Dialect.H2) {
      takeOver(database, now, lease);
      return new Succession(List.of());
    }
    try {
      Connection own = database.source().getConnection();
      if (answer(own, "SELECT pg_try_advisory_lock" + LOCK)) {
        takeOver(database, now, lease);
        run(own, "SELECT pg_advisory_lock_shared" + LOCK);
        run(own, "SELECT pg_advisory_unlock" + LOCK);
      } else {
        run(own, "SELECT pg_advisory_lock_shared" + LOCK);
      }
      return new Succession(List.of(own));
    } catch (SQLException away) {
      throw new StoreUnavailable(away);
    }
  }

  /**
   * What was taken up is due when its lease ends, as is what waits for another try: that is tried a
   * little earlier, once.
   */
  private static void takeOver(Database database, Instant now, Duration lease) {
    int taken = 0;
    for (String table : List.of("inbox", "outbox")) {
      taken +=
          database.inTransaction(
              handle ->
                  handle
                      .createUpdate(
                          "UPDATE "
                              + table
                              + " SET due_at = :now"
                              + " WHERE due_at > :now AND due_at <= :end AND attempts > 0")
                      .bind("now", now)
                      .bind("end", now.plus(lease))
                      .execute());
    }
    if (taken > 0) LOG.info("taken over from a process that ended in the midst of it: {}", taken);
  }

  private static boolean answer(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static void run(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(query);
    }
  }

  /** Leaves: other nodes see that this one is gone. */
  @Override
  public void close() throws SQLException {
    for (Connection connection : held) {
      run(connection, "SELECT pg_advisory_unlock_shared" + LOCK);
      connection.close();
    }
  }
}

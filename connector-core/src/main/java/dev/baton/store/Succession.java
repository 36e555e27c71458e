package dev.baton.store;

import dev.baton.ledger.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node's place among those that work on the same database. What a process that died had taken up
 * would wait until its lease ends; the first node to start where no other is at work takes it over
 * at once, and the others look after the dead. A lead does not lose the first minutes of its offer
 * to a crash.
 */
public final class Succession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Succession.class);
  private static final List<String> TABLES = List.of("inbox", "outbox", "message");

  /** Each node holds this lock shared while it lives; who can have it alone is the only one. */
  private static final String LOCK = "(hashtext('baton node at work'))";

  private static final String LOCK_OF = "hashtext('baton node'), hashtext(";

  /**
   * A node that has lost the database may still be asking a CRM something: up to three calls of 20
   * seconds. Nothing new is begun without the database.
   */
  static final Duration LAST_CALL = Duration.ofSeconds(65);

  private static final Duration ROUND = Duration.ofSeconds(10);

  private final Database database;
  private final Duration lease;
  private final Optional<Connection> own;
  private volatile Instant lookAgain;

  private Succession(
      Database database, Duration lease, Optional<Connection> own, Instant lookAgain) {
    this.database = database;
    this.lease = lease;
    this.own = own;
    this.lookAgain = lookAgain;
  }

  /**
   * Takes the node's place; to be called before any work is taken up.
   *
   * @param lease for how long work is taken up at most
   */
  public static Succession begin(Database database, Instant now, Duration lease) {
    if (database.dialect() == Dialect.H2) {
      report(database.inTransaction(handle -> takeOverAll(handle, now, lease)));
      return new Succession(database, lease, Optional.empty(), Instant.MAX);
    }
    try {
      Connection own = database.source().getConnection();
      lockAsOneself(own, database.node());
      if (answer(own, "SELECT pg_try_advisory_lock" + LOCK)) {
        report(database.inTransaction(handle -> takeOverAll(handle, now, lease)));
        run(own, "SELECT pg_advisory_lock_shared" + LOCK);
        run(own, "SELECT pg_advisory_unlock" + LOCK);
      } else {
        run(own, "SELECT pg_advisory_lock_shared" + LOCK);
      }
      return new Succession(database, lease, Optional.of(own), now);
    } catch (SQLException away) {
      throw new StoreUnavailable(away);
    }
  }

  private static void lockAsOneself(Connection own, String node) throws SQLException {
    try (PreparedStatement lock =
        own.prepareStatement("SELECT pg_advisory_lock(" + LOCK_OF + "?))")) {
      lock.setString(1, node);
      lock.execute();
    }
  }

  private static int takeOverAll(Handle handle, Instant now, Duration lease) {
    int taken = 0;
    for (String table : TABLES) {
      taken +=
          handle
              .createUpdate(
                  "UPDATE "
                      + table
                      + " SET due_at = :now, taken_by = NULL"
                      + " WHERE due_at > :now AND due_at <= :end AND taken_by IS NOT NULL")
              .bind("now", now)
              .bind("end", now.plus(lease))
              .execute();
    }
    return taken;
  }

  private static void report(int taken) {
    if (taken > 0) LOG.info("taken over from a process that ended in the midst of it: {}", taken);
  }

  /**
   * Takes over what nodes had taken up that hold their own lock no more, as soon as no call of
   * theirs can be under way. To be called often: looks every ten seconds; answers how much it was.
   */
  public int takeOver(Instant now) {
    if (now.isBefore(lookAgain)) return 0;
    lookAgain = now.plus(ROUND);
    int taken =
        database.inTransaction(
            handle -> {
              int all = 0;
              for (String node : othersWithWork(handle, now)) all += takeOver(handle, node, now);
              return all;
            });
    report(taken);
    return taken;
  }

  private List<String> othersWithWork(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            SELECT taken_by FROM outbox
            WHERE due_at > :now AND due_at <= :end AND taken_by IS NOT NULL AND taken_by <> :own
            UNION
            SELECT taken_by FROM inbox
            WHERE due_at > :now AND due_at <= :end AND taken_by IS NOT NULL AND taken_by <> :own
            UNION
            SELECT taken_by FROM message
            WHERE due_at > :now AND due_at <= :end AND taken_by IS NOT NULL AND taken_by <> :own
            """)
        .bind("now", now)
        .bind("end", now.plus(lease).minus(LAST_CALL))
        .bind("own", database.node())
        .mapTo(String.class)
        .list();
  }

  private int takeOver(Handle handle, String node, Instant now) {
    boolean dead =
        handle
            .createQuery("SELECT pg_try_advisory_xact_lock(" + LOCK_OF + ":node))")
            .bind("node", node)
            .mapTo(Boolean.class)
            .one();
    if (!dead) return 0;
    int taken = 0;
    for (String table : TABLES) {
      taken +=
          handle
              .createUpdate(
                  "UPDATE "
                      + table
                      + " SET due_at = :now, taken_by = NULL"
                      + " WHERE due_at > :now AND due_at <= :end AND taken_by = :node")
              .bind("now", now)
              .bind("end", now.plus(lease).minus(LAST_CALL))
              .bind("node", node)
              .execute();
    }
    return taken;
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
    if (own.isEmpty()) return;
    // All of the session's locks: the connection goes back to the pool and must hold none.
    run(own.get(), "SELECT pg_advisory_unlock_all()");
    own.get().close();
  }
}

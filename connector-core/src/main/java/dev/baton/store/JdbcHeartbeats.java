package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.inbox.Heartbeats;
import java.time.Instant;
import java.util.Optional;

/** Heartbeats in the database, beside each connection. */
public final class JdbcHeartbeats implements Heartbeats {
  private final Database database;

  public JdbcHeartbeats(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Instant> last(ConnectionId connection) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT caught_up_to FROM crm_connection
                    WHERE id = :id AND caught_up_to IS NOT NULL
                    """)
                .bind("id", connection.value())
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public void beat(ConnectionId connection, Instant until) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE crm_connection SET caught_up_to = :until
                    WHERE id = :id AND (caught_up_to IS NULL OR caught_up_to < :until)
                    """)
                .bind("id", connection.value())
                .bind("until", until)
                .execute());
  }
}

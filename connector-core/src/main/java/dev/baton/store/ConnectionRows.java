package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What belongs to a connection: what it has been used for, and what goes with it. */
final class ConnectionRows {
  private ConnectionRows() {}

  static Optional<ConnectionUse> use(Handle handle, CrmConnection connection) {
    return handle
        .createQuery(
            """
            SELECT CASE
              WHEN EXISTS (SELECT 1 FROM lead l
                WHERE l.company_id = :company AND l.connection_id = :id) THEN 'LEADS'
              WHEN EXISTS (SELECT 1 FROM inbox i
                WHERE i.company_id = :company AND i.connection_id = :id) THEN 'NOTICES'
              WHEN users_read_at IS NOT NULL OR account <> :account THEN 'LET_IN' END
            FROM crm_connection WHERE id = :id AND company_id = :company
            """)
        .bind("id", connection.id().value())
        .bind("company", connection.company().value())
        .bind("account", connection.account())
        .mapTo(String.class)
        .findOne()
        .map(ConnectionUse::valueOf);
  }

  /** Who lets Baton in, or takes in a lead, at the same moment was first or comes too late. */
  static boolean lock(Handle handle, CrmConnection connection) {
    return handle
        .createQuery(
            "SELECT id FROM crm_connection WHERE id = :id AND company_id = :company FOR UPDATE")
        .bind("id", connection.id().value())
        .bind("company", connection.company().value())
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  static void delete(Handle handle, ConnectionId connection) {
    for (String belonging : List.of("consent", "webhook_secret", "crm_user")) {
      handle
          .createUpdate("DELETE FROM " + belonging + " WHERE connection_id = :id")
          .bind("id", connection.value())
          .execute();
    }
    handle
        .createUpdate("DELETE FROM crm_connection WHERE id = :id")
        .bind("id", connection.value())
        .execute();
  }
}

package dev.baton.store;

import dev.baton.inbox.Incoming;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Notices on their way into the table {@code inbox}. */
final class IncomingRows {
  private static final String UNKNOWN_ACCOUNT = "the account is not connected";

  private IncomingRows() {}

  /** All notices in one statement: with the driver's arrays its cost hardly grows with them. */
  static int insert(Connection connection, List<Incoming> notices) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO inbox
              (company_id, connection_id, crm, account, notice_key, payload, received_at, state,
               due_at, note)
            SELECT company, connection, crm, account, notice_key, payload, received, state,
              CASE WHEN state = 'NEW' THEN received END, note
            FROM unnest(
              CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS timestamp(6) with time zone ARRAY), CAST(? AS varchar ARRAY),
              CAST(? AS varchar ARRAY))
              AS notice (company, connection, crm, account, notice_key, payload, received, state,
                note)
            ON CONFLICT DO NOTHING
            """)) {
      texts(insert, 1, notices, n -> n.connection().map(c -> c.company().value()).orElse(null));
      texts(insert, 2, notices, n -> n.connection().map(c -> c.id().value()).orElse(null));
      texts(insert, 3, notices, Incoming::crm);
      texts(insert, 4, notices, n -> LeadRows.cut(n.account(), 64));
      texts(insert, 5, notices, n -> LeadRows.cut(n.key(), 400));
      texts(insert, 6, notices, Incoming::payload);
      array(insert, 7, "timestamptz", notices, n -> n.receivedAt().atOffset(ZoneOffset.UTC));
      texts(insert, 8, notices, IncomingRows::state);
      texts(insert, 9, notices, IncomingRows::note);
      return insert.executeUpdate();
    }
  }

  private static String state(Incoming notice) {
    if (notice.failure().isPresent()) return "FAILED";
    return notice.connection().isEmpty() ? "SKIPPED" : "NEW";
  }

  private static String note(Incoming notice) {
    if (notice.failure().isPresent()) return LeadRows.cut(notice.failure().get(), 500);
    return notice.connection().isEmpty() ? UNKNOWN_ACCOUNT : "";
  }

  private static void texts(
      PreparedStatement insert,
      int place,
      List<Incoming> notices,
      Function<Incoming, @Nullable String> column)
      throws SQLException {
    array(insert, place, "varchar", notices, column);
  }

  private static void array(
      PreparedStatement insert,
      int place,
      String type,
      List<Incoming> notices,
      Function<Incoming, ? extends @Nullable Object> column)
      throws SQLException {
    Object[] values = notices.stream().map(column).toArray();
    insert.setArray(place, insert.getConnection().createArrayOf(type, values));
  }
}

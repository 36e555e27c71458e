package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Consents;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** Consents in the database. */
public final class JdbcConsents implements Consents {
  /** So long one is remembered, to say "too late" or "used" instead of "unknown". */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Database database;
  private final Sealing sealing;

  public JdbcConsents(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @Override
  public void begin(byte[] stateHash, CrmConnection connection, String verifier, Instant now) {
    database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM consent WHERE expires_at < :before")
              .bind("before", now.minus(REMEMBERED))
              .execute();
          return handle
              .createUpdate(
                  """
                  INSERT INTO consent (state_hash, company_id, connection_id, verifier, expires_at)
                  VALUES (:state, :company, :connection, :verifier, :end)
                  """)
              .bind("state", stateHash)
              .bind("company", connection.company().value())
              .bind("connection", connection.id().value())
              .bind("verifier", sealing.seal(verifier, row(stateHash)))
              .bind("end", now.plus(GOOD_FOR))
              .execute();
        });
  }

  @Override
  public Standing look(byte[] stateHash, Instant now) {
    return database.inTransaction(handle -> standing(handle, stateHash, now));
  }

  @Override
  public Standing use(byte[] stateHash, Instant now) {
    return database.inTransaction(
        handle -> {
          Standing before = standing(handle, stateHash, now);
          if (!(before instanceof Standing.Open)) return before;
          int mine =
              handle
                  .createUpdate(
                      """
                      UPDATE consent SET used_at = :now
                      WHERE state_hash = :state AND used_at IS NULL
                      """)
                  .bind("now", now)
                  .bind("state", stateHash)
                  .execute();
          return mine == 1 ? before : new Standing.Used();
        });
  }

  private Standing standing(Handle handle, byte[] stateHash, Instant now) {
    return handle
        .createQuery(
            """
            SELECT connection_id, verifier, expires_at, used_at FROM consent
            WHERE state_hash = :state
            """)
        .bind("state", stateHash)
        .<Standing>map(
            (row, context) -> {
              if (row.getObject("used_at") != null) return new Standing.Used();
              Instant end = row.getObject("expires_at", OffsetDateTime.class).toInstant();
              if (!now.isBefore(end)) return new Standing.Expired();
              return new Standing.Open(
                  new ConnectionId(row.getString("connection_id")),
                  sealing.open(row.getBytes("verifier"), row(stateHash)));
            })
        .findOne()
        .orElseGet(Standing.Unknown::new);
  }

  private static String row(byte[] stateHash) {
    return "consent " + HexFormat.of().formatHex(stateHash);
  }
}

package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.WebhookSecrets;
import dev.baton.ledger.StoreUnavailable;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The secrets of webhook addresses in the database, sealed. While the database is away, those that
 * are known go on being known.
 */
public final class JdbcWebhookSecrets implements WebhookSecrets {
  private static final Duration KEPT = Duration.ofSeconds(2);
  private static final int BYTES = 24;

  private record Known(Map<ConnectionId, List<String>> secrets, Instant until) {}

  private record Row(ConnectionId connection, String secret) {}

  private final Database database;
  private final Sealing sealing;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private volatile Optional<Known> known = Optional.empty();

  public JdbcWebhookSecrets(Database database, Sealing sealing, InstantSource clock) {
    this.database = database;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** Two nodes that make the first at once make two, which are both good. */
  @Override
  public String current(CrmConnection connection) {
    return database.inTransaction(
        handle -> {
          Optional<String> last = last(handle, connection.id());
          return last.isPresent() ? last.get() : insert(handle, connection);
        });
  }

  @Override
  public String renewed(CrmConnection connection) {
    Instant now = clock.instant();
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate(
                  "DELETE FROM webhook_secret WHERE connection_id = :id AND valid_until <= :now")
              .bind("id", connection.id().value())
              .bind("now", now)
              .execute();
          handle
              .createUpdate(
                  """
                  UPDATE webhook_secret SET valid_until = :end
                  WHERE connection_id = :id AND valid_until IS NULL
                  """)
              .bind("id", connection.id().value())
              .bind("end", now.plus(OVERLAP))
              .execute();
          return insert(handle, connection);
        });
  }

  @Override
  public Map<ConnectionId, List<String>> good() {
    Instant now = clock.instant();
    Optional<Known> last = known;
    if (last.isPresent() && now.isBefore(last.get().until)) return last.get().secrets;
    try {
      Map<ConnectionId, List<String>> read = database.inTransaction(handle -> good(handle, now));
      known = Optional.of(new Known(read, now.plus(KEPT)));
      return read;
    } catch (StoreUnavailable away) {
      return last.map(Known::secrets).orElseThrow(() -> away);
    }
  }

  private Map<ConnectionId, List<String>> good(Handle handle, Instant now) {
    return handle
        .createQuery(
            """
            SELECT connection_id, sealed FROM webhook_secret
            WHERE valid_until IS NULL OR valid_until > :now
            """)
        .bind("now", now)
        .map(
            (row, context) -> {
              var connection = new ConnectionId(row.getString("connection_id"));
              return new Row(connection, sealing.open(row.getBytes("sealed"), row(connection)));
            })
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::connection, Collectors.mapping(Row::secret, Collectors.toList())));
  }

  private Optional<String> last(Handle handle, ConnectionId connection) {
    return handle
        .createQuery(
            """
            SELECT sealed FROM webhook_secret
            WHERE connection_id = :id AND valid_until IS NULL ORDER BY id DESC LIMIT 1
            """)
        .bind("id", connection.value())
        .mapTo(byte[].class)
        .findOne()
        .map(stored -> sealing.open(stored, row(connection)));
  }

  private String insert(Handle handle, CrmConnection connection) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    handle
        .createUpdate(
            """
            INSERT INTO webhook_secret (company_id, connection_id, sealed, made_at)
            VALUES (:company, :id, :sealed, :now)
            """)
        .bind("company", connection.company().value())
        .bind("id", connection.id().value())
        .bind("sealed", sealing.seal(secret, row(connection.id())))
        .bind("now", clock.instant())
        .execute();
    known = Optional.empty();
    return secret;
  }

  private static String row(ConnectionId connection) {
    return connection + "/webhook";
  }
}

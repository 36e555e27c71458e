package dev.baton.store;

import dev.baton.company.ConnectionId;
import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import java.util.Optional;

/** The tokens of one connection in the database, sealed. */
public final class JdbcTokenVault implements OAuthTokenVault {
  private final Database database;
  private final Sealing sealing;
  private final ConnectionId connection;

  public JdbcTokenVault(Database database, Sealing sealing, ConnectionId connection) {
    this.database = database;
    this.sealing = sealing;
    this.connection = connection;
  }

  /**
   * The tokens as last saved.
   *
   * @throws IllegalStateException when none were saved, or with another key
   */
  @Override
  public OAuthTokens load() {
    return saved()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Connection " + connection + " has no tokens: connect it again"));
  }

  public Optional<OAuthTokens> saved() {
    return database
        .inTransaction(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT secret FROM crm_connection
                        WHERE id = :connection AND secret IS NOT NULL
                        """)
                    .bind("connection", connection.value())
                    .mapTo(byte[].class)
                    .findOne())
        .map(stored -> Json.read(sealing.open(stored, connection.value()), OAuthTokens.class));
  }

  @Override
  public void save(OAuthTokens tokens) {
    byte[] sealed = sealing.seal(Json.write(tokens), connection.value());
    database.inTransaction(
        handle ->
            handle
                .createUpdate("UPDATE crm_connection SET secret = :secret WHERE id = :connection")
                .bind("secret", sealed)
                .bind("connection", connection.value())
                .execute());
  }
}

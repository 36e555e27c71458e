package dev.baton.store;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.MailedLinks;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Mailed links in the database. */
public final class JdbcMailedLinks implements MailedLinks {
  private final Database database;

  public JdbcMailedLinks(Database database) {
    this.database = database;
  }

  @Override
  public void keep(byte[] tokenHash, AccountId account, Instant end) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO mailed_link (token_hash, account_id, ends_at)
                    VALUES (:token, :account, :end)
                    """)
                .bind("token", tokenHash)
                .bind("account", account.value())
                .bind("end", end)
                .execute());
  }

  @Override
  public Optional<Account> look(byte[] tokenHash, Instant now) {
    return database.inTransaction(handle -> look(handle, tokenHash, now));
  }

  private static Optional<Account> look(Handle handle, byte[] tokenHash, Instant now) {
    return handle
        .createQuery(
            """
            SELECT a.id, a.company_id, a.email, a.name, a.role, a.agent_id, a.language, a.active
            FROM mailed_link l JOIN account a ON a.id = l.account_id
            WHERE l.token_hash = :token AND l.ends_at > :now AND a.active = TRUE
            """)
        .bind("token", tokenHash)
        .bind("now", now)
        .map(AccountRows.ACCOUNT)
        .findOne();
  }

  @Override
  public Optional<Account> use(byte[] tokenHash, Instant now) {
    return database.inTransaction(
        handle -> {
          Optional<Account> account = look(handle, tokenHash, now);
          int mine =
              handle
                  .createUpdate("DELETE FROM mailed_link WHERE token_hash = :token")
                  .bind("token", tokenHash)
                  .execute();
          return mine == 1 ? account : Optional.empty();
        });
  }
}

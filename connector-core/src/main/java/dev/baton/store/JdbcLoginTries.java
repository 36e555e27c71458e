package dev.baton.store;

import dev.baton.account.LoginTries;
import dev.baton.company.TokenHash;
import java.time.Instant;

/** Login tries in the database, counted over all nodes. */
public final class JdbcLoginTries implements LoginTries {
  private final Database database;

  public JdbcLoginTries(Database database) {
    this.database = database;
  }

  @Override
  public boolean mayTry(String what, Instant now) {
    byte[] hash = TokenHash.of(what);
    return database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM login_try WHERE at < :before")
              .bind("before", now.minus(COUNTED_FOR))
              .execute();
          int before =
              handle
                  .createQuery("SELECT COUNT(*) FROM login_try WHERE what_hash = :what")
                  .bind("what", hash)
                  .mapTo(Integer.class)
                  .one();
          if (before >= AT_MOST) return false;
          handle
              .createUpdate("INSERT INTO login_try (what_hash, at) VALUES (:what, :at)")
              .bind("what", hash)
              .bind("at", now)
              .execute();
          return true;
        });
  }

  @Override
  public void succeeded(String what) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM login_try WHERE what_hash = :what")
                .bind("what", TokenHash.of(what))
                .execute());
  }
}

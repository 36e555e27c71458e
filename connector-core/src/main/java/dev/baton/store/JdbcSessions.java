package dev.baton.store;

import dev.baton.account.AccountId;
import dev.baton.account.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Sessions in the database, so that every node knows who has logged in. */
public final class JdbcSessions implements Sessions {
  /** A session is noted as busy at most so often: looking at a page shall not cost a commit. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private final Database database;

  public JdbcSessions(Database database) {
    this.database = database;
  }

  @Override
  public void begin(byte[] tokenHash, AccountId account, Kind kind, Instant at) {
    Instant end = at.plus(kind == Kind.LINK ? BY_LINK : LONGEST);
    database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM account_session WHERE ends_at < :now")
              .bind("now", at)
              .execute();
          return handle
              .createUpdate(
                  """
                  INSERT INTO account_session (token_hash, account_id, kind, seen_at, ends_at)
                  VALUES (:token, :account, :kind, :at, :end)
                  """)
              .bind("token", tokenHash)
              .bind("account", account.value())
              .bind("kind", kind.name())
              .bind("at", at)
              .bind("end", end)
              .execute();
        });
  }

  private record Found(Visit visit, Instant seen, Instant end) {
    boolean good(Instant now) {
      Duration idle = visit.kind() == Kind.LINK ? BY_LINK : IDLE;
      return now.isBefore(end) && now.isBefore(seen.plus(idle)) && visit.account().active();
    }
  }

  @Override
  public Optional<Visit> visit(byte[] tokenHash, Instant now) {
    Optional<Found> found =
        database
            .inTransaction(handle -> found(handle, tokenHash))
            .filter(session -> session.good(now));
    found
        .filter(session -> now.isAfter(session.seen().plus(NOTED_EVERY)))
        .ifPresent(session -> seen(tokenHash, now));
    return found.map(Found::visit);
  }

  private static Optional<Found> found(Handle handle, byte[] tokenHash) {
    return handle
        .createQuery(
            """
            SELECT a.id, a.company_id, a.email, a.name, a.role, a.agent_id, a.language, a.active,
              s.kind, s.seen_at, s.ends_at
            FROM account_session s JOIN account a ON a.id = s.account_id
            WHERE s.token_hash = :token
            """)
        .bind("token", tokenHash)
        .map(
            (row, context) ->
                new Found(
                    new Visit(
                        AccountRows.ACCOUNT.map(row, context), Kind.valueOf(row.getString("kind"))),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .findOne();
  }

  private void seen(byte[] tokenHash, Instant now) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("UPDATE account_session SET seen_at = :now WHERE token_hash = :token")
                .bind("now", now)
                .bind("token", tokenHash)
                .execute());
  }

  @Override
  public void end(byte[] tokenHash) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("DELETE FROM account_session WHERE token_hash = :token")
                .bind("token", tokenHash)
                .execute());
  }

  @Override
  public void endAll(AccountId account) {
    database.inTransaction(handle -> endAll(handle, account));
  }

  static int endAll(Handle handle, AccountId account) {
    return handle
        .createUpdate("DELETE FROM account_session WHERE account_id = :account")
        .bind("account", account.value())
        .execute();
  }
}

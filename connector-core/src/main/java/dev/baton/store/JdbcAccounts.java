package dev.baton.store;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.Accounts;
import dev.baton.account.EmailAddress;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Accounts in the database; second factors are sealed. */
public final class JdbcAccounts implements Accounts {
  private final Database database;
  private final Sealing sealing;

  public JdbcAccounts(Database database, Sealing sealing) {
    this.database = database;
    this.sealing = sealing;
  }

  @Override
  public Optional<Account> byEmail(EmailAddress email) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT " + AccountRows.COLUMNS + " FROM account WHERE email = :email")
                .bind("email", email.value())
                .map(AccountRows.ACCOUNT)
                .findOne());
  }

  @Override
  public Optional<Account> account(CompanyId company, AccountId id) {
    return database.inTransaction(handle -> account(handle, company, id));
  }

  private static Optional<Account> account(Handle handle, CompanyId company, AccountId id) {
    return handle
        .createQuery(
            "SELECT "
                + AccountRows.COLUMNS
                + " FROM account WHERE id = :id AND company_id = :company")
        .bind("id", id.value())
        .bind("company", company.value())
        .map(AccountRows.ACCOUNT)
        .findOne();
  }

  @Override
  public Optional<Account> ofAgent(CompanyId company, AgentId agent) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + AccountRows.COLUMNS
                        + " FROM account WHERE company_id = :company AND agent_id = :agent")
                .bind("company", company.value())
                .bind("agent", agent.value())
                .map(AccountRows.ACCOUNT)
                .findOne());
  }

  @Override
  public List<Account> of(CompanyId company) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT "
                        + AccountRows.COLUMNS
                        + " FROM account WHERE company_id = :company ORDER BY name, id")
                .bind("company", company.value())
                .map(AccountRows.ACCOUNT)
                .list());
  }

  @Override
  public boolean none() {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT 1 FROM account WHERE email IS NOT NULL FETCH FIRST 1 ROW ONLY")
                .mapTo(Integer.class)
                .findOne()
                .isEmpty());
  }

  @Override
  public boolean add(Account account, Instant at) {
    return database.inTransaction(handle -> insert(handle, account, at)) == 1;
  }

  private static int insert(Handle handle, Account account, Instant at) {
    return AccountRows.bind(
            handle.createUpdate(
                """
                INSERT INTO account
                  (id, company_id, email, name, role, agent_id, language, active, created_at)
                VALUES (:id, :company, :email, :name, :role, :agent, :language, :active, :at)
                ON CONFLICT DO NOTHING
                """),
            account)
        .bind("at", at)
        .execute();
  }

  @Override
  public boolean change(Account account, Instant at) {
    return database.inTransaction(
        handle -> {
          // Two admins who demote each other at the same moment: one of them is the last.
          JdbcRoutingBooks.locked(handle, account.company());
          Optional<Account> before = account(handle, account.company(), account.id());
          if (before.isEmpty()) return false;
          AccountRows.bind(
                  handle.createUpdate(
                      """
                      UPDATE account SET name = :name, role = :role, agent_id = :agent,
                        language = :language, active = :active, email = :email
                      WHERE id = :id AND company_id = :company
                      """),
                  account)
              .execute();
          boolean fewer = before.get().isAdmin() && !account.isAdmin();
          if (fewer && AccountRows.admins(handle, account.company()) == 0) {
            handle.rollback();
            return false;
          }
          boolean anew = before.get().role() != account.role() || !account.active();
          if (anew) JdbcSessions.endAll(handle, account.id());
          return true;
        });
  }

  @Override
  public Optional<String> passwordHash(AccountId id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT password_hash FROM account WHERE id = :id")
                .bind("id", id.value())
                .mapTo(String.class)
                .findOne());
  }

  @Override
  public void setPassword(AccountId id, String hash, Instant at) {
    database.inTransaction(
        handle -> {
          JdbcSessions.endAll(handle, id);
          handle
              .createUpdate("DELETE FROM mailed_link WHERE account_id = :id")
              .bind("id", id.value())
              .execute();
          return handle
              .createUpdate("UPDATE account SET password_hash = :hash WHERE id = :id")
              .bind("hash", hash)
              .bind("id", id.value())
              .execute();
        });
  }

  @Override
  public Optional<String> secondFactor(AccountId id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT second_factor FROM account WHERE id = :id")
                .bind("id", id.value())
                .mapTo(byte[].class)
                .findOne()
                .map(secret -> sealing.open(secret, row(id))));
  }

  @Override
  public void setSecondFactor(AccountId id, Optional<String> secret) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "UPDATE account SET second_factor = :sealed, last_step = 0 WHERE id = :id")
                .bind("sealed", secret.map(s -> sealing.seal(s, row(id))).orElse(null))
                .bind("id", id.value())
                .execute());
  }

  @Override
  public boolean useStep(AccountId id, long step) {
    return database.inTransaction(
            handle ->
                handle
                    .createUpdate(
                        "UPDATE account SET last_step = :step WHERE id = :id AND last_step < :step")
                    .bind("step", step)
                    .bind("id", id.value())
                    .execute())
        == 1;
  }

  private static String row(AccountId id) {
    return "second factor " + id;
  }
}

package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.EmailAddress;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.server.security.Passwords;
import dev.baton.store.Database;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.Sealing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** People who can come in, put into the embedded database of an installation that runs. */
public final class Staff implements AutoCloseable {
  public static final String PASSWORD = "Harbour-7";

  private final Database database;
  private final JdbcAccounts accounts;

  public Staff(Path data) {
    this.database = Database.open(Database.embedded(data), "sa", "");
    this.accounts = new JdbcAccounts(database, new Sealing(new byte[32]));
  }

  public Database database() {
    return database;
  }

  /** Somebody of that company whose address is his name's at example.com. */
  public Account add(CompanyId company, String name, Role role, Optional<AgentId> agent) {
    var account =
        new Account(
            new AccountId(UUID.randomUUID()),
            company,
            Optional.of(new EmailAddress(name + "@example.com")),
            name,
            role,
            agent,
            Account.ENGLISH,
            true);
    if (!accounts.add(account, Instant.now())) throw new IllegalStateException("Is there already");
    accounts.setPassword(account.id(), new Passwords().hash(PASSWORD), Instant.now());
    return account;
  }

  @Override
  public void close() {
    database.close();
  }
}

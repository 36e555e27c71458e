package dev.baton.store;

import dev.baton.account.Account;
import dev.baton.account.AccountId;
import dev.baton.account.EmailAddress;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** How accounts stand in their table. */
final class AccountRows {
  static final String COLUMNS = "id, company_id, email, name, role, agent_id, language, active";

  static final RowMapper<Account> ACCOUNT =
      (row, context) ->
          new Account(
              new AccountId(row.getObject("id", UUID.class)),
              new CompanyId(row.getString("company_id")),
              Optional.ofNullable(row.getString("email")).map(EmailAddress::new),
              row.getString("name"),
              Role.valueOf(row.getString("role")),
              Optional.ofNullable(row.getString("agent_id")).map(AgentId::new),
              row.getString("language"),
              row.getBoolean("active"));

  private AccountRows() {}

  static Update bind(Update statement, Account account) {
    return statement
        .bind("id", account.id().value())
        .bind("company", account.company().value())
        .bind("email", account.email().map(EmailAddress::value).orElse(null))
        .bind("name", account.name())
        .bind("role", account.role().name())
        .bind("agent", account.agent().map(AgentId::value).orElse(null))
        .bind("language", account.language())
        .bind("active", account.active());
  }

  static int admins(Handle handle, CompanyId company) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM account
            WHERE company_id = :company AND role = 'ADMIN' AND active = TRUE
            """)
        .bind("company", company.value())
        .mapTo(Integer.class)
        .one();
  }
}

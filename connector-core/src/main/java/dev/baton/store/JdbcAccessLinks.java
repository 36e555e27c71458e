package dev.baton.store;

import dev.baton.account.AccessLinks;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.TokenHash;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Agents' links in the database: their tokens are made of their number, and not stored. */
public final class JdbcAccessLinks implements AccessLinks {
  private final Database database;
  private final Maker maker;

  /** Makes 256 bits that nobody can guess. */
  @FunctionalInterface
  public interface Maker {
    String token(CompanyId company, AgentId agent, int number);
  }

  public JdbcAccessLinks(Database database, Maker maker) {
    this.database = database;
    this.maker = maker;
  }

  @Override
  public String token(CompanyId company, AgentId agent) {
    int number =
        database.inTransaction(
            handle -> {
              Optional<Integer> known = number(handle, company, agent);
              if (known.isPresent()) return known.get();
              // Of two messages to him that are sent at the same moment, one is the first.
              insert(handle, company, agent, 1);
              return number(handle, company, agent).orElseThrow();
            });
    return maker.token(company, agent, number);
  }

  private static Optional<Integer> number(Handle handle, CompanyId company, AgentId agent) {
    return handle
        .createQuery(
            """
            SELECT number FROM access_link WHERE company_id = :company AND agent_id = :agent
            """)
        .bind("company", company.value())
        .bind("agent", agent.value())
        .mapTo(Integer.class)
        .findOne();
  }

  private void insert(Handle handle, CompanyId company, AgentId agent, int number) {
    handle
        .createUpdate(
            """
            INSERT INTO access_link (company_id, agent_id, number, token_hash)
            VALUES (:company, :agent, :number, :hash)
            ON CONFLICT DO NOTHING
            """)
        .bind("company", company.value())
        .bind("agent", agent.value())
        .bind("number", number)
        .bind("hash", TokenHash.of(maker.token(company, agent, number)))
        .execute();
  }

  @Override
  public Optional<Holder> holder(String token) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    "SELECT company_id, agent_id FROM access_link WHERE token_hash = :hash")
                .bind("hash", TokenHash.of(token))
                .map(
                    (row, context) ->
                        new Holder(
                            new CompanyId(row.getString("company_id")),
                            new AgentId(row.getString("agent_id"))))
                .findOne());
  }

  @Override
  public boolean wasReplaced(String token) {
    return database
        .inTransaction(
            handle ->
                handle
                    .createQuery("SELECT 1 FROM access_link_replaced WHERE token_hash = :hash")
                    .bind("hash", TokenHash.of(token))
                    .mapTo(Integer.class)
                    .findOne())
        .isPresent();
  }

  @Override
  public void replace(CompanyId company, AgentId agent) {
    database.inTransaction(
        handle -> {
          JdbcRoutingBooks.locked(handle, company);
          int number = 1 + number(handle, company, agent).orElse(0);
          handle
              .createUpdate(
                  """
                  INSERT INTO access_link_replaced (token_hash, company_id, agent_id)
                  SELECT token_hash, company_id, agent_id FROM access_link
                  WHERE company_id = :company AND agent_id = :agent
                  """)
              .bind("company", company.value())
              .bind("agent", agent.value())
              .execute();
          handle
              .createUpdate(
                  "DELETE FROM access_link WHERE company_id = :company AND agent_id = :agent")
              .bind("company", company.value())
              .bind("agent", agent.value())
              .execute();
          insert(handle, company, agent, number);
          return handle
              .createUpdate(
                  """
                  DELETE FROM account_session WHERE kind = 'LINK' AND account_id IN (
                    SELECT id FROM account WHERE company_id = :company AND agent_id = :agent)
                  """)
              .bind("company", company.value())
              .bind("agent", agent.value())
              .execute();
        });
  }
}

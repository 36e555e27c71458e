package dev.baton.store;

import dev.baton.company.ApiTokens;
import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.Optional;

/** API tokens in the database. */
public final class JdbcApiTokens implements ApiTokens {
  private final Database database;

  public JdbcApiTokens(Database database) {
    this.database = database;
  }

  @Override
  public Optional<CompanyId> company(byte[] tokenHash) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT company_id FROM api_token WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .mapTo(String.class)
                .findOne()
                .map(CompanyId::new));
  }

  @Override
  public Optional<Instant> madeAt(CompanyId company) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery("SELECT max(created_at) FROM api_token WHERE company_id = :company")
                .bind("company", company.value())
                .mapTo(Instant.class)
                .findOne());
  }

  @Override
  public void replace(CompanyId company, byte[] tokenHash, Instant at) {
    database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM api_token WHERE company_id = :company")
              .bind("company", company.value())
              .execute();
          return handle
              .createUpdate(
                  """
                  INSERT INTO api_token (token_hash, company_id, created_at)
                  VALUES (:hash, :company, :at)
                  """)
              .bind("hash", tokenHash)
              .bind("company", company.value())
              .bind("at", at)
              .execute();
        });
  }
}

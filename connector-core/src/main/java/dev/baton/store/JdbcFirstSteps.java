package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.FirstSteps;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** First steps in the database, one row a company. */
public final class JdbcFirstSteps implements FirstSteps {
  private final Database database;

  public JdbcFirstSteps(Database database) {
    this.database = database;
  }

  @Override
  public void begin(CompanyId company) {
    database.inTransaction(handle -> insert(handle, company));
  }

  private static int insert(Handle handle, CompanyId company) {
    return handle
        .createUpdate(
            """
            INSERT INTO first_steps (company_id, settled) VALUES (:company, '')
            ON CONFLICT DO NOTHING
            """)
        .bind("company", company.value())
        .execute();
  }

  @Override
  public Optional<Progress> of(CompanyId company) {
    return database.inTransaction(handle -> read(handle, company, ""));
  }

  private static Optional<Progress> read(Handle handle, CompanyId company, String lock) {
    return handle
        .createQuery(
            "SELECT settled, ended_at FROM first_steps WHERE company_id = :company " + lock)
        .bind("company", company.value())
        .map(
            (row, context) ->
                new Progress(
                    Arrays.stream(row.getString("settled").split(" "))
                        .filter(step -> !step.isEmpty())
                        .collect(Collectors.toSet()),
                    row.getObject("ended_at") != null))
        .findOne();
  }

  @Override
  public void settle(CompanyId company, String step) {
    database.inTransaction(
        handle -> {
          insert(handle, company);
          var settled = new TreeSet<>(read(handle, company, "FOR UPDATE").orElseThrow().settled());
          settled.add(step);
          return handle
              .createUpdate("UPDATE first_steps SET settled = :settled WHERE company_id = :company")
              .bind("settled", String.join(" ", settled))
              .bind("company", company.value())
              .execute();
        });
  }

  @Override
  public void end(CompanyId company, Instant at) {
    database.inTransaction(
        handle -> {
          insert(handle, company);
          return handle
              .createUpdate("UPDATE first_steps SET ended_at = :at WHERE company_id = :company")
              .bind("at", at)
              .bind("company", company.value())
              .execute();
        });
  }
}

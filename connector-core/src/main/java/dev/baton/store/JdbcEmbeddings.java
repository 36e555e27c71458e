package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.Embeddings;
import dev.baton.company.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The sites in the database. They change rarely and are asked for with each page, so they are read
 * again only every few seconds.
 */
public final class JdbcEmbeddings implements Embeddings {
  private static final Duration KEPT = Duration.ofSeconds(2);

  private record Row(CompanyId company, Origin origin) {}

  private record Known(Map<CompanyId, List<Origin>> origins, Instant until) {}

  private final Database database;
  private volatile Known known = new Known(Map.of(), Instant.EPOCH);

  public JdbcEmbeddings(Database database) {
    this.database = database;
  }

  @Override
  public List<Origin> of(CompanyId company) {
    Known last = known;
    if (!Instant.now().isBefore(last.until)) {
      last = new Known(database.inTransaction(JdbcEmbeddings::read), Instant.now().plus(KEPT));
      known = last;
    }
    return last.origins.getOrDefault(company, List.of());
  }

  private static Map<CompanyId, List<Origin>> read(Handle handle) {
    return handle
        .createQuery("SELECT company_id, origin FROM embedding_origin ORDER BY company_id, origin")
        .map(
            (row, context) ->
                new Row(
                    new CompanyId(row.getString("company_id")),
                    new Origin(row.getString("origin"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::company, Collectors.mapping(Row::origin, Collectors.toList())));
  }

  @Override
  public void replace(CompanyId company, List<Origin> origins) {
    database.inTransaction(
        handle -> {
          handle
              .createUpdate("DELETE FROM embedding_origin WHERE company_id = :company")
              .bind("company", company.value())
              .execute();
          for (Origin origin : origins.stream().distinct().toList()) {
            handle
                .createUpdate(
                    "INSERT INTO embedding_origin (company_id, origin) VALUES (:company, :origin)")
                .bind("company", company.value())
                .bind("origin", origin.value())
                .execute();
          }
          return origins.size();
        });
    known = new Known(Map.of(), Instant.EPOCH);
  }
}

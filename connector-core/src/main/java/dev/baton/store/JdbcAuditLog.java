package dev.baton.store;

import dev.baton.account.AuditLog;
import dev.baton.company.CompanyId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The audit log in the database. */
public final class JdbcAuditLog implements AuditLog {
  private final Database database;

  public JdbcAuditLog(Database database) {
    this.database = database;
  }

  @Override
  public void add(Entry entry) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO audit_entry (company_id, at, actor, what, about, details)
                    VALUES (:company, :at, :by, :what, :about, :details)
                    """)
                .bind("company", entry.company().value())
                .bind("at", entry.at())
                .bind("by", cut(entry.by(), 500))
                .bind("what", cut(entry.what(), 100))
                .bind("about", cut(entry.about(), 500))
                .bind("details", cut(entry.details(), 4000))
                .execute());
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  @Override
  public List<Kept> latest(CompanyId company, Optional<Long> before, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, at, actor, what, about, details FROM audit_entry
                    WHERE company_id = :company AND id < :before
                    ORDER BY id DESC FETCH FIRST :limit ROWS ONLY
                    """)
                .bind("company", company.value())
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Kept(
                            row.getLong("id"),
                            new Entry(
                                company,
                                row.getObject("at", OffsetDateTime.class).toInstant(),
                                row.getString("actor"),
                                row.getString("what"),
                                row.getString("about"),
                                row.getString("details"))))
                .list());
  }
}

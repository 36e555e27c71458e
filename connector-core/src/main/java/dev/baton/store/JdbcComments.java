package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.CommentId;
import dev.baton.feedback.Comments;
import dev.baton.lead.LeadId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Comments in the database. */
public final class JdbcComments implements Comments {
  private static final String COLUMNS =
      """
      SELECT id, company_id, lead_id, at, author_kind, author, kind, text FROM lead_comment
      """;

  private final Database database;

  public JdbcComments(Database database) {
    this.database = database;
  }

  @Override
  public void add(Comment comment) {
    database.inTransaction(handle -> insert(handle, comment));
  }

  static int insert(Handle handle, Comment comment) {
    return handle
        .createUpdate(
            """
            INSERT INTO lead_comment
              (id, company_id, lead_id, at, author_kind, author, kind, text)
            VALUES (:id, :company, :lead, :at, :by, :author, :kind, :text)
            ON CONFLICT DO NOTHING
            """)
        .bind("id", comment.id().value())
        .bind("company", comment.company().value())
        .bind("lead", comment.lead().value())
        .bind("at", comment.at())
        .bind("by", comment.by().name())
        .bind("author", comment.author())
        .bind("kind", comment.kind().name())
        .bind("text", comment.text())
        .execute();
  }

  @Override
  public Optional<Comment> find(CompanyId company, CommentId id) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(COLUMNS + "WHERE id = :id AND company_id = :company")
                .bind("id", id.value())
                .bind("company", company.value())
                .map((row, context) -> comment(row))
                .findOne());
  }

  @Override
  public List<Comment> of(CompanyId company, LeadId lead) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    COLUMNS + "WHERE lead_id = :lead AND company_id = :company ORDER BY at, id")
                .bind("lead", lead.value())
                .bind("company", company.value())
                .map((row, context) -> comment(row))
                .list());
  }

  @Override
  public int erase(CompanyId company, LeadId lead) {
    return database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    "DELETE FROM lead_comment WHERE lead_id = :lead AND company_id = :company")
                .bind("lead", lead.value())
                .bind("company", company.value())
                .execute());
  }

  private static Comment comment(ResultSet row) throws SQLException {
    return new Comment(
        new CommentId(row.getObject("id", UUID.class)),
        new CompanyId(row.getString("company_id")),
        new LeadId(row.getObject("lead_id", UUID.class)),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Comment.Said.valueOf(row.getString("author_kind")),
        row.getString("author"),
        Comment.Kind.valueOf(row.getString("kind")),
        row.getString("text"));
  }
}

package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Drafts;
import dev.baton.routing.RoutingBook;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Drafts in the database. */
public final class JdbcDrafts implements Drafts {
  private final Database database;
  private final JdbcRoutingBooks books;

  public JdbcDrafts(Database database, JdbcRoutingBooks books) {
    this.database = database;
    this.books = books;
  }

  @Override
  public Optional<Draft> of(CompanyId company, String editor) {
    return database.inTransaction(handle -> of(handle, company, editor));
  }

  private static Optional<Draft> of(Handle handle, CompanyId company, String editor) {
    return handle
        .createQuery(
            """
            SELECT base, content, changed_at FROM book_draft
            WHERE company_id = :company AND editor = :editor
            """)
        .bind("company", company.value())
        .bind("editor", editor)
        .map(
            row ->
                new Draft(
                    row.getColumn("base", Integer.class),
                    Json.read(row.getColumn("content", String.class), BookDraft.class),
                    row.getColumn("changed_at", Instant.class)))
        .findOne();
  }

  @Override
  public Draft change(
      CompanyId company, String editor, UnaryOperator<BookDraft> change, Instant at) {
    return database.inTransaction(
        handle -> {
          // Whoever edits a company's book waits here for the other: two tabs lose nothing.
          int inForce = JdbcRoutingBooks.locked(handle, company);
          RoutingBook current = books.revision(handle, company, inForce);
          Draft before =
              of(handle, company, editor)
                  .orElseGet(() -> new Draft(current.revision(), current.content(), at));
          var after = new Draft(before.base(), change.apply(before.content()), at);
          put(handle, company, editor, after);
          return after;
        });
  }

  @Override
  public void put(CompanyId company, String editor, Draft draft) {
    database.inTransaction(
        handle -> {
          JdbcRoutingBooks.locked(handle, company);
          put(handle, company, editor, draft);
          return null;
        });
  }

  private static void put(Handle handle, CompanyId company, String editor, Draft draft) {
    delete(handle, company, editor);
    handle
        .createUpdate(
            """
            INSERT INTO book_draft (company_id, editor, base, content, changed_at)
            VALUES (:company, :editor, :base, :content, :at)
            """)
        .bind("company", company.value())
        .bind("editor", editor)
        .bind("base", draft.base())
        .bind("content", Json.write(draft.content()))
        .bind("at", draft.changedAt())
        .execute();
  }

  @Override
  public void discard(CompanyId company, String editor) {
    database.inTransaction(handle -> delete(handle, company, editor));
  }

  private static int delete(Handle handle, CompanyId company, String editor) {
    return handle
        .createUpdate("DELETE FROM book_draft WHERE company_id = :company AND editor = :editor")
        .bind("company", company.value())
        .bind("editor", editor)
        .execute();
  }
}

package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Routing books in the database; a revision never changes, so each is read once. */
public final class JdbcRoutingBooks implements RoutingBooks {
  private record Key(CompanyId company, int revision) {}

  private final Database database;
  private final ConcurrentMap<Key, RoutingBook> read = new ConcurrentHashMap<>();

  public JdbcRoutingBooks(Database database) {
    this.database = database;
  }

  @Override
  public RoutingBook current(CompanyId company) {
    return database.inTransaction(handle -> current(handle, company));
  }

  RoutingBook current(Handle handle, CompanyId company) {
    int revision =
        handle
            .createQuery("SELECT revision FROM company WHERE id = :company")
            .bind("company", company.value())
            .mapTo(Integer.class)
            .findOne()
            .orElseThrow(() -> new NoSuchElementException("No company " + company));
    return revision(handle, company, revision);
  }

  @Override
  public RoutingBook revision(CompanyId company, int revision) {
    return database.inTransaction(handle -> revision(handle, company, revision));
  }

  RoutingBook revision(Handle handle, CompanyId company, int revision) {
    if (revision == 0) return new RoutingBook(company, 0, BookDraft.EMPTY);
    var key = new Key(company, revision);
    RoutingBook known = read.get(key);
    if (known != null) return known;
    String content =
        handle
            .createQuery(
                """
                SELECT content FROM routing_book
                WHERE company_id = :company AND revision = :revision
                """)
            .bind("company", company.value())
            .bind("revision", revision)
            .mapTo(String.class)
            .findOne()
            .orElseThrow(
                () -> new NoSuchElementException("No revision " + revision + " of " + company));
    var book = new RoutingBook(company, revision, Json.read(content, BookDraft.class));
    read.put(key, book);
    return book;
  }

  @Override
  public Publication publish(CompanyId company, BookDraft draft, String by, Instant at) {
    List<String> problems = draft.problems();
    if (!problems.isEmpty()) return new Publication.Refused(problems);
    int revision = database.inTransaction(handle -> publish(handle, company, draft, by, at));
    return new Publication.Published(new RoutingBook(company, revision, draft));
  }

  @Override
  public Publication publish(CompanyId company, int over, BookDraft draft, String by, Instant at) {
    return database.inTransaction(
        handle -> {
          int inForce = locked(handle, company);
          if (inForce != over) {
            return new Publication.Overtaken(revision(handle, company, inForce));
          }
          List<String> problems = draft.problems();
          if (!problems.isEmpty()) return new Publication.Refused(problems);
          int revision = publish(handle, company, draft, by, at);
          return new Publication.Published(new RoutingBook(company, revision, draft));
        });
  }

  @Override
  public List<Issue> history(CompanyId company, int limit) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT revision, published_at, published_by FROM routing_book
                    WHERE company_id = :company
                    ORDER BY revision DESC FETCH FIRST :limit ROWS ONLY
                    """)
                .bind("company", company.value())
                .bind("limit", limit)
                .map(
                    (row, context) ->
                        new Issue(
                            row.getInt("revision"),
                            row.getObject("published_at", OffsetDateTime.class).toInstant(),
                            row.getString("published_by")))
                .list());
  }

  @Override
  public Publication revise(
      CompanyId company, UnaryOperator<BookDraft> change, String by, Instant at) {
    return database.inTransaction(
        handle -> {
          RoutingBook before = revision(handle, company, locked(handle, company));
          BookDraft draft = change.apply(before.content());
          if (draft.equals(before.content())) return new Publication.Published(before);
          List<String> problems = draft.problems();
          if (!problems.isEmpty()) return new Publication.Refused(problems);
          int revision = publish(handle, company, draft, by, at);
          return new Publication.Published(new RoutingBook(company, revision, draft));
        });
  }

  @Override
  public List<InForce> inForce(CompanyId company, Instant from, Instant to) {
    return database.inTransaction(
        handle -> {
          NavigableMap<Instant, Integer> published = published(handle, company, to);
          if (published.isEmpty()) {
            return List.of(new InForce(current(handle, company), from, to));
          }
          // Two published at one moment: the later is in force.
          Instant first =
              Optional.ofNullable(published.floorKey(from)).orElse(published.firstKey());
          var inForce = new ArrayList<InForce>();
          for (Map.Entry<Instant, Integer> each : published.tailMap(first, true).entrySet()) {
            Instant begins = inForce.isEmpty() ? from : each.getKey();
            Instant next = published.higherKey(each.getKey());
            Instant ends = next == null || next.isAfter(to) ? to : next;
            inForce.add(new InForce(revision(handle, company, each.getValue()), begins, ends));
          }
          return inForce;
        });
  }

  private static NavigableMap<Instant, Integer> published(
      Handle handle, CompanyId company, Instant before) {
    var published = new TreeMap<Instant, Integer>();
    handle
        .createQuery(
            """
            SELECT revision, published_at FROM routing_book
            WHERE company_id = :company AND (published_at < :before OR revision = 1)
            ORDER BY revision
            """)
        .bind("company", company.value())
        .bind("before", before)
        .map(
            (row, context) ->
                published.put(
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    row.getInt("revision")))
        .list();
    return published;
  }

  /** The revision in force, which nobody else replaces before this transaction ends. */
  static int locked(Handle handle, CompanyId company) {
    return handle
        .createQuery("SELECT revision FROM company WHERE id = :company FOR UPDATE")
        .bind("company", company.value())
        .mapTo(Integer.class)
        .findOne()
        .orElseThrow(() -> new NoSuchElementException("No company " + company));
  }

  private static int publish(
      Handle handle, CompanyId company, BookDraft draft, String by, Instant at) {
    int revision = 1 + locked(handle, company);
    handle
        .createUpdate(
            """
            INSERT INTO routing_book (company_id, revision, published_at, published_by, content)
            VALUES (:company, :revision, :at, :by, :content)
            """)
        .bind("company", company.value())
        .bind("revision", revision)
        .bind("at", at)
        .bind("by", by)
        .bind("content", Json.write(draft))
        .execute();
    handle
        .createUpdate("UPDATE company SET revision = :revision WHERE id = :company")
        .bind("company", company.value())
        .bind("revision", revision)
        .execute();
    return revision;
  }
}

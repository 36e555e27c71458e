package dev.baton.store;

import dev.baton.agent.Team;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.performance.Facets;
import dev.baton.performance.Facts;
import dev.baton.performance.LeadTrack;
import dev.baton.routing.RoutingBook;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;

/**
 * Makes the facts of leads that were decided about before there were facts, from their histories
 * alone.
 */
public final class RecountingReports {
  private static final int AT_ONCE = 200;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

  private final Database database;
  private final JdbcRoutingBooks books;

  public RecountingReports(Database database, JdbcRoutingBooks books) {
    this.database = database;
    this.books = books;
  }

  /** A lead to be told anew. */
  private record Page(UUID id, Instant receivedAt, String source) {}

  /**
   * Makes the facts that are missing, unless that was done before. To be called before anything is
   * decided: a decision tells only what it changes.
   *
   * @param progress hears how many leads have been told so far
   */
  public void recount(CompanyId company, LongConsumer progress) {
    if (database.inTransaction(handle -> isDone(handle, company))) return;
    long leads = 0;
    var last = new Page(new UUID(0, 0), FIRST, "");
    while (true) {
      Page after = last;
      List<Page> told = database.inTransaction(handle -> some(handle, company, after));
      if (told.isEmpty()) break;
      leads += told.size();
      last = told.getLast();
      progress.accept(leads);
    }
    database.inTransaction(handle -> noteDone(handle, company));
  }

  private static boolean isDone(Handle handle, CompanyId company) {
    return handle
        .createQuery("SELECT recounted FROM report_sealed WHERE company_id = :company")
        .bind("company", company.value())
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  private static int noteDone(Handle handle, CompanyId company) {
    handle
        .createUpdate(
            """
            INSERT INTO report_sealed (company_id, sealed_to, zone, recounted)
            SELECT id, :ever, zone, TRUE FROM company WHERE id = :company
            ON CONFLICT DO NOTHING
            """)
        .bind("company", company.value())
        .bind("ever", Instant.EPOCH)
        .execute();
    return handle
        .createUpdate("UPDATE report_sealed SET recounted = TRUE WHERE company_id = :company")
        .bind("company", company.value())
        .execute();
  }

  private List<Page> some(Handle handle, CompanyId company, Page after) {
    List<Page> pages = withoutFacts(handle, company, after);
    var rows = new ReportRows(handle);
    Map<UUID, List<Recorded>> histories =
        EventRows.histories(handle, pages.stream().map(Page::id).toList());
    for (Page page : pages) {
      add(
          rows,
          company,
          page,
          histories.getOrDefault(page.id, List.of()),
          revision -> books.revision(handle, company, revision));
    }
    rows.write();
    return pages;
  }

  private static List<Page> withoutFacts(Handle handle, CompanyId company, Page after) {
    return handle
        .createQuery(
            """
            SELECT l.id, l.received_at, l.source FROM lead l
            WHERE l.company_id = :company
              AND (l.received_at > :after OR l.received_at = :after AND l.id > :id)
              AND NOT EXISTS (SELECT 1 FROM report_fact f WHERE f.lead_id = l.id)
            ORDER BY l.company_id, l.received_at, l.id FETCH FIRST :many ROWS ONLY
            """)
        .bind("company", company.value())
        .bind("after", after.receivedAt)
        .bind("id", after.id)
        .bind("many", AT_ONCE)
        .map(
            (row, context) ->
                new Page(
                    row.getObject("id", UUID.class),
                    row.getObject("received_at", OffsetDateTime.class).toInstant(),
                    row.getString("source")))
        .list();
  }

  /** What was recorded together was decided together. */
  private static void add(
      ReportRows rows,
      CompanyId company,
      Page page,
      List<Recorded> history,
      IntFunction<RoutingBook> books) {
    LeadTrack track = LeadTrack.received(page.receivedAt);
    LeadTrack told = track;
    Facets was = Facets.NONE;
    for (int i = 0; i < history.size(); i++) {
      Recorded recorded = history.get(i);
      track = track.after(recorded.event());
      boolean goesOn =
          i + 1 < history.size() && history.get(i + 1).recordedAt().equals(recorded.recordedAt());
      if (goesOn) continue;
      var team = books.apply(recorded.revision()).teamOf(track.rotation().traits()).map(Team::id);
      var is = new Facets(team, page.source, track.rotation().tagNames());
      rows.add(
          company, new LeadId(page.id), recorded.recordedAt(), Facts.between(told, was, track, is));
      told = track;
      was = is;
    }
  }
}

package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.Summary;
import dev.baton.ledger.Summaries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Summaries of leads in the database. */
public final class JdbcSummaries implements Summaries {
  /** By company, so that the index of the list of leads leads to the latest of each. */
  private static final String WAITING =
      """
      SELECT l.company_id, l.id, COALESCE(s.tries, 0) AS tries
      FROM company c
      JOIN lead l ON l.company_id = c.id AND l.received_at >= :since
      LEFT JOIN lead_summary s ON s.lead_id = l.id
      WHERE l.stage NOT IN ('QUARANTINED', 'ENDED') AND l.erased_at IS NULL
        AND (s.lead_id IS NULL OR s.due_at <= :now)
      ORDER BY l.received_at DESC, l.id DESC LIMIT :atMost
      """;

  private final Database database;

  public JdbcSummaries(Database database) {
    this.database = database;
  }

  private record Waiting(CompanyId company, LeadId lead, int tries) {}

  @Override
  public List<Taken> take(int atMost, Instant since, Instant now, Instant leaseEnds) {
    List<Waiting> waiting =
        database.inTransaction(
            handle ->
                waiting(handle, WAITING, atMost, since, now)
                    .map(
                        (row, context) ->
                            new Waiting(
                                new CompanyId(row.getString("company_id")),
                                new LeadId(row.getObject("id", UUID.class)),
                                row.getInt("tries")))
                    .list());
    var taken = new ArrayList<Taken>();
    // Each by itself: a row of a lead waits for decisions about it, and they must not wait for two.
    for (Waiting each : waiting) {
      database.inTransaction(handle -> take(handle, each, now, leaseEnds)).ifPresent(taken::add);
    }
    return taken;
  }

  /** How the database goes about it. */
  static String plan(Handle handle, int atMost, Instant since, Instant now) {
    return String.join(
        "\n", waiting(handle, "EXPLAIN " + WAITING, atMost, since, now).mapTo(String.class).list());
  }

  private static Query waiting(Handle handle, String sql, int atMost, Instant since, Instant now) {
    return handle.createQuery(sql).bind("atMost", atMost).bind("since", since).bind("now", now);
  }

  private static Optional<Taken> take(
      Handle handle, Waiting waiting, Instant now, Instant leaseEnds) {
    int tries = waiting.tries() + 1;
    Optional<Instant> due = tries < TRIES ? Optional.of(leaseEnds) : Optional.empty();
    boolean taken =
        tries == 1 ? first(handle, waiting, due) : next(handle, waiting, tries, now, due);
    if (!taken) return Optional.empty();
    LeadContent content =
        ContentRows.of(handle, waiting.company(), List.of(waiting.lead()))
            .getOrDefault(waiting.lead(), LeadContent.NONE);
    return Optional.of(new Taken(waiting.company(), waiting.lead(), content, tries));
  }

  /** Of two nodes that saw it wait, one gets it. */
  private static boolean first(Handle handle, Waiting waiting, Optional<Instant> due) {
    return handle
            .createUpdate(
                """
                INSERT INTO lead_summary (lead_id, company_id, tries, due_at)
                VALUES (:lead, :company, 1, :due)
                ON CONFLICT DO NOTHING
                """)
            .bind("lead", waiting.lead().value())
            .bind("company", waiting.company().value())
            .bindByType("due", due.orElse(null), Instant.class)
            .execute()
        == 1;
  }

  private static boolean next(
      Handle handle, Waiting waiting, int tries, Instant now, Optional<Instant> due) {
    return handle
            .createUpdate(
                """
                UPDATE lead_summary SET tries = :tries, due_at = :due
                WHERE lead_id = :lead AND tries < :tries AND due_at <= :now
                """)
            .bind("lead", waiting.lead().value())
            .bind("tries", tries)
            .bind("now", now)
            .bindByType("due", due.orElse(null), Instant.class)
            .execute()
        == 1;
  }

  @Override
  public void put(LeadId lead, Summary summary) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE lead_summary SET said = :said, due_at = NULL
                    WHERE lead_id = :lead
                      AND EXISTS (SELECT 1 FROM lead WHERE id = :lead AND erased_at IS NULL)
                    """)
                .bind("lead", lead.value())
                .bind("said", summary.text())
                .execute());
  }

  @Override
  public void again(LeadId lead, Instant notBefore) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE lead_summary SET due_at = :due
                    WHERE lead_id = :lead AND due_at IS NOT NULL
                    """)
                .bind("lead", lead.value())
                .bind("due", notBefore)
                .execute());
  }

  @Override
  public void leave(LeadId lead) {
    database.inTransaction(
        handle ->
            handle
                .createUpdate("UPDATE lead_summary SET due_at = NULL WHERE lead_id = :lead")
                .bind("lead", lead.value())
                .execute());
  }
}

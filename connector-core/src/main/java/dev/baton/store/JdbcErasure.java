package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Erasure;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Forgets persons in the database: the row that holds their words, and every trace of it. */
public final class JdbcErasure implements Erasure {
  /** What the CRM answered to a write, or what was on its way to an agent, may quote the lead. */
  private static final List<String> TRACES =
      List.of(
          "DELETE FROM lead_key WHERE lead_id = :lead",
          "DELETE FROM lead_word WHERE lead_id = :lead",
          "DELETE FROM lead_comment WHERE lead_id = :lead",
          "UPDATE lead_summary SET said = NULL, due_at = NULL WHERE lead_id = :lead",
          """
          UPDATE outbox_attempt SET answer = ''
          WHERE promise_id IN (SELECT id FROM outbox WHERE lead_id = :lead)
          """,
          "UPDATE outbox SET note = '' WHERE lead_id = :lead AND settled_at IS NOT NULL",
          "UPDATE inbox SET note = '' WHERE lead_id = :lead AND settled_at IS NOT NULL",
          "UPDATE message SET note = '', letter = NULL WHERE lead_id = :lead");

  private final Database database;

  public JdbcErasure(Database database) {
    this.database = database;
  }

  @Override
  public List<LeadId> leadsOf(CompanyId company, Contact person) {
    return database.inTransaction(handle -> KinRows.ofPerson(handle, company, person));
  }

  @Override
  public boolean erase(CompanyId company, LeadId lead, Set<String> told, Instant at) {
    return database.inTransaction(handle -> erase(handle, company, lead.value(), told, at));
  }

  private static boolean erase(
      Handle handle, CompanyId company, UUID lead, Set<String> told, Instant at) {
    int marked =
        handle
            .createUpdate(
                """
                UPDATE lead SET erased_at = :at
                WHERE id = :lead AND company_id = :company AND erased_at IS NULL
                """)
            .bind("at", at)
            .bind("lead", lead)
            .bind("company", company.value())
            .execute();
    if (marked == 0) return false;
    String before =
        handle
            .createQuery("SELECT content FROM lead_content WHERE lead_id = :lead")
            .bind("lead", lead)
            .mapTo(String.class)
            .one();
    handle
        .createUpdate("UPDATE lead_content SET content = :content WHERE lead_id = :lead")
        .bind("lead", lead)
        .bind("content", Json.write(Erasure.remains(Json.read(before, LeadContent.class), told)))
        .execute();
    for (String trace : TRACES) handle.createUpdate(trace).bind("lead", lead).execute();
    return true;
  }
}

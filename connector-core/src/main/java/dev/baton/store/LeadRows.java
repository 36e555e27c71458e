package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.SearchWords;
import dev.baton.ledger.Lead;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of {@code lead}. */
final class LeadRows {
  private LeadRows() {}

  /** Adds the lead; false when its CRM record is a lead already. */
  static boolean insert(Handle handle, Lead lead, LeadContent content, Set<String> stickyFields) {
    int inserted =
        handle
            .createUpdate(
                """
                INSERT INTO lead
                  (id, company_id, connection_id, object, record_id, received_at, changed_at,
                   version, stage, crm_owner, source, tags)
                VALUES
                  (:id, :company, :connection, :object, :record, :received, :received,
                   0, 'NEW', :crmOwner, :source, '[]')
                ON CONFLICT DO NOTHING
                """)
            .bind("id", lead.id().value())
            .bind("company", lead.company().value())
            .bind("connection", lead.record().connection().value())
            .bind("object", lead.record().object())
            .bind("record", lead.record().id())
            .bind("received", lead.receivedAt())
            .bind("crmOwner", lead.crmOwner())
            .bind("source", cut(content.source(), 200))
            .execute();
    if (inserted == 0) return false;
    handle
        .createUpdate(
            """
            INSERT INTO lead_content (lead_id, company_id, content)
            VALUES (:lead, :company, :content)
            """)
        .bind("lead", lead.id().value())
        .bind("company", lead.company().value())
        .bind("content", Json.write(content))
        .execute();
    KinRows.insert(handle, lead, content, stickyFields);
    var words = new LeadWordRows(handle);
    words.add(lead.id().value(), lead.company().value(), SearchWords.of(lead.record(), content));
    words.write();
    return true;
  }

  static Optional<LeadId> idOf(Handle handle, Lead lead) {
    return idOf(handle, lead.company(), lead.record());
  }

  static Optional<LeadId> idOf(Handle handle, CompanyId company, CrmRecord record) {
    return handle
        .createQuery(
            """
            SELECT id FROM lead
            WHERE company_id = :company AND connection_id = :connection
              AND object = :object AND record_id = :record
            """)
        .bind("company", company.value())
        .bind("connection", record.connection().value())
        .bind("object", record.object())
        .bind("record", record.id())
        .mapTo(UUID.class)
        .findOne()
        .map(LeadId::new);
  }

  /** Leads whose next step is due, taken so that no other node takes them. */
  static List<UUID> due(Handle handle, Database database, int atMost) {
    return handle
        .createQuery(
            "SELECT id FROM lead WHERE due_at <= :now ORDER BY due_at LIMIT :atMost "
                + database.dialect().skipLocked())
        .bind("now", database.now(handle))
        .bind("atMost", atMost)
        .mapTo(UUID.class)
        .list();
  }

  /** Leads whose earlier lead is not on its way any more. */
  static List<UUID> followersLeftBehind(Handle handle, Database database, int atMost) {
    return handle
        .createQuery(
            """
            SELECT f.id FROM lead f JOIN lead e ON e.id = f.follows
            WHERE f.follows IS NOT NULL
              AND e.stage NOT IN ('NEW', 'HELD', 'OFFERED', 'SHARK_TANK', 'CATCHALL')
            ORDER BY f.received_at LIMIT :atMost
            """
                + (database.dialect().skipLocked().isEmpty() ? "" : "FOR UPDATE OF f SKIP LOCKED"))
        .bind("atMost", atMost)
        .mapTo(UUID.class)
        .list();
  }

  /** When the last of the held leads goes on by itself. */
  static Optional<Instant> lastRelease(Handle handle, CompanyId company) {
    return handle
        .createQuery(
            """
            SELECT due_at FROM lead
            WHERE company_id = :company AND stage = 'HELD' AND due_at IS NOT NULL
            ORDER BY due_at DESC FETCH FIRST 1 ROW ONLY
            """)
        .bind("company", company.value())
        .mapTo(Instant.class)
        .findOne();
  }

  static Optional<Instant> nextDue(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT due_at FROM lead WHERE due_at IS NOT NULL
            ORDER BY due_at FETCH FIRST 1 ROW ONLY
            """)
        .mapTo(Instant.class)
        .findOne();
  }

  /** The leads, locked until the transaction ends, longest due first. */
  static List<Lead> locked(Handle handle, List<UUID> ids) {
    return handle
        .createQuery(
            """
            SELECT id, company_id, connection_id, object, record_id, received_at, crm_owner
            FROM lead WHERE id = ANY(:ids) ORDER BY due_at, id FOR UPDATE
            """)
        .bindArray("ids", UUID.class, ids)
        .map((row, context) -> lead(row))
        .list();
  }

  static Lead lead(ResultSet row) throws SQLException {
    return new Lead(
        new LeadId(row.getObject("id", UUID.class)),
        new CompanyId(row.getString("company_id")),
        record(row),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getString("crm_owner"));
  }

  static CrmRecord record(ResultSet row) throws SQLException {
    return new CrmRecord(
        new ConnectionId(row.getString("connection_id")),
        row.getString("object"),
        row.getString("record_id"));
  }

  static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}

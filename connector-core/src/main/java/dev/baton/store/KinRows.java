package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.company.TokenHash;
import dev.baton.lead.Coalescence;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Lead;
import dev.baton.rotation.Kin;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which leads are of the same customer, or stick together: the rows of {@code lead_key}. */
final class KinRows {
  private static final String CUSTOMER = "";

  private KinRows() {}

  static void insert(Handle handle, Lead lead, LeadContent content, Set<String> stickyFields) {
    for (String key : Coalescence.keys(content.contact())) insert(handle, lead, CUSTOMER, key);
    for (String field : stickyFields) {
      Coalescence.stickyKey(content, field).ifPresent(key -> insert(handle, lead, field, key));
    }
  }

  private static void insert(Handle handle, Lead lead, String field, String key) {
    handle
        .createUpdate(
            """
            INSERT INTO lead_key (lead_id, company_id, key_hash, field)
            VALUES (:lead, :company, :hash, :field)
            """)
        .bind("lead", lead.id().value())
        .bind("company", lead.company().value())
        .bind("hash", hash(lead.company(), key))
        .bind("field", LeadRows.cut(field, 100))
        .execute();
  }

  /** The leads of the customer who has that address or number, oldest first. */
  static List<LeadId> ofPerson(Handle handle, CompanyId company, Contact person) {
    List<byte[]> hashes = Coalescence.keys(person).stream().map(key -> hash(company, key)).toList();
    if (hashes.isEmpty()) return List.of();
    return handle
        .createQuery(
            """
            SELECT l.id FROM lead l
            WHERE l.id IN (SELECT k.lead_id FROM lead_key k
                           WHERE k.company_id = :company AND k.key_hash IN (<hashes>)
                             AND k.field = '')
            ORDER BY l.received_at, l.id
            """)
        .bind("company", company.value())
        .bindList("hashes", hashes)
        .mapTo(UUID.class)
        .map(LeadId::new)
        .list();
  }

  private static byte[] hash(CompanyId company, String key) {
    return TokenHash.of(company + " " + key);
  }

  /** The kin a decision about the lead sees: where it may coalesce, or follows already. */
  static List<Kin> of(Handle handle, Lead lead, Rotation rotation) {
    if (rotation.following().isPresent()) {
      return followed(handle, rotation.following().get()).stream().toList();
    }
    boolean comesIn = rotation.stage() == Stage.NEW || rotation.stage() == Stage.QUARANTINED;
    return comesIn ? latest(handle, lead.id()) : List.of();
  }

  private static Optional<Kin> followed(Handle handle, LeadId lead) {
    return handle
        .createQuery("SELECT id, owner, owned_at, stage, '' AS field FROM lead WHERE id = :lead")
        .bind("lead", lead.value())
        .map((row, context) -> kin(row))
        .findOne();
  }

  /**
   * Of the customer, and of each field leads stick by, the latest other lead that has an owner or
   * is on its way to one. A lead that came by sticking does not count for a field: the time runs
   * from the first assignment.
   */
  private static List<Kin> latest(Handle handle, LeadId lead) {
    var kin = new ArrayList<Kin>();
    for (String field : fields(handle, lead)) latest(handle, lead, field).ifPresent(kin::add);
    return kin;
  }

  private static List<String> fields(Handle handle, LeadId lead) {
    return handle
        .createQuery("SELECT DISTINCT field FROM lead_key WHERE lead_id = :lead ORDER BY field")
        .bind("lead", lead.value())
        .mapTo(String.class)
        .list();
  }

  private static Optional<Kin> latest(Handle handle, LeadId lead, String field) {
    return handle
        .createQuery(
            """
            SELECT l.id, l.owner, l.owned_at, l.stage, own.field
            FROM lead_key own
            JOIN lead_key other
              ON other.company_id = own.company_id AND other.key_hash = own.key_hash
              AND other.field = own.field
            JOIN lead l ON l.id = other.lead_id
            WHERE own.lead_id = :lead AND own.field = :field AND other.lead_id <> :lead
              AND (own.field = '' OR l.joined IS NULL)
              AND l.stage IN ('HELD', 'OFFERED', 'SHARK_TANK', 'CATCHALL', 'OWNED')
              AND (l.stage <> 'OWNED' OR l.owner IS NOT NULL)
            ORDER BY l.received_at DESC, l.id FETCH FIRST 1 ROW ONLY
            """)
        .bind("lead", lead.value())
        .bind("field", field)
        .map((row, context) -> kin(row))
        .findFirst();
  }

  private static Kin kin(ResultSet row) throws SQLException {
    return new Kin(
        new LeadId(row.getObject("id", UUID.class)),
        Optional.ofNullable(row.getString("owner")).map(AgentId::new),
        Optional.ofNullable(row.getObject("owned_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Stage.valueOf(row.getString("stage")).onItsWay(),
        row.getString("field"));
  }
}

package dev.baton.store;

import dev.baton.agent.AgentId;
import dev.baton.lead.Coalescence;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Lead;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.Kin;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which leads are of the same customer: the rows of {@code lead_key}. */
final class KinRows {
  private KinRows() {}

  static void insert(Handle handle, Lead lead, Contact contact) {
    for (String key : Coalescence.keys(contact)) {
      handle
          .createUpdate(
              """
              INSERT INTO lead_key (lead_id, company_id, key_hash)
              VALUES (:lead, :company, :hash)
              """)
          .bind("lead", lead.id().value())
          .bind("company", lead.company().value())
          .bind("hash", OfferTokens.hash(lead.company() + " " + key))
          .execute();
    }
  }

  /** The kin a decision about the lead sees: where it may coalesce, or follows already. */
  static Optional<Kin> of(Handle handle, Lead lead, Rotation rotation) {
    if (rotation.following().isPresent()) return followed(handle, rotation.following().get());
    boolean comesIn = rotation.stage() == Stage.NEW || rotation.stage() == Stage.QUARANTINED;
    return comesIn ? latest(handle, lead.id()) : Optional.empty();
  }

  private static Optional<Kin> followed(Handle handle, LeadId lead) {
    return handle
        .createQuery("SELECT id, owner, owned_at, stage FROM lead WHERE id = :lead")
        .bind("lead", lead.value())
        .map((row, context) -> kin(row))
        .findOne();
  }

  /** The latest other lead of the customer that has an owner or is on its way to one. */
  private static Optional<Kin> latest(Handle handle, LeadId lead) {
    return handle
        .createQuery(
            """
            SELECT l.id, l.owner, l.owned_at, l.stage
            FROM lead_key own
            JOIN lead_key other
              ON other.company_id = own.company_id AND other.key_hash = own.key_hash
            JOIN lead l ON l.id = other.lead_id
            WHERE own.lead_id = :lead AND other.lead_id <> :lead
              AND l.stage IN ('HELD', 'OFFERED', 'SHARK_TANK', 'CATCHALL', 'OWNED')
              AND (l.stage <> 'OWNED' OR l.owner IS NOT NULL)
            ORDER BY l.received_at DESC, l.id FETCH FIRST 1 ROW ONLY
            """)
        .bind("lead", lead.value())
        .map((row, context) -> kin(row))
        .findFirst();
  }

  private static Kin kin(ResultSet row) throws SQLException {
    return new Kin(
        new LeadId(row.getObject("id", UUID.class)),
        Optional.ofNullable(row.getString("owner")).map(AgentId::new),
        Optional.ofNullable(row.getObject("owned_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Stage.valueOf(row.getString("stage")).onItsWay());
  }
}

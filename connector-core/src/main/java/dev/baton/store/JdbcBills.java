package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Bills;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what is owed off the acceptances in the database. */
public final class JdbcBills implements Bills {
  private final Database database;

  public JdbcBills(Database database) {
    this.database = database;
  }

  @Override
  public List<Bill> owed(CompanyId company, Instant from, Instant to) {
    return database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT lead_id, data FROM lead_event
                    WHERE company_id = :company AND at >= :from AND at < :to
                      AND kind = 'OfferAccepted'
                    ORDER BY at, lead_id, sequence
                    """)
                .bind("company", company.value())
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, context) ->
                        bill(
                            new LeadId(row.getObject("lead_id", UUID.class)),
                            Json.read(row.getString("data"), OfferAccepted.class)))
                .stream()
                .flatMap(Optional::stream)
                .toList());
  }

  private static Optional<Bill> bill(LeadId lead, OfferAccepted accepted) {
    return accepted.owing().map(o -> new Bill(lead, accepted.at(), accepted.agent(), o));
  }
}

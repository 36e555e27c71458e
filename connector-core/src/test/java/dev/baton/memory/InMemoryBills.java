package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Bills;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.ledger.Leads;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads what is owed off the histories in memory. */
public final class InMemoryBills implements Bills {
  private final Leads leads;

  public InMemoryBills(Leads leads) {
    this.leads = leads;
  }

  @Override
  public List<Bill> owed(CompanyId company, Instant from, Instant to) {
    return leads.decidedAbout(company, Instant.MIN, Instant.MAX).stream()
        .flatMap(lead -> of(company, lead))
        .filter(b -> !b.acceptedAt().isBefore(from) && b.acceptedAt().isBefore(to))
        .sorted(Comparator.comparing(Bill::acceptedAt).thenComparing(Bill::lead))
        .toList();
  }

  private Stream<Bill> of(CompanyId company, LeadId lead) {
    return leads.file(company, lead).orElseThrow().history().stream()
        .map(Recorded::event)
        .filter(OfferAccepted.class::isInstance)
        .map(OfferAccepted.class::cast)
        .flatMap(e -> e.owing().map(o -> new Bill(lead, e.at(), e.agent(), o)).stream());
  }
}

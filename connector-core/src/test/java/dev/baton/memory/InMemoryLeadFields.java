package dev.baton.memory;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Leads;
import dev.baton.performance.LeadFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Fields of the leads of a ledger in memory. */
public final class InMemoryLeadFields implements LeadFields {
  private final Leads leads;

  public InMemoryLeadFields(Leads leads) {
    this.leads = leads;
  }

  @Override
  public Map<LeadId, Map<String, String>> of(
      CompanyId company, Collection<LeadId> some, Set<String> fields) {
    var values = new HashMap<LeadId, Map<String, String>>();
    for (LeadId lead : some) {
      leads
          .file(company, lead)
          .ifPresent(
              file -> {
                var asked = new HashMap<>(file.content().text().fields());
                asked.keySet().retainAll(fields);
                values.put(lead, asked);
              });
    }
    return values;
  }
}

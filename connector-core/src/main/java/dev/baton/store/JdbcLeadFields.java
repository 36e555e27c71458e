package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.performance.LeadFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads fields off what is kept of leads; nothing else of it leaves here. */
public final class JdbcLeadFields implements LeadFields {
  private final Database database;

  public JdbcLeadFields(Database database) {
    this.database = database;
  }

  @Override
  public Map<LeadId, Map<String, String>> of(
      CompanyId company, Collection<LeadId> leads, Set<String> fields) {
    var values = new HashMap<LeadId, Map<String, String>>();
    database
        .inTransaction(handle -> ContentRows.of(handle, company, leads))
        .forEach(
            (lead, content) -> {
              var asked = new HashMap<>(content.text().fields());
              asked.keySet().retainAll(fields);
              values.put(lead, asked);
            });
    return values;
  }
}

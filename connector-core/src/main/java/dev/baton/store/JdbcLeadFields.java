package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.performance.LeadFields;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
    database.inTransaction(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT lead_id, content FROM lead_content
                    WHERE company_id = :company AND lead_id = ANY(:leads)
                    """)
                .bind("company", company.value())
                .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toList())
                .map(
                    (row, context) -> {
                      var content = Json.read(row.getString("content"), LeadContent.class);
                      var asked = new HashMap<>(content.text().fields());
                      asked.keySet().retainAll(fields);
                      return values.put(new LeadId(row.getObject("lead_id", UUID.class)), asked);
                    })
                .list());
    return values;
  }
}

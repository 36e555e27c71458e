package dev.baton.store;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What leads say: the rows of {@code lead_content}. */
final class ContentRows {
  private ContentRows() {}

  /** Of some leads; one that is not the company's is left out. */
  static Map<LeadId, LeadContent> of(Handle handle, CompanyId company, Collection<LeadId> leads) {
    var contents = new HashMap<LeadId, LeadContent>();
    if (leads.isEmpty()) return contents;
    handle
        .createQuery(
            """
            SELECT lead_id, content FROM lead_content
            WHERE company_id = :company AND lead_id = ANY(:leads)
            """)
        .bind("company", company.value())
        .bindArray("leads", UUID.class, leads.stream().map(LeadId::value).toList())
        .map(
            (row, context) ->
                contents.put(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    Json.read(row.getString("content"), LeadContent.class)))
        .list();
    return contents;
  }
}

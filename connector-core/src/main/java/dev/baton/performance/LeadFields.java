package dev.baton.performance;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Tells fields of leads as the CRM had them when they were last read. */
public interface LeadFields {

  /**
   * The values of some fields.
   *
   * @return by lead and field; a lead that is not the company's, or of which nothing is kept any
   *     more, and a field that a lead does not have are left out
   */
  Map<LeadId, Map<String, String>> of(
      CompanyId company, Collection<LeadId> leads, Set<String> fields);
}

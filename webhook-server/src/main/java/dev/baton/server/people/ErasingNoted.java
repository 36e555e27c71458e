package dev.baton.server.people;

import dev.baton.account.AuditLog;
import dev.baton.company.CompanyId;
import dev.baton.flow.ErasingPersons;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadId;
import java.time.InstantSource;
import java.util.List;

/** Forgets persons, and notes who did it: which leads, and nothing of the person. */
public record ErasingNoted(ErasingPersons erasing, AuditLog audit, InstantSource clock) {

  /** The leads that came from a person, oldest first. */
  public List<LeadId> leadsOf(CompanyId company, Contact person) {
    return erasing.leadsOf(company, person);
  }

  /**
   * Erases what is known of the person behind some leads.
   *
   * @param by as the log names him
   * @return how many were erased that had not been before
   */
  public int erase(CompanyId company, List<LeadId> leads, String by) {
    int erased = erasing.erase(company, leads);
    if (erased > 0) {
      String about = leads.size() == 1 ? "lead " + leads.getFirst() : erased + " leads";
      audit.add(new AuditLog.Entry(company, clock.instant(), by, "person erased", about, ""));
    }
    return erased;
  }
}

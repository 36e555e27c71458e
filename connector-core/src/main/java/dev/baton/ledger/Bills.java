package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.lead.LeadId;
import dev.baton.tag.Owing;
import java.time.Instant;
import java.util.List;

/** What agents owe for the leads they accepted (domain §3), from the history. Changes nothing. */
public interface Bills {
  /**
   * One bill per acceptance that was not free, oldest first; a lead that was given back and
   * accepted again is owed for again.
   *
   * @param to exclusive
   */
  List<Bill> owed(CompanyId company, Instant from, Instant to);

  /** What one agent owes for one acceptance. */
  record Bill(LeadId lead, Instant acceptedAt, AgentId agent, Owing owing) {}
}

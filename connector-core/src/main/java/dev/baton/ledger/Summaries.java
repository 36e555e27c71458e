package dev.baton.ledger;

import dev.baton.company.CompanyId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.lead.Summary;
import java.time.Instant;
import java.util.List;

/**
 * Which leads wait for a summary, and where it is kept; {@link LeadFile} tells it. A lead is tried
 * three times, then it stays without one.
 */
public interface Summaries {
  /** How often a lead is tried. */
  int TRIES = 3;

  /**
   * Takes up leads that have none, the latest first; nobody else gets them until the lease ends.
   * Leads in quarantine, those that have ended and those whose person was erased are left alone.
   *
   * @param since leads that came in before are left alone, too
   * @param leaseEnds when a lead that came to nothing may be taken up again
   */
  List<Taken> take(int atMost, Instant since, Instant now, Instant leaseEnds);

  /**
   * Keeps what a lead that was taken up is about; nothing where its person was erased meanwhile.
   */
  void put(LeadId lead, Summary summary);

  /** It came to nothing; to be tried again then, unless that was the last try. */
  void again(LeadId lead, Instant notBefore);

  /** It stays without a summary. */
  void leave(LeadId lead);

  /**
   * A lead that was taken up.
   *
   * @param tries how often by now, this time included
   */
  record Taken(CompanyId company, LeadId lead, LeadContent content, int tries) {
    public boolean lastTry() {
      return tries >= TRIES;
    }
  }
}

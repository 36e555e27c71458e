package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.feedback.Progress;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.rotation.OfferId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an agent comes to see of his own; a lead that is not his is not there. Changes nothing. */
public interface OwnLeads {
  /** The leads he owns, the latest first. */
  List<Owned> owned(CompanyId company, AgentId agent);

  /** What some leads say in full; one he does not own is left out. */
  Map<LeadId, LeadContent> contents(CompanyId company, AgentId agent, List<LeadId> leads);

  /**
   * Offers he can answer, or missed, of leads nobody owns; the latest first.
   *
   * @param missedSince what he missed before that is left out
   */
  List<OfferId> asked(CompanyId company, AgentId agent, Instant missedSince);

  /**
   * To whom of a company's agents something happened: he was offered a lead, or it was taken back,
   * or he answered.
   *
   * @param since recorded then or later; what is being recorded now may be missing and come later
   * @return by a number that is told once and for all, so that the same can be recognised
   */
  Map<Long, AgentId> happened(CompanyId company, Instant since);

  /**
   * A lead he owns, without what it says.
   *
   * @param progress how far he has come
   * @param lastSaid when feedback was last given, or anybody but an admin wrote something
   */
  record Owned(
      LeadId id,
      CrmRecord record,
      Instant ownedAt,
      List<String> tags,
      String source,
      Progress progress,
      Optional<Instant> lastSaid) {}
}

package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.agent.TeamId;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile.Recorded;
import dev.baton.rotation.OfferId;
import dev.baton.rotation.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks leads up, for pages, the API and the walk. Changes nothing. */
public interface Leads {
  /** The latest leads, newest first. */
  List<Row> latest(CompanyId company, Optional<Stage> stage, int limit);

  /** Leads somebody is looking for, the latest received first. */
  List<Found> search(CompanyId company, LeadSearch search, int limit);

  /** Some leads, in no particular order; one that is not the company's is left out. */
  List<Row> rows(CompanyId company, List<LeadId> leads);

  Map<Stage, Long> counts(CompanyId company);

  Optional<LeadFile> file(CompanyId company, LeadId lead);

  Optional<LeadId> of(CompanyId company, CrmRecord record);

  /** Whether the person behind the lead was erased: nothing more is to be known of him. */
  boolean erased(CompanyId company, LeadId lead);

  /**
   * Leads nobody could be asked for: with the catchall or delinquent, and held by nobody; oldest
   * first.
   */
  List<LeadId> waiting(CompanyId company, int limit);

  /**
   * Leads something was decided about in a period, by when they came in.
   *
   * @param to exclusive
   */
  List<LeadId> decidedAbout(CompanyId company, Instant from, Instant to);

  /** The histories of some leads; one that is not the company's is left out. */
  Map<LeadId, List<Recorded>> histories(CompanyId company, List<LeadId> leads);

  /** What some leads say; one that is not the company's, or was erased, is left out. */
  Map<LeadId, LeadContent> contents(CompanyId company, List<LeadId> leads);

  /** The leads an agent has an open offer of. */
  List<LeadId> offeredTo(CompanyId company, AgentId agent);

  /** How many leads, of all companies, two automations of a CRM fight over at that moment. */
  long contested(Instant now);

  /** The offer a link was made for, by the SHA-256 of the link's token. */
  Optional<Link> link(byte[] tokenHash);

  /** The lead in a list. */
  record Row(
      LeadId id,
      CrmRecord record,
      Instant receivedAt,
      Stage stage,
      Optional<AgentId> holder,
      Optional<AgentId> owner,
      Optional<Instant> due,
      List<String> tags,
      Instant changedAt) {}

  /**
   * A lead that was looked for, with its person.
   *
   * @param ownedAt since when somebody owns it
   */
  record Found(
      Row row,
      LeadStatus status,
      Optional<TeamId> team,
      Optional<Instant> ownedAt,
      Contact contact,
      String subject) {
    /** Where it stands in the list. */
    public LeadSearch.Place place() {
      return new LeadSearch.Place(row.receivedAt(), row.id());
    }

    /** The person stays out of logs. */
    @Override
    public String toString() {
      return "Found[" + row.id() + ", " + status + "]";
    }
  }

  /** What an offer link opens. */
  record Link(CompanyId company, OfferId offer, AgentId agent) {}
}

package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.agent.ZipCentroids;
import dev.baton.company.CompanyId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmNotice;
import dev.baton.crm.RecordKinds;
import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.inbox.Notice;
import dev.baton.inbox.NoticeOutcome;
import dev.baton.inbox.NoticeOutcome.Done;
import dev.baton.inbox.NoticeOutcome.Failed;
import dev.baton.inbox.NoticeOutcome.Skipped;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadId;
import dev.baton.ledger.Entry;
import dev.baton.ledger.Lead;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.ledger.Ledger;
import dev.baton.ledger.Ledger.Admission.Admitted;
import dev.baton.ledger.Ledger.Admission.Known;
import dev.baton.ledger.Sheet;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Begin;
import dev.baton.rotation.RotationCommand.ChangeOwner;
import dev.baton.rotation.RotationCommand.End;
import dev.baton.rotation.RotationCommand.EndReason;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.Traits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes leads of records: what a notice speaks of is read back from the CRM, and what the CRM says
 * now counts. So notices may come twice, late and in any order.
 */
public final class TakingInLeads {
  private final Ledger ledger;
  private final Leads leads;
  private final RotatingLeads rotating;
  private final LeadIds ids;
  private final ZipCentroids zips;
  private final ComparingWithCrm comparing;

  /**
   * @param zips where zip codes are, for companies whose agents are near or far
   */
  public TakingInLeads(
      Ledger ledger,
      Leads leads,
      RoutingBooks books,
      RotatingLeads rotating,
      RecordingFeedback feedback,
      LeadIds ids,
      ZipCentroids zips) {
    this.comparing = new ComparingWithCrm(leads, books, rotating, feedback);
    this.ledger = ledger;
    this.leads = leads;
    this.rotating = rotating;
    this.ids = ids;
    this.zips = zips;
  }

  /** Acts on a notice about a record, which has been read back. */
  NoticeOutcome take(Notice notice, CrmNotice about, RecordRead read, CrmConnector connector) {
    Optional<LeadId> lead = leads.of(notice.company(), read.record());
    if (lead.filter(known -> leads.erased(notice.company(), known)).isPresent()) {
      return new Skipped("the person behind lead " + lead.get() + " was erased");
    }
    return switch (about) {
      // A CRM that cannot tell young records from changed ones sends this for both.
      case CrmNotice.RecordCreated unused ->
          lead.map(known -> comparing.compare(notice, known, read, connector))
              .orElseGet(() -> admit(notice, read));
      case CrmNotice.RecordChanged unused ->
          lead.map(known -> comparing.compare(notice, known, read, connector)).orElse(notALead());
      case CrmNotice.RecordDeleted unused ->
          lead.map(known -> comparing.compare(notice, known, read, connector)).orElse(notALead());
      default -> new Failed("A notice of another kind: " + about.getClass().getSimpleName());
    };
  }

  /** The record that open leads were merged into is a lead; the leads merged into it end. */
  NoticeOutcome merge(Notice notice, CrmNotice.RecordsMerged merged, CrmConnector connector) {
    List<LeadId> open =
        merged.ids().stream()
            .filter(id -> !id.equals(merged.into()))
            .map(id -> new CrmRecord(notice.connection(), merged.object(), id))
            .flatMap(record -> leads.of(notice.company(), record).stream())
            .filter(lead -> isOpen(notice.company(), lead))
            .toList();
    if (open.isEmpty()) return new Skipped("no open lead was merged");
    // First the lead that stays: if this breaks off here, the others still say what is to be done.
    var into = new CrmRecord(notice.connection(), merged.object(), merged.into());
    NoticeOutcome outcome =
        leads.of(notice.company(), into).isPresent()
            ? new Done("merged into a known lead")
            : admit(notice, connector.read(List.of(into)).getFirst());
    for (LeadId lead : open) rotating.carryOut(lead, new End(EndReason.RECORD_MERGED));
    return outcome;
  }

  private boolean isOpen(CompanyId company, LeadId lead) {
    return leads
        .file(company, lead)
        .map(LeadFile::rotation)
        .filter(rotation -> !rotation.owned() && rotation.ended().isEmpty())
        .isPresent();
  }

  private NoticeOutcome admit(Notice notice, RecordRead read) {
    return switch (read) {
      case Present present -> admit(notice, present, present.content(), present.owner());
      case Absent absent -> admit(notice, absent, LeadContent.NONE, "");
    };
  }

  private NoticeOutcome admit(
      Notice notice, RecordRead read, LeadContent content, String crmOwner) {
    var lead = new Lead(ids.next(), notice.company(), read.record(), notice.receivedAt(), crmOwner);
    var admission = ledger.admit(lead, content, sheet -> first(sheet, read, content));
    return switch (admission) {
      case Known unused -> known();
      case Admitted admitted -> {
        rotating.ringFor(lead.id(), admitted.decision());
        yield read instanceof Absent
            ? new Failed("the record is gone in the CRM")
            : Done.about(lead.id());
      }
    };
  }

  /** A record that an agent owns already is his; one that is gone ends; any other is rotated. */
  private Entry first(Sheet sheet, RecordRead read, LeadContent content) {
    RotationCommand command =
        read instanceof Absent ? new End(EndReason.RECORD_GONE) : begin(sheet, content);
    return RotatingLeads.decided(sheet, Optional.of(command));
  }

  /** Whoever has the lead now: it is known what it is about when he gives it back. */
  private Begin begin(Sheet sheet, LeadContent content) {
    RoutingBook book = sheet.circumstances().book();
    String crmOwner = sheet.lead().crmOwner();
    return new Begin(
        Traits.read(book, RecordKinds.of(sheet.lead().record()), content, zips),
        book.settings().intake().spam().against(content),
        agentOwning(sheet, crmOwner).map(agent -> new ChangeOwner(crmOwner, Optional.of(agent))));
  }

  private static Optional<AgentId> agentOwning(Sheet sheet, String crmOwner) {
    if (crmOwner.isEmpty()) return Optional.empty();
    return sheet
        .circumstances()
        .book()
        .agentOwning(sheet.lead().record().connection(), crmOwner)
        .map(a -> a.id());
  }

  private static NoticeOutcome known() {
    return new Skipped("the record is a lead already");
  }

  private static NoticeOutcome notALead() {
    return new Skipped("the record is not a lead here");
  }

  /** Reads back all records that some notices speak of, in one call. */
  static Map<CrmRecord, RecordRead> readBack(CrmConnector connector, List<CrmRecord> records) {
    if (records.isEmpty()) return Map.of();
    var distinct = records.stream().distinct().toList();
    var reads = new HashMap<CrmRecord, RecordRead>();
    for (RecordRead read : connector.read(distinct)) reads.put(read.record(), read);
    return reads;
  }
}

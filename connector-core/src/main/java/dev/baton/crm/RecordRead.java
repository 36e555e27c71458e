package dev.baton.crm;

import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import java.time.Instant;

/** What reading a record back from the CRM gave. */
public sealed interface RecordRead {
  CrmRecord record();

  /**
   * The record is there.
   *
   * @param owner the CRM's owner id, empty where nobody owns it
   * @param changedAt when the CRM last changed it
   */
  record Present(CrmRecord record, LeadContent content, String owner, Instant changedAt)
      implements RecordRead {}

  /** The CRM does not have the record, or not any more. */
  record Absent(CrmRecord record) implements RecordRead {}
}

package dev.baton.crm;

import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import java.time.Instant;
import java.util.Optional;

/** What reading a record back from the CRM gave. */
public sealed interface RecordRead {
  CrmRecord record();

  /**
   * The record is there.
   *
   * @param owner the CRM's owner id, empty where nobody owns it
   * @param feedback how far the owner has come, as the CRM's fields say; empty where they say
   *     nothing
   * @param comment what stands in the field people write comments for Baton into
   * @param changedAt when the CRM last changed it
   */
  record Present(
      CrmRecord record,
      LeadContent content,
      String owner,
      Optional<Feedback> feedback,
      String comment,
      Instant changedAt)
      implements RecordRead {
    /** A record that says nothing of its progress. */
    public Present(CrmRecord record, LeadContent content, String owner, Instant changedAt) {
      this(record, content, owner, Optional.empty(), "", changedAt);
    }
  }

  /** The CRM does not have the record, or not any more. */
  record Absent(CrmRecord record) implements RecordRead {}
}

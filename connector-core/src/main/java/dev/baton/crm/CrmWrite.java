package dev.baton.crm;

import dev.baton.feedback.Feedback;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.util.Optional;

/**
 * Something Baton owes the CRM. Each carries the full desired value and may be delivered more than
 * once with the same effect (domain §11, "Out").
 */
public sealed interface CrmWrite {
  CrmRecord record();

  /**
   * A task that tells an agent about an offer. It holds nothing of the lead's person.
   *
   * @param offerKey names the offer; a second delivery with the same key creates no second task
   * @param owner the CRM's owner id of the agent
   * @param due when the offer ends
   * @param remindAt when the CRM reminds the agent of it
   * @param subject one line of plain text
   * @param facts plain text of several lines: what the agent may know before accepting
   * @param link the agent's offer page
   */
  record OfferTask(
      CrmRecord record,
      String offerKey,
      String owner,
      Instant due,
      Instant remindAt,
      String subject,
      String facts,
      String link)
      implements CrmWrite {}

  /**
   * Ticks off the task of an offer that has ended. Where the task was never created, there is
   * nothing to do.
   *
   * @param taskId the CRM's id of the task, where it is known
   * @param outcome one line of plain text, such as "Declined by Ann"
   * @param answeredInCrm whether the agent answered in the CRM, so that the answer field of the
   *     record has to be emptied for the next agent
   */
  record CloseTask(
      CrmRecord record,
      String offerKey,
      Optional<String> taskId,
      String outcome,
      boolean answeredInCrm)
      implements CrmWrite {}

  /** Makes somebody the owner of the record. */
  record SetOwner(CrmRecord record, String owner) implements CrmWrite {}

  /** Says how far the owner has come with the lead: all of it, whatever was said before. */
  record SetFeedback(CrmRecord record, Feedback feedback) implements CrmWrite {}

  /**
   * Adds a comment to the record, for people to read.
   *
   * @param key names the comment; a second delivery with the same key adds no second one
   * @param author who says it, as people know him
   */
  record AddComment(CrmRecord record, String key, String author, Instant at, String text)
      implements CrmWrite {}
}

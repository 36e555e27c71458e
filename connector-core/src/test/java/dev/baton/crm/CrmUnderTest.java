package dev.baton.crm;

import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A CRM a test can look into and make trouble with: what {@link CrmConnectorContract} needs. */
public interface CrmUnderTest extends AutoCloseable {
  CrmConnector connector();

  /** A user who can own records; answers the owner id. */
  String givenUser(String name, String email);

  void givenUserLeft(String owner);

  CrmRecord givenRecord(LeadContent content);

  /** The person behind a record, as far as the CRM has room for what is known of him. */
  default Contact asKept(Contact person) {
    return person;
  }

  void givenRecordDeleted(CrmRecord record);

  /** The owner id that stands in the record, empty where there is none. */
  String ownerOf(CrmRecord record);

  List<Task> tasksOf(CrmRecord record);

  /** The comments on the record as people read them, without how Baton knows them again. */
  List<String> commentsOf(CrmRecord record);

  /** Somebody fills in Baton's own fields of the record, all of them. */
  void setFeedbackByHand(CrmRecord record, Feedback feedback);

  /** Somebody writes into the field that comments for Baton are written into. */
  void setCommentByHand(CrmRecord record, String text);

  /** Somebody ticks the task off in the CRM. */
  void completeTask(String taskId);

  /** The next call does its work, but the connection breaks before the answer. */
  void loseNextAnswer();

  /** Every call is refused as one too many for that long. */
  void limitCalls(Duration wait);

  /** Every call fails as a CRM that is down, or no longer. */
  void beDown(boolean down);

  /** The record is locked by somebody else, for the next call on it. */
  void lock(CrmRecord record);

  /** A rule of the CRM's admin refuses every value written to the record. */
  void refuseValuesOf(CrmRecord record);

  /** The access token has ended early; a refresh helps. */
  void expireAccess();

  /** The authorisation was withdrawn; nothing helps but a person. */
  void withdrawAccess();

  @Override
  void close();

  /** A task as somebody sees it in the CRM. */
  record Task(
      String id, String owner, Instant due, String subject, String text, boolean completed) {}
}

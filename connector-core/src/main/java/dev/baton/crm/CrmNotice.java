package dev.baton.crm;

import java.time.Instant;
import java.util.List;

/**
 * Something the CRM told us. A hint, not a fact: notices come twice, late and in any order, so what
 * they speak of is read back before anything is done.
 */
public sealed interface CrmNotice {

  /**
   * A record was created; or it is so young that the CRM cannot tell its creation from a change.
   */
  record RecordCreated(String object, String id, Instant at) implements CrmNotice {}

  /**
   * A field of a record changed; whether it matters is told by reading the record back.
   *
   * @param property the CRM's name of the field
   */
  record RecordChanged(String object, String id, String property, Instant at)
      implements CrmNotice {}

  /** A record was deleted. */
  record RecordDeleted(String object, String id, Instant at) implements CrmNotice {}

  /** Records were merged into one, which may have a new id. */
  record RecordsMerged(String object, List<String> ids, String into, Instant at)
      implements CrmNotice {
    public RecordsMerged {
      ids = List.copyOf(ids);
    }
  }

  /**
   * A task changed, perhaps because an agent ticked it off.
   *
   * @param by the CRM's user id of who did it, empty where it is not told
   */
  record TaskChanged(String taskId, String by, Instant at) implements CrmNotice {}

  /**
   * An agent answered the current offer in the record itself.
   *
   * @param by the CRM's user id of who did it, empty where it is not told
   */
  record OfferAnswered(String object, String id, Answer answer, String by, Instant at)
      implements CrmNotice {}

  /**
   * An agent answered an offer in its task. The task names the offer, so the answer is to that one.
   *
   * @param by the CRM's user id of who did it, empty where it is not told
   */
  record TaskAnswered(String taskId, Answer answer, String by, Instant at) implements CrmNotice {}

  /** Understood, and none of Baton's business, such as another object or our own write. */
  record NotOurs(String why) implements CrmNotice {}

  /** Cannot be understood. */
  record Unreadable(String why) implements CrmNotice {}

  /** How an agent answers an offer in the CRM. */
  enum Answer {
    ACCEPT,
    DECLINE,
    ANOTHER_CHANCE
  }
}

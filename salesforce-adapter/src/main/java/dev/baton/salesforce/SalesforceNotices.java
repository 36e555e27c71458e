package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.CHANGED;
import static dev.baton.salesforce.SalesforceFields.CHANGED_BY;
import static dev.baton.salesforce.SalesforceFields.CREATED;
import static dev.baton.salesforce.SalesforceFields.ID;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;
import static dev.baton.salesforce.SalesforceFields.TASK;

import dev.baton.crm.CrmNotice;
import dev.baton.crm.CrmNotice.Answer;
import dev.baton.crm.CrmNotice.NotOurs;
import dev.baton.crm.CrmNotice.OfferAnswered;
import dev.baton.crm.CrmNotice.RecordChanged;
import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.TaskAnswered;
import dev.baton.crm.CrmNotice.TaskChanged;
import dev.baton.crm.CrmNotice.Unreadable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** What the notifications of outbound messages mean in Baton's words. */
final class SalesforceNotices {
  /** For so long Salesforce tries to deliver a message, whose values are those of each attempt. */
  private static final Duration DELIVERED_WITHIN = Duration.ofHours(24);

  private static final Map<String, Answer> ANSWERS =
      Map.of(
          "accept", Answer.ACCEPT,
          "decline", Answer.DECLINE,
          "another_chance", Answer.ANOTHER_CHANCE);

  private final String routed;

  SalesforceNotices(String routed) {
    this.routed = routed;
  }

  /**
   * What a notification means.
   *
   * @param ourUser the user Baton works as; empty where that is not known
   */
  CrmNotice of(SalesforceNotification notification, String ourUser) {
    boolean task = notification.object().equals(TASK);
    if (!task && !notification.object().equals(routed)) {
      return new NotOurs("A message about another kind of record");
    }
    Optional<String> id = id(notification.field(ID));
    if (id.isEmpty()) return new Unreadable("The notification names no record");
    Optional<Instant> at = instant(notification.field(CHANGED));
    if (at.isEmpty()) return new Unreadable("The notification has no SystemModstamp");
    String by = id(notification.field(CHANGED_BY)).orElse("");
    boolean ours = !by.isEmpty() && by.equals(ourUser);
    String answer = notification.field(OFFER_RESPONSE);
    if (task && ours) return new NotOurs("Baton itself changed the task");
    if (answer.isEmpty() || ours) {
      return task
          ? new TaskChanged(id.get(), by, at.get())
          : record(notification, id.get(), at.get());
    }
    Answer given = ANSWERS.get(answer);
    if (given == null) return new Unreadable("The answer is none an agent can give");
    return task
        ? new TaskAnswered(id.get(), given, by, at.get())
        : new OfferAnswered(routed, id.get(), given, by, at.get());
  }

  /**
   * Of Baton's own messages, those about new records alone carry the time of creation. One of an
   * admin's making may always carry it; then only a young record can be a new one, for a record
   * that is told of late may have been changed meanwhile.
   */
  private CrmNotice record(SalesforceNotification notification, String id, Instant changed) {
    boolean mayBeNew =
        instant(notification.field(CREATED))
            .filter(created -> !changed.isAfter(created.plus(DELIVERED_WITHIN)))
            .isPresent();
    return mayBeNew
        ? new RecordCreated(routed, id, changed)
        : new RecordChanged(routed, id, CHANGED, changed);
  }

  private static Optional<String> id(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(SalesforceId.parse(text).toString());
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }
}

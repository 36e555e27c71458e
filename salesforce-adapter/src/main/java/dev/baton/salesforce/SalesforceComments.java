package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.DESCRIPTION;
import static dev.baton.salesforce.SalesforceFields.OFFER_KEY;
import static dev.baton.salesforce.SalesforceFields.STATUS;
import static dev.baton.salesforce.SalesforceFields.SUBJECT;
import static dev.baton.salesforce.SalesforceFields.TASK;
import static dev.baton.salesforce.SalesforceFields.TASK_DUE;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceChange;
import dev.baton.salesforce.client.SalesforceSettings;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Comments as completed tasks, which Salesforce shows in a record's history of activities: one for
 * each, by the key that tells tasks of offers apart as well.
 */
final class SalesforceComments {
  private static final String KEY = "comment ";
  private static final int LONGEST_KEY = 64;

  private final SalesforceApi api;
  private final SalesforceZones zones;
  private final String closedStatus;

  SalesforceComments(SalesforceApi api, SalesforceZones zones, SalesforceSettings settings) {
    this.api = api;
    this.zones = zones;
    this.closedStatus = settings.closedTask();
  }

  /** Whether this is the key of a comment, and not that of an offer. */
  static boolean isKey(String key) {
    return key.startsWith(KEY);
  }

  void add(RoutedObject kind, AddComment comment) {
    var day = comment.at().atZone(zones.of("")).toLocalDate();
    api.upsert(
        OFFER_KEY,
        SalesforceChange.of(TASK)
            .put(OFFER_KEY, key(comment))
            .put(kind.taskLink(), comment.record().id())
            .put(SUBJECT, SalesforceTaskText.subject(comment))
            .put(DESCRIPTION, SalesforceTaskText.description(comment))
            .put(STATUS, closedStatus)
            .put(TASK_DUE, day));
  }

  /** A key that is longer than the field is made shorter, the same way each time. */
  private static String key(AddComment comment) {
    String key = KEY + comment.key();
    return key.length() <= LONGEST_KEY
        ? key
        : KEY + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }
}

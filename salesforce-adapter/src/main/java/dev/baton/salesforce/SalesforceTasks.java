package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.CLOSED;
import static dev.baton.salesforce.SalesforceFields.DESCRIPTION;
import static dev.baton.salesforce.SalesforceFields.ID;
import static dev.baton.salesforce.SalesforceFields.OFFER_KEY;
import static dev.baton.salesforce.SalesforceFields.OFFER_RESPONSE;
import static dev.baton.salesforce.SalesforceFields.OWNER;
import static dev.baton.salesforce.SalesforceFields.STATUS;
import static dev.baton.salesforce.SalesforceFields.SUBJECT;
import static dev.baton.salesforce.SalesforceFields.TASK;
import static dev.baton.salesforce.SalesforceFields.TASK_DUE;
import static dev.baton.salesforce.SalesforceFields.TASK_PRIORITY;
import static dev.baton.salesforce.SalesforceFields.TASK_REMINDER;
import static dev.baton.salesforce.SalesforceFields.TASK_REMINDER_SET;

import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.TaskRead;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceChange;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.client.SalesforceTrouble.Refused;
import dev.baton.salesforce.client.Soql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tasks that tell agents about offers. The offer's key is a unique field of its task, so one
 * offer is one task whatever breaks on the way.
 */
final class SalesforceTasks {
  /** An offer lasts two minutes at least, so the reminder never comes before the task. */
  private static final List<String> GONE =
      List.of("ENTITY_IS_DELETED", "INVALID_CROSS_REFERENCE_KEY");

  private final SalesforceApi api;
  private final SalesforceZones zones;
  private final String closedStatus;

  SalesforceTasks(SalesforceApi api, SalesforceZones zones, SalesforceSettings settings) {
    this.api = api;
    this.zones = zones;
    this.closedStatus = settings.closedTask();
  }

  /** Comments have keys as well, which are no offers' (see {@link SalesforceComments}). */
  TaskRead read(String taskId) {
    return find(ID, taskId)
        .filter(task -> !SalesforceComments.isKey(task.value(OFFER_KEY)))
        .<TaskRead>map(
            task -> new TaskRead.OfOffer(task.value(OFFER_KEY), task.value(CLOSED).equals("true")))
        .orElseGet(TaskRead.NotOurs::new);
  }

  /**
   * Creates the task of an offer and answers its id. A later attempt leaves the task of an earlier
   * one as it is, because the agent may have ticked it off meanwhile.
   */
  String offer(RoutedObject kind, OfferTask offer, int attempt) {
    Optional<SalesforceRow> earlier =
        attempt > 1 ? find(OFFER_KEY, offer.offerKey()) : Optional.empty();
    return earlier.map(SalesforceRow::id).orElseGet(() -> api.upsert(OFFER_KEY, task(kind, offer)));
  }

  /**
   * Ticks off the task of an offer, if there is one, and empties the answer that was given: in the
   * record first, since the next agent may be asked as soon as the task is closed. Answers what
   * kept anything from being written.
   */
  Optional<Refused> close(CloseTask close) {
    List<SalesforceChange> changes = new ArrayList<>();
    CrmRecord record = close.record();
    if (close.answeredInCrm()) {
      changes.add(SalesforceChange.of(record.object(), record.id()).empty(OFFER_RESPONSE));
    }
    find(OFFER_KEY, close.offerKey()).flatMap(task -> closing(task, close)).ifPresent(changes::add);
    if (changes.isEmpty()) return Optional.empty();
    List<Optional<Refused>> refused = api.update(changes.toArray(SalesforceChange[]::new));
    return refused.stream()
        .skip(
            close.answeredInCrm() && refused.getFirst().filter(SalesforceTasks::isGone).isPresent()
                ? 1
                : 0)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** With the record, its answer is gone as well. */
  private static boolean isGone(Refused refused) {
    return GONE.contains(refused.code());
  }

  private Optional<SalesforceChange> closing(SalesforceRow task, CloseTask close) {
    String before = task.value(DESCRIPTION);
    String description = SalesforceTaskText.withOutcome(before, close.outcome());
    boolean closed = task.value(CLOSED).equals("true");
    boolean answered = close.answeredInCrm() && !task.value(OFFER_RESPONSE).isEmpty();
    if (closed && !answered && description.equals(before)) return Optional.empty();
    SalesforceChange change =
        SalesforceChange.of(TASK, task.id())
            .put(STATUS, closedStatus)
            .put(DESCRIPTION, description);
    if (answered) change.empty(OFFER_RESPONSE);
    return Optional.of(change);
  }

  private SalesforceChange task(RoutedObject kind, OfferTask offer) {
    return SalesforceChange.of(TASK)
        .put(OFFER_KEY, offer.offerKey())
        .put(kind.taskLink(), offer.record().id())
        .put(OWNER, offer.owner())
        .put(SUBJECT, SalesforceTaskText.subject(offer))
        .put(DESCRIPTION, SalesforceTaskText.description(offer))
        .put(TASK_PRIORITY, "High")
        .put(TASK_DUE, offer.due().atZone(zones.of(offer.owner())).toLocalDate())
        .put(TASK_REMINDER, offer.remindAt())
        .put(TASK_REMINDER_SET, true);
  }

  private Optional<SalesforceRow> find(String field, String value) {
    String fields = String.join(", ", ID, OFFER_KEY, OFFER_RESPONSE, DESCRIPTION, CLOSED);
    String soql =
        "SELECT %s FROM %s WHERE %s = %s".formatted(fields, TASK, field, Soql.text(value));
    return api.query(soql).stream()
        .filter(task -> !task.value(OFFER_KEY).isEmpty())
        .filter(task -> task.value(field).equals(value))
        .findFirst();
  }
}

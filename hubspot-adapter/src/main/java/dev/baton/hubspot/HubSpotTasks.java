package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.LEADS;
import static dev.baton.hubspot.HubSpotFields.OWNER;
import static dev.baton.hubspot.HubSpotFields.TASKS;
import static dev.baton.hubspot.HubSpotFields.TASK_BODY;
import static dev.baton.hubspot.HubSpotFields.TASK_COMPLETED;
import static dev.baton.hubspot.HubSpotFields.TASK_DUE;
import static dev.baton.hubspot.HubSpotFields.TASK_PRIORITY;
import static dev.baton.hubspot.HubSpotFields.TASK_REMINDERS;
import static dev.baton.hubspot.HubSpotFields.TASK_STATUS;
import static dev.baton.hubspot.HubSpotFields.TASK_SUBJECT;
import static dev.baton.hubspot.HubSpotFields.TASK_TO_CONTACT;
import static dev.baton.hubspot.HubSpotFields.TASK_TYPE_FIELD;

import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.TaskRead;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotObjects.Associated;
import dev.baton.lead.CrmRecord;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks that tell agents about offers: one for each offer, found again by its key. */
final class HubSpotTasks {
  private static final List<String> READ = List.of(TASK_BODY, TASK_STATUS);
  private static final int BATCH = 100;

  /** An offer lasts two minutes at least, so the reminder never comes before the task. */
  private static final Duration REMINDED_BEFORE_END = Duration.ofMinutes(2);

  /** HubSpot counts ids upwards; an offer's task is one of the youngest. */
  private static final Comparator<String> NEWEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()).reversed();

  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;

  HubSpotTasks(HubSpotObjects objects, HubSpotAssociations associations) {
    this.objects = objects;
    this.associations = associations;
  }

  TaskRead read(String taskId) {
    return objects
        .get(TASKS, taskId, READ)
        .flatMap(
            task ->
                HubSpotTaskText.offerKey(task.property(TASK_BODY))
                    .<TaskRead>map(key -> new TaskRead.OfOffer(key, completed(task))))
        .orElseGet(TaskRead.NotOurs::new);
  }

  /** Creates the task of an offer and answers its id; looks first whether an earlier try did. */
  String offer(OfferTask offer, int attempt) {
    CrmRecord record = offer.record();
    Optional<String> contact = contactOf(record);
    Optional<HubSpotObject> earlier =
        attempt > 1 ? find(record, contact, offer.offerKey()) : Optional.empty();
    String task = earlier.map(HubSpotObject::id).orElseGet(() -> create(offer, contact));
    if (record.object().equals(LEADS)) associations.put(TASKS, task, LEADS, record.id());
    return task;
  }

  /** Ticks off the task of an offer; nothing to do where there is none. */
  void close(CloseTask close) {
    Optional<HubSpotObject> task =
        close.taskId().isPresent()
            ? objects.get(TASKS, close.taskId().get(), READ).filter(t -> isOf(t, close.offerKey()))
            : find(close.record(), contactOf(close.record()), close.offerKey());
    task.ifPresent(found -> tickOff(found, close.outcome()));
  }

  private void tickOff(HubSpotObject task, String outcome) {
    String before = task.property(TASK_BODY);
    String body = HubSpotTaskText.withOutcome(before, outcome);
    if (completed(task) && body.equals(before)) return;
    objects.patch(TASKS, task.id(), Map.of(TASK_STATUS, TASK_COMPLETED, TASK_BODY, body));
  }

  /**
   * A task that hangs on a contact from its first moment can be found again whatever breaks
   * afterwards, so a record of the leads object lends its contact for that (decision 0005).
   */
  private String create(OfferTask offer, Optional<String> contact) {
    long reminder = offer.due().minus(REMINDED_BEFORE_END).toEpochMilli();
    Map<String, String> task = new LinkedHashMap<>();
    task.put(TASK_DUE, Long.toString(offer.due().toEpochMilli()));
    task.put(TASK_SUBJECT, HubSpotTaskText.subject(offer));
    task.put(TASK_BODY, HubSpotTaskText.body(offer));
    task.put(TASK_STATUS, "NOT_STARTED");
    task.put(TASK_PRIORITY, "HIGH");
    task.put(TASK_TYPE_FIELD, "TODO");
    task.put(TASK_REMINDERS, Long.toString(reminder));
    task.put(OWNER, offer.owner());
    Associated[] with =
        contact.stream().map(id -> new Associated(id, TASK_TO_CONTACT)).toArray(Associated[]::new);
    return objects.create(TASKS, task, with).id();
  }

  /** Looks at the tasks of the record and, for a record of the leads object, of its contact. */
  private Optional<HubSpotObject> find(CrmRecord record, Optional<String> contact, String key) {
    Optional<HubSpotObject> found = find(record.object(), record.id(), key);
    return record.object().equals(CONTACTS)
        ? found
        : found.or(() -> contact.flatMap(id -> find(CONTACTS, id, key)));
  }

  private Optional<HubSpotObject> find(String object, String id, String key) {
    List<String> ids =
        associations.of(object, List.of(id), TASKS).getOrDefault(id, List.of()).stream()
            .filter(HubSpotConnector::isId)
            .distinct()
            .sorted(NEWEST_FIRST)
            .toList();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      Optional<HubSpotObject> found =
          objects.read(TASKS, batch, READ).stream().filter(t -> isOf(t, key)).findFirst();
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private Optional<String> contactOf(CrmRecord record) {
    if (record.object().equals(CONTACTS)) return Optional.of(record.id());
    return associations
        .of(LEADS, List.of(record.id()), CONTACTS)
        .getOrDefault(record.id(), List.of())
        .stream()
        .findFirst();
  }

  private static boolean isOf(HubSpotObject task, String key) {
    return HubSpotTaskText.offerKey(task.property(TASK_BODY)).equals(Optional.of(key));
  }

  private static boolean completed(HubSpotObject task) {
    return task.property(TASK_STATUS).equals(TASK_COMPLETED);
  }
}

package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.OWNER;
import static dev.baton.hubspot.HubSpotFields.TASKS;
import static dev.baton.hubspot.HubSpotFields.TASK_BODY;
import static dev.baton.hubspot.HubSpotFields.TASK_COMPLETED;
import static dev.baton.hubspot.HubSpotFields.TASK_DUE;
import static dev.baton.hubspot.HubSpotFields.TASK_PRIORITY;
import static dev.baton.hubspot.HubSpotFields.TASK_REMINDERS;
import static dev.baton.hubspot.HubSpotFields.TASK_STATUS;
import static dev.baton.hubspot.HubSpotFields.TASK_SUBJECT;
import static dev.baton.hubspot.HubSpotFields.TASK_TYPE_FIELD;

import dev.baton.crm.CrmWrite.CloseTask;
import dev.baton.crm.CrmWrite.OfferTask;
import dev.baton.crm.TaskRead;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.lead.CrmRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tasks that tell agents about offers: one for each offer, found again by its key. */
final class HubSpotTasks {
  private static final List<String> READ = List.of(TASK_BODY, TASK_STATUS);

  /** An offer lasts two minutes at least, so the reminder never comes before the task. */
  private final HubSpotObjects objects;

  private final HubSpotActivities tasks;

  HubSpotTasks(HubSpotObjects objects, HubSpotAssociations associations) {
    this.objects = objects;
    this.tasks = new HubSpotActivities(objects, associations, TASKS);
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
    Optional<HubSpotObject> earlier =
        attempt > 1 ? find(offer.record(), offer.offerKey()) : Optional.empty();
    if (earlier.isEmpty()) return tasks.create(offer.record(), properties(offer));
    tasks.hangOn(offer.record(), earlier.get().id());
    return earlier.get().id();
  }

  /** Ticks off the task of an offer; nothing to do where there is none. */
  void close(CloseTask close) {
    Optional<HubSpotObject> task =
        close.taskId().isPresent()
            ? objects.get(TASKS, close.taskId().get(), READ).filter(t -> isOf(t, close.offerKey()))
            : find(close.record(), close.offerKey());
    task.ifPresent(found -> tickOff(found, close.outcome()));
  }

  private void tickOff(HubSpotObject task, String outcome) {
    String before = task.property(TASK_BODY);
    String body = HubSpotTaskText.withOutcome(before, outcome);
    if (completed(task) && body.equals(before)) return;
    objects.patch(TASKS, task.id(), Map.of(TASK_STATUS, TASK_COMPLETED, TASK_BODY, body));
  }

  private static Map<String, String> properties(OfferTask offer) {
    long reminder = offer.remindAt().toEpochMilli();
    Map<String, String> task = new LinkedHashMap<>();
    task.put(TASK_DUE, Long.toString(offer.due().toEpochMilli()));
    task.put(TASK_SUBJECT, HubSpotTaskText.subject(offer));
    task.put(TASK_BODY, HubSpotTaskText.body(offer));
    task.put(TASK_STATUS, "NOT_STARTED");
    task.put(TASK_PRIORITY, "HIGH");
    task.put(TASK_TYPE_FIELD, "TODO");
    task.put(TASK_REMINDERS, Long.toString(reminder));
    task.put(OWNER, offer.owner());
    return task;
  }

  private Optional<HubSpotObject> find(CrmRecord record, String key) {
    return tasks.find(record, READ, task -> isOf(task, key));
  }

  private static boolean isOf(HubSpotObject task, String key) {
    return HubSpotTaskText.offerKey(task.property(TASK_BODY)).equals(Optional.of(key));
  }

  private static boolean completed(HubSpotObject task) {
    return task.property(TASK_STATUS).equals(TASK_COMPLETED);
  }
}

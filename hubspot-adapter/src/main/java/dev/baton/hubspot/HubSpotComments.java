package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.NOTES;
import static dev.baton.hubspot.HubSpotFields.NOTE_BODY;
import static dev.baton.hubspot.HubSpotFields.NOTE_TIME;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.WriteResult;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.lead.CrmRecord;
import java.util.List;
import java.util.Map;

/** Comments as notes on the record: one for each, found again by its key as tasks are. */
final class HubSpotComments {
  private static final int BATCH = 100;

  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;

  HubSpotComments(HubSpotObjects objects, HubSpotAssociations associations) {
    this.objects = objects;
    this.associations = associations;
  }

  /** Adds the note; looks first whether an earlier try did. */
  WriteResult add(AddComment comment, int attempt) {
    if (attempt > 1 && exists(comment)) return WriteResult.written();
    Map<String, String> note =
        Map.of(
            NOTE_TIME, Long.toString(comment.at().toEpochMilli()),
            NOTE_BODY, HubSpotTaskText.note(comment));
    String id = objects.create(NOTES, note).id();
    CrmRecord record = comment.record();
    associations.put(NOTES, id, record.object(), record.id());
    return WriteResult.written();
  }

  private boolean exists(AddComment comment) {
    CrmRecord record = comment.record();
    List<String> ids =
        associations
            .of(record.object(), List.of(record.id()), NOTES)
            .getOrDefault(record.id(), List.of());
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      if (objects.read(NOTES, batch, List.of(NOTE_BODY)).stream()
          .anyMatch(n -> HubSpotTaskText.isNote(n.property(NOTE_BODY), comment.key()))) {
        return true;
      }
    }
    return false;
  }
}

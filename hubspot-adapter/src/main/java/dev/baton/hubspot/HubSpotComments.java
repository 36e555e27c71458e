package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.NOTES;
import static dev.baton.hubspot.HubSpotFields.NOTE_BODY;
import static dev.baton.hubspot.HubSpotFields.NOTE_TIME;

import dev.baton.crm.CrmWrite.AddComment;
import dev.baton.crm.WriteResult;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comments as notes on the record: one for each, found again by its key as tasks are. */
final class HubSpotComments {
  private final HubSpotActivities notes;

  HubSpotComments(HubSpotObjects objects, HubSpotAssociations associations) {
    this.notes = new HubSpotActivities(objects, associations, NOTES);
  }

  /** Adds the note; looks first whether an earlier try did. */
  WriteResult add(AddComment comment, int attempt) {
    Optional<HubSpotObject> earlier = attempt > 1 ? find(comment) : Optional.empty();
    earlier.ifPresentOrElse(
        note -> notes.hangOn(comment.record(), note.id()), () -> create(comment));
    return WriteResult.written();
  }

  private void create(AddComment comment) {
    notes.create(
        comment.record(),
        Map.of(
            NOTE_TIME, Long.toString(comment.at().toEpochMilli()),
            NOTE_BODY, HubSpotTaskText.note(comment)));
  }

  private Optional<HubSpotObject> find(AddComment comment) {
    return notes.find(
        comment.record(),
        List.of(NOTE_BODY),
        note -> HubSpotTaskText.isNote(note.property(NOTE_BODY), comment.key()));
  }
}

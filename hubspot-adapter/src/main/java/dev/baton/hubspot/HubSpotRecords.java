package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.COMMENT;
import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.OWNER;

import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads records back: all contacts in one call; records of another kind in three, with the contacts
 * they belong to. One more call tells who spoke last where that is in question.
 */
final class HubSpotRecords {
  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;
  private final HubSpotFields fields;
  private final HubSpotFeedback feedback;

  HubSpotRecords(
      HubSpotObjects objects,
      HubSpotAssociations associations,
      HubSpotFields fields,
      HubSpotFeedback feedback) {
    this.objects = objects;
    this.associations = associations;
    this.fields = fields;
    this.feedback = feedback;
  }

  /** One answer for each record asked, in the order asked. */
  List<RecordRead> read(List<CrmRecord> asked) {
    Map<CrmRecord, RecordRead> found = new HashMap<>();
    for (RoutedObject kind : RoutedObject.values()) read(kind, of(kind, asked), found);
    return asked.stream()
        .map(record -> Optional.ofNullable(found.get(record)).orElseGet(() -> new Absent(record)))
        .toList();
  }

  private static Map<String, CrmRecord> of(RoutedObject kind, List<CrmRecord> asked) {
    Map<String, CrmRecord> byId = new LinkedHashMap<>();
    asked.stream()
        .filter(record -> record.object().equals(kind.object()))
        .filter(record -> HubSpotConnector.isId(record.id()))
        .forEach(record -> byId.put(record.id(), record));
    return byId;
  }

  private void read(
      RoutedObject kind, Map<String, CrmRecord> asked, Map<CrmRecord, RecordRead> found) {
    if (asked.isEmpty()) return;
    Set<String> names = new LinkedHashSet<>(fields.of(kind));
    names.addAll(feedback.properties(kind));
    Map<String, HubSpotObject> records =
        byId(objects.read(kind.object(), asked.keySet(), List.copyOf(names)));
    records.keySet().retainAll(asked.keySet());
    Map<String, HubSpotObject> persons = personsOf(kind, records);
    Set<String> statusSpokeLast = statusSpokeLast(kind, records);
    asked.forEach(
        (id, record) ->
            Optional.ofNullable(records.get(id))
                .map(
                    read ->
                        new Present(
                            record,
                            fields.content(kind, read, Optional.ofNullable(persons.get(id))),
                            read.property(OWNER),
                            feedback.of(kind, read, statusSpokeLast.contains(id)),
                            read.property(COMMENT),
                            read.updatedAt().orElse(Instant.EPOCH)))
                .ifPresent(present -> found.put(record, present)));
  }

  /** The contact each record belongs to; a contact is its own. */
  private Map<String, HubSpotObject> personsOf(
      RoutedObject kind, Map<String, HubSpotObject> records) {
    if (kind == RoutedObject.CONTACTS || records.isEmpty()) return records;
    Map<String, String> contactOf = new HashMap<>();
    associations
        .of(kind.object(), records.keySet(), CONTACTS)
        .forEach(
            (id, ids) -> ids.stream().findFirst().ifPresent(first -> contactOf.put(id, first)));
    Map<String, HubSpotObject> contacts = contacts(new TreeSet<>(contactOf.values()));
    Map<String, HubSpotObject> persons = new HashMap<>();
    contactOf.forEach(
        (id, contact) ->
            Optional.ofNullable(contacts.get(contact)).ifPresent(read -> persons.put(id, read)));
    return persons;
  }

  private Map<String, HubSpotObject> contacts(Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : byId(objects.read(CONTACTS, ids, fields.ofPerson()));
  }

  private Set<String> statusSpokeLast(RoutedObject kind, Map<String, HubSpotObject> records) {
    List<String> disputed = new ArrayList<>();
    records.forEach(
        (id, record) -> {
          if (feedback.disputed(kind, record)) disputed.add(id);
        });
    return objects.changedAt(kind.object(), disputed, feedback.speaking(kind)).entrySet().stream()
        .filter(record -> feedback.statusSpokeLast(kind, record.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Map<String, HubSpotObject> byId(List<HubSpotObject> objects) {
    return objects.stream()
        .collect(Collectors.toMap(HubSpotObject::id, o -> o, (a, b) -> b, LinkedHashMap::new));
  }
}

package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.LEADS;
import static dev.baton.hubspot.HubSpotFields.OWNER;

import dev.baton.crm.RecordRead;
import dev.baton.crm.RecordRead.Absent;
import dev.baton.crm.RecordRead.Present;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads records back: all contacts in one call; records of the leads object in three. */
final class HubSpotRecords {
  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;
  private final HubSpotFields fields;

  HubSpotRecords(HubSpotObjects objects, HubSpotAssociations associations, HubSpotFields fields) {
    this.objects = objects;
    this.associations = associations;
    this.fields = fields;
  }

  /** One answer for each record asked, in the order asked. */
  List<RecordRead> read(List<CrmRecord> asked) {
    Map<CrmRecord, RecordRead> found = new HashMap<>();
    readContacts(of(CONTACTS, asked), found);
    readLeads(of(LEADS, asked), found);
    return asked.stream()
        .map(record -> Optional.ofNullable(found.get(record)).orElseGet(() -> new Absent(record)))
        .toList();
  }

  private static Map<String, CrmRecord> of(String object, List<CrmRecord> asked) {
    Map<String, CrmRecord> byId = new LinkedHashMap<>();
    asked.stream()
        .filter(record -> record.object().equals(object) && HubSpotConnector.isId(record.id()))
        .forEach(record -> byId.put(record.id(), record));
    return byId;
  }

  private void readContacts(Map<String, CrmRecord> asked, Map<CrmRecord, RecordRead> found) {
    contacts(asked.keySet())
        .forEach(
            (id, contact) -> {
              CrmRecord record = asked.get(id);
              if (record != null) {
                found.put(record, present(record, contact, fields.content(contact)));
              }
            });
  }

  private void readLeads(Map<String, CrmRecord> asked, Map<CrmRecord, RecordRead> found) {
    if (asked.isEmpty()) return;
    Map<String, HubSpotObject> leads = byId(objects.read(LEADS, asked.keySet(), fields.ofLead()));
    leads.keySet().retainAll(asked.keySet());
    Map<String, String> contactOf = contactsOf(leads.keySet());
    Map<String, HubSpotObject> contacts = contacts(new TreeSet<>(contactOf.values()));
    leads.forEach(
        (id, lead) -> {
          CrmRecord record = asked.get(id);
          Optional<HubSpotObject> contact =
              Optional.ofNullable(contactOf.get(id))
                  .flatMap(of -> Optional.ofNullable(contacts.get(of)));
          if (record != null) {
            found.put(record, present(record, lead, fields.content(lead, contact)));
          }
        });
  }

  private Map<String, String> contactsOf(Set<String> leads) {
    Map<String, String> first = new HashMap<>();
    if (leads.isEmpty()) return first;
    associations
        .of(LEADS, leads, CONTACTS)
        .forEach(
            (lead, contacts) -> contacts.stream().findFirst().ifPresent(c -> first.put(lead, c)));
    return first;
  }

  private Map<String, HubSpotObject> contacts(Collection<String> ids) {
    return ids.isEmpty() ? Map.of() : byId(objects.read(CONTACTS, ids, fields.ofContact()));
  }

  private static Map<String, HubSpotObject> byId(List<HubSpotObject> objects) {
    return objects.stream()
        .collect(Collectors.toMap(HubSpotObject::id, o -> o, (a, b) -> b, LinkedHashMap::new));
  }

  private static Present present(CrmRecord record, HubSpotObject object, LeadContent content) {
    Instant changed = object.updatedAt().orElse(Instant.EPOCH);
    return new Present(record, content, object.property(OWNER), changed);
  }
}

package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.EMAIL;
import static dev.baton.hubspot.HubSpotFields.FIRST_NAME;
import static dev.baton.hubspot.HubSpotFields.LAST_NAME;
import static dev.baton.hubspot.HubSpotFields.MESSAGE;

import dev.baton.company.ConnectionId;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotObjects.Associated;
import dev.baton.hubspot.client.HubSpotPipelines;
import dev.baton.hubspot.client.HubSpotPipelines.Stage;
import dev.baton.lead.CrmRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Leads to try things out with. Only what is plainly one of them is ever deleted. */
final class HubSpotTestLeads {
  private static final String NAME = "Baton test ";
  private static final String WORDS = "Made by Baton to try things out. It may be deleted.";

  private final ConnectionId connection;
  private final RoutedObject kind;
  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;
  private final HubSpotPipelines pipelines;

  HubSpotTestLeads(
      ConnectionId connection,
      RoutedObject kind,
      HubSpotObjects objects,
      HubSpotAssociations associations,
      HubSpotPipelines pipelines) {
    this.connection = connection;
    this.kind = kind;
    this.objects = objects;
    this.associations = associations;
    this.pipelines = pipelines;
  }

  /** Creates a contact, and a record of another kind for it where one is routed. */
  CrmRecord create(String key, String words) {
    String said = (WORDS + " " + words).strip();
    String contact = objects.create(CONTACTS, contact(key, said)).id();
    if (kind == RoutedObject.CONTACTS) return record(contact);
    try {
      var with = new Associated(contact, kind.ties().contact());
      return record(objects.create(kind.object(), properties(key, said), with).id());
    } catch (HubSpotFault fault) {
      objects.archive(CONTACTS, contact);
      throw fault;
    }
  }

  /** Deletes the record and its contact, as far as they are tests. */
  void delete(CrmRecord record) {
    List<String> contacts =
        kind == RoutedObject.CONTACTS
            ? List.of()
            : associations
                .of(kind.object(), List.of(record.id()), CONTACTS)
                .getOrDefault(record.id(), List.of());
    deleteTest(kind.object(), record.id());
    contacts.forEach(id -> deleteTest(CONTACTS, id));
  }

  private void deleteTest(String object, String id) {
    String name = object.equals(CONTACTS) ? LAST_NAME : kind.words().subject();
    objects
        .get(object, id, List.of(name))
        .filter(read -> read.property(name).startsWith(NAME))
        .ifPresent(test -> objects.archive(object, id));
  }

  private static Map<String, String> contact(String key, String said) {
    String address = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return Map.of(
        FIRST_NAME,
        "Test",
        LAST_NAME,
        NAME + key,
        EMAIL,
        "baton-test-" + address + "@example.com",
        MESSAGE,
        said);
  }

  /** Tickets and deals begin somewhere in a pipeline; a lead is put into one by HubSpot. */
  private Map<String, String> properties(String key, String said) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(kind.words().subject(), NAME + key);
    if (kind.words().body().isEmpty()) return properties;
    properties.put(kind.words().body(), said);
    List<Stage> stages = pipelines.stages(kind.object());
    if (!stages.isEmpty()) {
      properties.put(kind.progress().pipeline(), stages.getFirst().pipeline());
      properties.put(kind.statusProperty(), stages.getFirst().id());
    }
    return properties;
  }

  private CrmRecord record(String id) {
    return new CrmRecord(connection, kind.object(), id);
  }
}

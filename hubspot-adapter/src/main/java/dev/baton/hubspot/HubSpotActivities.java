package dev.baton.hubspot;

import static dev.baton.hubspot.HubSpotFields.CONTACTS;
import static dev.baton.hubspot.HubSpotFields.NOTES;

import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotObjects.Associated;
import dev.baton.lead.CrmRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tasks or the notes that hang on records. Each hangs on something from its first moment, so
 * that it can be found again whatever breaks afterwards (decision 0005): on its record, or where
 * HubSpot has no number for that, on the contact of the record, which lends itself.
 */
final class HubSpotActivities {
  private static final int BATCH = 100;

  /** HubSpot counts ids upwards; what is looked for is one of the youngest. */
  private static final Comparator<String> NEWEST_FIRST =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()).reversed();

  private final HubSpotObjects objects;
  private final HubSpotAssociations associations;
  private final String type;

  /**
   * @param type {@code tasks} or {@code notes}
   */
  HubSpotActivities(HubSpotObjects objects, HubSpotAssociations associations, String type) {
    this.objects = objects;
    this.associations = associations;
    this.type = type;
  }

  /** Creates one on the record and answers its id. */
  String create(CrmRecord record, Map<String, String> properties) {
    Associated[] with =
        number(record) > 0
            ? new Associated[] {new Associated(record.id(), number(record))}
            : lender(record).stream()
                .map(contact -> new Associated(contact, numberOf(RoutedObject.CONTACTS)))
                .toArray(Associated[]::new);
    String id = objects.create(type, properties, with).id();
    hangOn(record, id);
    return id;
  }

  /** Hangs one that was found on the record itself; again makes no difference. */
  void hangOn(CrmRecord record, String id) {
    if (number(record) == 0) associations.put(type, id, record.object(), record.id());
  }

  /** The youngest that fits, on the record or on the contact that lent itself. */
  Optional<HubSpotObject> find(
      CrmRecord record, List<String> properties, Predicate<HubSpotObject> which) {
    Optional<HubSpotObject> found = find(record.object(), record.id(), properties, which);
    return number(record) > 0
        ? found
        : found.or(
            () -> lender(record).flatMap(contact -> find(CONTACTS, contact, properties, which)));
  }

  private Optional<HubSpotObject> find(
      String object, String id, List<String> properties, Predicate<HubSpotObject> which) {
    List<String> ids =
        associations.of(object, List.of(id), type).getOrDefault(id, List.of()).stream()
            .filter(HubSpotConnector::isId)
            .distinct()
            .sorted(NEWEST_FIRST)
            .toList();
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<String> batch = ids.subList(from, Math.min(ids.size(), from + BATCH));
      Optional<HubSpotObject> found =
          objects.read(type, batch, properties).stream().filter(which).findFirst();
      if (found.isPresent()) return found;
    }
    return Optional.empty();
  }

  private Optional<String> lender(CrmRecord record) {
    return associations
        .of(record.object(), List.of(record.id()), CONTACTS)
        .getOrDefault(record.id(), List.of())
        .stream()
        .findFirst();
  }

  private int number(CrmRecord record) {
    return numberOf(RoutedObject.of(record.object()));
  }

  private int numberOf(RoutedObject kind) {
    return type.equals(NOTES) ? kind.ties().note() : kind.ties().task();
  }
}

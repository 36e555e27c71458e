package dev.baton.hubspot;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount.Changed;
import dev.baton.crm.CrmAccount.Changes;
import dev.baton.hubspot.client.HubSpotObject;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotPage;
import dev.baton.hubspot.client.HubSpotSearch;
import dev.baton.hubspot.client.HubSpotSearch.Condition;
import dev.baton.lead.CrmRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What has changed since a time, by HubSpot's search. Each page begins where the one before ended,
 * by time and not by count: HubSpot ends a search after 10,000 results, and a record that changes
 * meanwhile would move all others by one. Records that changed in the same millisecond stay on one
 * page, or, where there are more than it holds, are told by their ids.
 */
final class HubSpotChanges {
  private static final int PAGE = 200;
  private static final String ID = "hs_object_id";

  private final ConnectionId connection;
  private final HubSpotObjects objects;
  private final RoutedObject kind;

  HubSpotChanges(ConnectionId connection, HubSpotObjects objects, RoutedObject kind) {
    this.connection = connection;
    this.objects = objects;
    this.kind = kind;
  }

  /** One page. Search runs behind, so who catches up begins a minute earlier than needed. */
  Changes since(Instant since, Optional<String> page) {
    Place place =
        page.map(Place::read).orElseGet(() -> new Place(since.toEpochMilli(), Optional.empty()));
    return place.afterId().isPresent()
        ? tied(place.millis(), place.afterId().get())
        : inOrderOfTime(place.millis());
  }

  private Changes inOrderOfTime(long from) {
    HubSpotPage<HubSpotObject> found =
        search(kind.times().changed(), List.of(changed("GTE", from)));
    List<Changed> all = found.items().stream().map(this::changed).toList();
    if (found.after().isEmpty() || all.isEmpty()) return new Changes(all, Optional.empty());
    Instant first = all.getFirst().changedAt();
    Instant last = all.getLast().changedAt();
    if (first.equals(last)) {
      return new Changes(List.of(), Optional.of(new Place(first.toEpochMilli(), "0").text()));
    }
    List<Changed> whole = all.stream().filter(c -> c.changedAt().isBefore(last)).toList();
    return new Changes(whole, Optional.of(new Place(last.toEpochMilli(), "").text()));
  }

  private Changes tied(long at, String afterId) {
    List<Condition> conditions =
        List.of(changed("GTE", at), changed("LTE", at), new Condition(ID, "GT", afterId));
    HubSpotPage<HubSpotObject> found = search(ID, conditions);
    Place next =
        found.after().isEmpty() || found.items().isEmpty()
            ? new Place(at + 1, "")
            : new Place(at, found.items().getLast().id());
    return new Changes(
        found.items().stream().map(this::changed).toList(), Optional.of(next.text()));
  }

  private HubSpotPage<HubSpotObject> search(String orderedBy, List<Condition> conditions) {
    List<String> times = List.of(kind.times().created(), kind.times().changed());
    return objects.search(kind.object(), new HubSpotSearch(conditions, orderedBy, times, PAGE, ""));
  }

  private Condition changed(String operator, long millis) {
    return new Condition(kind.times().changed(), operator, Long.toString(millis));
  }

  private Changed changed(HubSpotObject object) {
    Instant changed =
        object.moment(kind.times().changed()).or(object::updatedAt).orElse(Instant.EPOCH);
    return new Changed(
        new CrmRecord(connection, kind.object(), object.id()),
        object.moment(kind.times().created()).orElse(changed),
        changed);
  }

  /**
   * Where a page begins.
   *
   * @param millis the earliest change on it
   * @param afterId where all of it changed at that time, the last id of the page before
   */
  private record Place(long millis, Optional<String> afterId) {
    Place(long millis, String afterId) {
      this(millis, Optional.of(afterId).filter(id -> !id.isEmpty()));
    }

    static Place read(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 2 || !parts[0].matches("-?\\d{1,18}") || !parts[1].matches("\\d*")) {
        throw new IllegalArgumentException("Not a page of changes: " + text);
      }
      return new Place(Long.parseLong(parts[0]), parts[1]);
    }

    String text() {
      return millis + ":" + afterId.orElse("");
    }
  }
}

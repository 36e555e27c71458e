package dev.baton.salesforce;

import static dev.baton.salesforce.SalesforceFields.CHANGED;
import static dev.baton.salesforce.SalesforceFields.CREATED;
import static dev.baton.salesforce.SalesforceFields.ID;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount.Changed;
import dev.baton.crm.CrmAccount.Changes;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.Soql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has changed since a time, by SystemModstamp. Each page begins behind the last record of the
 * one before, by time and id, and not by a cursor of Salesforce's, which ends after days or when
 * others use theirs: so a page can be asked for after a restart, and records that a mass update has
 * given one time are neither lost nor told twice.
 */
final class SalesforceChanges {
  private static final int PAGE = 200;

  private final ConnectionId connection;
  private final SalesforceApi api;
  private final RoutedObject kind;

  SalesforceChanges(ConnectionId connection, SalesforceApi api, RoutedObject kind) {
    this.connection = connection;
    this.api = api;
    this.kind = kind;
  }

  Changes since(Instant since, Optional<String> page) {
    List<SalesforceRow> rows =
        page.map(Place::read)
            .map(this::behind)
            .orElseGet(() -> found(CHANGED + " >= " + Soql.time(since), PAGE));
    Optional<String> next =
        rows.size() < PAGE ? Optional.empty() : Optional.of(Place.of(rows.getLast()).text());
    return new Changes(rows.stream().map(this::changed).toList(), next);
  }

  /** First what has the same time and a higher id, then what has a later time. */
  private List<SalesforceRow> behind(Place place) {
    String at = Soql.time(place.at());
    var rows =
        new ArrayList<>(
            found("%s = %s AND Id > %s".formatted(CHANGED, at, Soql.text(place.id())), PAGE));
    if (rows.size() < PAGE) {
      rows.addAll(found(CHANGED + " > " + at, PAGE - rows.size()));
    }
    return rows;
  }

  private List<SalesforceRow> found(String condition, int most) {
    return api.query(
        "SELECT %s, %s, %s FROM %s WHERE %s ORDER BY %s ASC, Id ASC LIMIT %d"
            .formatted(ID, CREATED, CHANGED, kind.object(), condition, CHANGED, most));
  }

  private Changed changed(SalesforceRow row) {
    return new Changed(
        new CrmRecord(connection, kind.object(), row.id()),
        SalesforceRecords.time(row.value(CREATED)),
        SalesforceRecords.time(row.value(CHANGED)));
  }

  /** The last record of a page. */
  private record Place(Instant at, String id) {
    static Place of(SalesforceRow row) {
      return new Place(SalesforceRecords.time(row.value(CHANGED)), row.id());
    }

    static Place read(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 2
          || !parts[0].matches("-?\\d{1,18}")
          || SalesforceRecords.fullId(parts[1]).isEmpty()) {
        throw new IllegalArgumentException("Not a page of changes: " + text);
      }
      return new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
    }

    String text() {
      return at.toEpochMilli() + ":" + id;
    }
  }
}

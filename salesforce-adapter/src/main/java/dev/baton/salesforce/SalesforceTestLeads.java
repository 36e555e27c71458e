package dev.baton.salesforce;

import dev.baton.company.ConnectionId;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceChange;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceRow;
import dev.baton.salesforce.client.Soql;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** Leads to try things out with. Only what is plainly one of them is ever deleted. */
final class SalesforceTestLeads {
  private static final String NAME = "Baton test ";
  private static final String WORDS = "Made by Baton to try things out. It may be deleted.";

  private final ConnectionId connection;
  private final RoutedObject kind;
  private final SalesforceApi api;
  private final InstantSource clock;

  SalesforceTestLeads(
      ConnectionId connection, RoutedObject kind, SalesforceApi api, InstantSource clock) {
    this.connection = connection;
    this.kind = kind;
    this.api = api;
    this.clock = clock;
  }

  /** Creates one with what Salesforce asks of every record of its kind. */
  CrmRecord create(String key, String words) {
    var test = kind.test();
    SalesforceChange change =
        SalesforceChange.of(kind.object())
            .put(test.name(), NAME + key)
            .put(kind.words().body(), (WORDS + " " + words).strip());
    test.further().forEach(change::put);
    if (!test.closeDate().isEmpty()) {
      change.put(
          test.closeDate(), clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusMonths(1));
    }
    return new CrmRecord(connection, kind.object(), api.create(change));
  }

  void delete(CrmRecord record) {
    String name = kind.test().name();
    Optional<SalesforceRow> test =
        SalesforceRecords.fullId(record.id())
            .flatMap(
                id ->
                    api
                        .query(
                            "SELECT Id, %s FROM %s WHERE Id = %s"
                                .formatted(name, kind.object(), Soql.text(id)))
                        .stream()
                        .findFirst())
            .filter(row -> row.value(name).startsWith(NAME));
    try {
      test.ifPresent(row -> api.delete(row.id()));
    } catch (SalesforceFault fault) {
      if (!fault.refusedWith("ENTITY_IS_DELETED")) throw fault;
    }
  }
}

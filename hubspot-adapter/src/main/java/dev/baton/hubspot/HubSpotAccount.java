package dev.baton.hubspot;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.hubspot.client.HubSpotApi;
import dev.baton.hubspot.client.HubSpotAssociations;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotObjects;
import dev.baton.hubspot.client.HubSpotPipelines;
import dev.baton.hubspot.client.HubSpotProperties;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.lead.CrmRecord;
import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is asked of a HubSpot account besides routing; {@link HubSpotConnector#account} opens it.
 */
final class HubSpotAccount implements CrmAccount {
  private final RoutedObject kind;
  private final HubSpotOwnFields ownFields;
  private final HubSpotCheck check;
  private final HubSpotChanges changes;
  private final HubSpotTestLeads testLeads;

  HubSpotAccount(
      ConnectionId connection,
      HubSpotSettings settings,
      HubSpotApi api,
      HubSpotScopes scopes,
      Supplier<? extends Collection<String>> tags) {
    this.kind = RoutedObject.of(settings.object());
    var objects = new HubSpotObjects(api);
    this.ownFields = new HubSpotOwnFields(kind, new HubSpotProperties(api), tags);
    this.check = new HubSpotCheck(settings, api, scopes, ownFields);
    this.changes = new HubSpotChanges(connection, objects, kind);
    this.testLeads =
        new HubSpotTestLeads(
            connection, kind, objects, new HubSpotAssociations(api), new HubSpotPipelines(api));
  }

  @Override
  public List<Finding> check() {
    return check.findings();
  }

  @Override
  public List<Finding> prepare() {
    try {
      return ownFields.create();
    } catch (HubSpotFault fault) {
      return List.of(HubSpotAdvice.of("Baton's own fields", fault));
    }
  }

  @Override
  public Changes changedSince(Instant since, Optional<String> page) {
    return HubSpotConnector.asking(() -> changes.since(since, page));
  }

  @Override
  public CrmRecord createTestLead(String key, String words) {
    return HubSpotConnector.asking(() -> testLeads.create(key, words));
  }

  @Override
  public void deleteTestLead(CrmRecord record) {
    HubSpotConnector.asking(
        () -> {
          testLeads.delete(record);
          return record;
        });
  }

  @Override
  public List<String> whenNothingIsTold(URI webhook) {
    return HubSpotAdvice.whenNothingIsTold(webhook, kind);
  }
}

package dev.baton.salesforce;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmUnavailable;
import dev.baton.lead.CrmRecord;
import dev.baton.salesforce.client.SalesforceApi;
import dev.baton.salesforce.client.SalesforceSettings;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of a Salesforce org besides routing; {@link SalesforceConnector#account} opens it.
 */
final class SalesforceAccount implements CrmAccount {
  private final RoutedObject kind;
  private final SalesforceCheck check;
  private final SalesforceChanges changes;
  private final SalesforceTestLeads testLeads;

  SalesforceAccount(
      ConnectionId connection,
      SalesforceSettings settings,
      SalesforceApi api,
      InstantSource clock) {
    this.kind = RoutedObject.of(settings.object());
    this.check = new SalesforceCheck(settings, api);
    this.changes = new SalesforceChanges(connection, api, kind);
    this.testLeads = new SalesforceTestLeads(connection, kind, api, clock);
  }

  @Override
  public List<Finding> check() {
    return check.findings();
  }

  /**
   * Only looks: making fields through the API takes the right to change everything's metadata,
   * which is too much for a user who routes leads. They come with the package.
   */
  @Override
  public List<Finding> prepare() {
    return check.installed();
  }

  @Override
  public Changes changedSince(Instant since, Optional<String> page) {
    return SalesforceConnector.asking(() -> changes.since(since, page));
  }

  @Override
  public CrmRecord createTestLead(String key, String words) {
    try {
      return SalesforceConnector.asking(() -> testLeads.create(key, words));
    } catch (CrmUnavailable refused) {
      if (!refused.needsPerson()) throw refused;
      throw new CrmUnavailable(
          SalesforceAdvice.TEST_LEAD + " (" + refused.getMessage() + ")", Optional.empty(), true);
    }
  }

  @Override
  public void deleteTestLead(CrmRecord record) {
    SalesforceConnector.asking(
        () -> {
          testLeads.delete(record);
          return record;
        });
  }

  @Override
  public List<String> whenNothingIsTold(URI webhook) {
    return SalesforceAdvice.whenNothingIsTold(webhook, kind);
  }
}

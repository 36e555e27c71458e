package dev.baton.company;

import java.util.Map;

/**
 * A company's connection to one account of one CRM.
 *
 * @param crm which CRM, such as {@code hubspot}
 * @param account the CRM's id of the account, such as a portal id
 * @param settings the connection's settings by name, without secrets
 */
public record CrmConnection(
    ConnectionId id, CompanyId company, String crm, String account, Map<String, String> settings) {
  private static final String AWAITED = "?";

  public CrmConnection {
    settings = Map.copyOf(settings);
  }

  /** One whose account nobody knows before somebody has let Baton in. */
  public static CrmConnection awaiting(
      ConnectionId id, CompanyId company, String crm, Map<String, String> settings) {
    return new CrmConnection(id, company, crm, AWAITED + id, settings);
  }

  /** Whether somebody still has to let Baton in before it is known into which account. */
  public boolean isAwaiting() {
    return account.startsWith(AWAITED);
  }

  /** The same connection with other settings. */
  public CrmConnection with(Map<String, String> others) {
    return new CrmConnection(id, company, crm, account, others);
  }
}

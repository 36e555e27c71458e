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
  public CrmConnection {
    settings = Map.copyOf(settings);
  }
}

package dev.baton.server.page;

import java.util.Locale;

/** CRMs as people call them. */
public final class CrmNames {
  private CrmNames() {}

  /**
   * What a CRM is called.
   *
   * @param crm as connections name it, such as {@code hubspot}
   */
  public static String of(String crm) {
    return switch (crm) {
      case "hubspot" -> "HubSpot";
      case "salesforce" -> "Salesforce";
      default -> crm.toUpperCase(Locale.ROOT);
    };
  }
}

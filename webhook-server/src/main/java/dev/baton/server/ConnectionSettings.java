package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.flow.HearingAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the settings of connections, as the company file has them, can be worked with. */
public final class ConnectionSettings {
  /** Settings that connections to every CRM have. */
  private static final Set<String> COMMON =
      Set.of(
          Crm.OBJECT,
          Crm.STATUS_FIELD,
          Crm.STATUS_MAPPING,
          Crm.CURRENCY,
          Crm.API_SHARE,
          HearingAnswers.COMPLETED_TASK);

  private ConnectionSettings() {}

  /**
   * Looks at all of them before anything starts.
   *
   * @throws Misconfigured naming every setting that is wrong, and what to do
   */
  public static void check(List<CrmConnection> connections, Config config) {
    var problems = new ArrayList<String>();
    for (CrmConnection connection : connections) {
      try {
        check(connection, config);
      } catch (Misconfigured | IllegalArgumentException wrong) {
        problems.add("connection " + connection.id() + ": " + wrong.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new Misconfigured(
          "The company file has wrong connections:\n  " + String.join("\n  ", problems));
    }
  }

  /** What is wrong with the settings of one connection, for an admin; empty where nothing is. */
  static Optional<String> objection(CrmConnection connection, Config config) {
    try {
      check(connection, config);
      return Optional.empty();
    } catch (Misconfigured | IllegalArgumentException wrong) {
      return Optional.of(String.valueOf(wrong.getMessage()));
    }
  }

  private static void check(CrmConnection connection, Config config) {
    switch (connection.crm()) {
      case HubSpotCrm.NAME -> {
        known(connection, HubSpotCrm.SETTINGS);
        HubSpotCrm.settings(config.hubspot(), connection.settings());
      }
      case SalesforceCrm.NAME -> {
        known(connection, SalesforceCrm.SETTINGS);
        SalesforceCrm.settings(connection.settings());
        SalesforceCrm.credentials(config.salesforce(), connection.settings());
      }
      default ->
          throw new Misconfigured(
              "crm is "
                  + HubSpotCrm.NAME
                  + " or "
                  + SalesforceCrm.NAME
                  + ", not "
                  + connection.crm());
    }
  }

  private static void known(CrmConnection connection, Set<String> own) {
    var known = new TreeSet<>(COMMON);
    known.addAll(own);
    for (String name : new TreeSet<>(connection.settings().keySet())) {
      if (!known.contains(name)) {
        throw new Misconfigured(
            "there is no setting " + name + "; there are " + String.join(", ", known));
      }
    }
  }
}

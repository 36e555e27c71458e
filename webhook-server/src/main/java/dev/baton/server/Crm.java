package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.StatusMapping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One kind of CRM this installation speaks with. */
interface Crm {
  /** Connection setting: the kind of record that is routed. */
  String OBJECT = "object";

  /** Connection setting: the field whose values stand for feedback. */
  String STATUS_FIELD = "status-field";

  /** Connection setting: which value stands for which feedback; see {@link StatusMapping}. */
  String STATUS_MAPPING = "status-mapping";

  /** Connection setting: the currency of values that name none. */
  String CURRENCY = "currency";

  /** Routing and account of a connection share a session and a budget of calls. */
  Opened open(CrmConnection connection);

  /** Reads what the CRM tells of a connection. */
  CrmWebhook webhook(CrmConnection connection);

  /** A connection in use. */
  record Opened(CrmConnector connector, CrmAccount account) {}

  /** Which values of the CRM stand for which feedback. */
  static StatusMapping statuses(Map<String, String> settings) {
    return StatusMapping.read(
        settings.getOrDefault(STATUS_FIELD, ""), settings.getOrDefault(STATUS_MAPPING, ""));
  }

  static String currency(Map<String, String> settings) {
    return settings.getOrDefault(CURRENCY, "USD");
  }

  /** What a setting names, separated by commas. */
  static List<String> listed(Map<String, String> settings, String setting) {
    return Arrays.stream(settings.getOrDefault(setting, "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}

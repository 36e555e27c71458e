package dev.baton.server;

import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmConsent;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.StatusMapping;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

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

  /** Connection setting: the part of the CRM's calls Baton uses at most, such as 0.7. */
  String API_SHARE = "api-share";

  /** Routing and account of a connection share a session and a budget of calls. */
  Opened open(CrmConnection connection);

  /** Reads what the CRM tells of a connection. */
  CrmWebhook webhook(CrmConnection connection);

  /**
   * A connection in use.
   *
   * @param consent how a person lets Baton in; empty where it comes in otherwise
   */
  record Opened(CrmConnector connector, CrmAccount account, Optional<CrmConsent> consent) {}

  /** The part of the CRM's calls that Baton uses; empty where it is left to what is promised. */
  static OptionalDouble share(Map<String, String> settings) {
    String text = settings.getOrDefault(API_SHARE, "");
    if (text.isEmpty()) return OptionalDouble.empty();
    try {
      double share = Double.parseDouble(text);
      if (share > 0 && share <= 1) return OptionalDouble.of(share);
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new Misconfigured(API_SHARE + " is a number above 0 and at most 1, such as 0.7");
  }

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

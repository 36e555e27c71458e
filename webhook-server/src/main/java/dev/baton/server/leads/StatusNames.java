package dev.baton.server.leads;

import dev.baton.ledger.LeadStatus;
import dev.baton.rotation.Offer;
import dev.baton.server.words.Words;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people call where a lead or an offer stands. */
final class StatusNames {
  private StatusNames() {}

  static String of(LeadStatus status, Words words) {
    return words.say("lead.status." + status.name());
  }

  static String css(LeadStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** All of them to choose from, by what stands in an address. */
  static Map<String, String> choices(Words words) {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", words.say("lead.any"));
    for (LeadStatus status : LeadStatus.values()) choices.put(css(status), of(status, words));
    return choices;
  }

  static String of(Offer.State state, Words words) {
    return words.say("lead.offer.state." + state.name());
  }

  static String of(Offer.Kind kind, Words words) {
    return words.say("lead.offer.kind." + kind.name());
  }
}

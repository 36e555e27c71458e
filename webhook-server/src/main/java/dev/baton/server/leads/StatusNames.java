package dev.baton.server.leads;

import dev.baton.ledger.LeadStatus;
import dev.baton.rotation.Offer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people call where a lead or an offer stands. */
final class StatusNames {
  private StatusNames() {}

  static String of(LeadStatus status) {
    return switch (status) {
      case WAITING -> "waiting";
      case OFFERED -> "offered";
      case ACCEPTED -> "accepted";
      case ASSIGNED -> "assigned";
      case COALESCED -> "coalesced";
      case DELINQUENT -> "delinquent";
      case HELD -> "held";
      case QUARANTINED -> "quarantined";
      case ENDED -> "ended";
    };
  }

  static String css(LeadStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** All of them to choose from, by what stands in an address. */
  static Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    choices.put("", "any");
    for (LeadStatus status : LeadStatus.values()) choices.put(css(status), of(status));
    return choices;
  }

  static String of(Offer.State state) {
    return switch (state) {
      case OPEN -> "open";
      case ACCEPTED -> "accepted";
      case DECLINED -> "declined";
      case TIMED_OUT -> "timed out";
      case WITHDRAWN -> "taken back";
    };
  }

  static String of(Offer.Kind kind) {
    return switch (kind) {
      case LINE -> "in line";
      case ANOTHER_CHANCE -> "another chance";
      case SHARK_TANK -> "shark tank";
      case CATCHALL -> "catchall";
    };
  }
}

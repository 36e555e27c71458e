package dev.baton.server.leads;

import dev.baton.rotation.Refusal;
import dev.baton.routing.RoutingBook;
import dev.baton.server.words.Words;

/** Says why a lead stays as it is, to somebody who wanted it otherwise. */
final class Refusals {
  private Refusals() {}

  static String say(Refusal refusal, RoutingBook book, Words words) {
    return switch (refusal.why()) {
      case ALREADY_TAKEN ->
          refusal
              .owner()
              .map(owner -> words.say("lead.refused.taken", LeadsPage.name(owner, book)))
              .orElseGet(() -> words.say("lead.refused.taken.in-crm"));
      case ALREADY_YOURS -> words.say("lead.refused.has-it");
      case DECLINED_BEFORE -> words.say("lead.refused.declined");
      case UNKNOWN_AGENT -> words.say("lead.refused.left");
      case NOT_OWNED, NOT_YOURS -> words.say("lead.refused.not-owned");
      case LEAD_ENDED -> words.say("lead.refused.ended");
      case QUARANTINED -> words.say("lead.refused.quarantined");
      case NOTHING_TO_DO,
          EXPIRED,
          WITHDRAWN,
          ASKED_BEFORE,
          ALREADY_HOLDING,
          NOT_MISSED,
          CATCHALL_CANNOT_DECLINE,
          NOT_DUE ->
          words.say("lead.refused.meanwhile");
    };
  }
}

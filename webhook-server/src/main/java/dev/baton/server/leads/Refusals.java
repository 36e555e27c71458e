package dev.baton.server.leads;

import dev.baton.rotation.Refusal;
import dev.baton.routing.RoutingBook;

/** Says why a lead stays as it is, to somebody who wanted it otherwise. */
final class Refusals {
  private Refusals() {}

  static String words(Refusal refusal, RoutingBook book) {
    String owner =
        refusal.owner().map(agent -> LeadsPage.name(agent, book)).orElse("somebody in the CRM");
    return switch (refusal.why()) {
      case ALREADY_TAKEN -> "Already taken by " + owner + ".";
      case ALREADY_YOURS -> "That agent has it already.";
      case DECLINED_BEFORE ->
          "That agent has declined this lead, which is for good. Choose somebody else.";
      case UNKNOWN_AGENT -> "That agent is not with the company any more. Choose somebody else.";
      case NOT_OWNED, NOT_YOURS -> "Nobody owns it any more.";
      case LEAD_ENDED -> "It needs no owner any more: its record is gone in the CRM.";
      case QUARANTINED -> "It is kept apart as spam: restore it first.";
      case NOTHING_TO_DO,
          EXPIRED,
          WITHDRAWN,
          ASKED_BEFORE,
          ALREADY_HOLDING,
          NOT_MISSED,
          CATCHALL_CANNOT_DECLINE,
          NOT_DUE ->
          "Meanwhile something has happened to it. Look at it once more before you press.";
    };
  }
}

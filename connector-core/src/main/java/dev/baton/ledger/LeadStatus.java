package dev.baton.ledger;

import dev.baton.performance.LeadTrack;
import dev.baton.performance.Measure;

/** Where a lead stands, in the one word by which people look for it. */
public enum LeadStatus {
  /** Nobody is looking at it at the moment who could take it alone: new, or with the catchall. */
  WAITING,
  /** One agent, or in the shark tank several, may take it now. */
  OFFERED,
  ACCEPTED,
  /** Given to its owner by an admin, a catchall, or in the CRM. */
  ASSIGNED,
  COALESCED,
  DELINQUENT,
  HELD,
  QUARANTINED,
  ENDED;

  /** The status of a lead with that history. */
  public static LeadStatus of(LeadTrack lead) {
    return switch (lead.rotation().stage()) {
      case NEW, FOLLOWING, CATCHALL -> WAITING;
      case OFFERED, SHARK_TANK -> OFFERED;
      case OWNED -> owned(lead.origin().orElse(Measure.LEADS_ASSIGNED));
      case DELINQUENT -> DELINQUENT;
      case HELD -> HELD;
      case QUARANTINED -> QUARANTINED;
      case ENDED -> ENDED;
    };
  }

  private static LeadStatus owned(Measure how) {
    return switch (how) {
      case LEADS_ACCEPTED, LEADS_CATCHALL -> ACCEPTED;
      case LEADS_COALESCED -> COALESCED;
      default -> ASSIGNED;
    };
  }
}

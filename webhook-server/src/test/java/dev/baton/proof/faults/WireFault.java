package dev.baton.proof.faults;

/** What can go wrong with one request to a CRM. */
enum WireFault {
  /** The connection breaks before the request arrives. */
  NEVER_ARRIVES,
  /** The CRM does what was asked, but the connection breaks before its answer. */
  ANSWER_LOST,
  /** The CRM does what was asked, but answers after Baton's patience is over. */
  ANSWER_LATE,
  /** The network delivers the request twice, and the first answer arrives. */
  TWICE_FIRST_ANSWER,
  /** The network delivers the request twice, and the second answer arrives. */
  TWICE_SECOND_ANSWER,
  /** The CRM is away: 503 with a page for people. */
  AWAY,
  /** Too many calls: 429, or REQUEST_LIMIT_EXCEEDED. */
  TOO_MANY,
  /** Somebody else holds the record: 423, or UNABLE_TO_LOCK_ROW. */
  LOCKED,
  /** The token opens nothing any more: 401, or INVALID_SESSION_ID. */
  NO_SESSION;

  /** Whether the CRM gets the request twice. */
  boolean doubles() {
    return this == TWICE_FIRST_ANSWER || this == TWICE_SECOND_ANSWER;
  }

  /** Whether the CRM itself says no; otherwise the network is at fault. */
  boolean saidByCrm() {
    return switch (this) {
      case AWAY, TOO_MANY, LOCKED, NO_SESSION -> true;
      default -> false;
    };
  }
}

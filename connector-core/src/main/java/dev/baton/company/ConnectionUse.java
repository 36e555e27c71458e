package dev.baton.company;

/** What a connection has been used for, so that it is not to be given up. */
public enum ConnectionUse {
  /** Leads have come by it. */
  LEADS,
  /** The CRM has told Baton of something by it. */
  NOTICES,
  /** Baton has been in the account. */
  LET_IN
}

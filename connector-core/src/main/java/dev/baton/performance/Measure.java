package dev.baton.performance;

/** What reports add up (domain §10; decision 29 says what each counts for). */
public enum Measure {
  // Of the company, by when the lead was received. Each lead is in exactly one class.
  LEADS("Leads received"),
  LEADS_ACCEPTED("Leads accepted"),
  LEADS_CATCHALL("Leads accepted by a catchall"),
  LEADS_ASSIGNED("Leads assigned"),
  LEADS_COALESCED("Leads coalesced"),
  LEADS_PENDING("Leads pending"),
  LEADS_DELINQUENT("Leads delinquent"),
  /** Leads accepted at least once, told apart by how many seconds that took. */
  RESPONDED("Leads responded to"),

  // Of an agent, by when the offer was made.
  OFFERED("Offered"),
  ACCEPTED("Accepted"),
  DECLINED("Declined"),
  TIMED_OUT("Timed out"),
  PENDING("Pending"),
  WITHDRAWN("Withdrawn"),
  /** Seconds from offered to accepted, added up over the accepted. */
  ANSWER_SECONDS("Seconds to accept"),

  // Of the offers an agent accepted.
  CONTACTED("Contacted"),
  NOT_CONTACTED("Not contacted"),
  IN_PROGRESS("In progress"),
  CLOSED("Closed"),
  UNSUCCESSFUL("Unsuccessful"),
  COMMENTS("Comments"),

  // Of all leads an agent got: accepted, assigned, coalesced, given in the CRM.
  GOT("Leads got"),
  WON("Leads won"),
  LOST("Leads lost"),
  ACTED("Leads acted on"),
  /** Seconds from when he got it to the first tracked status, over those acted on. */
  ACTION_SECONDS("Seconds to action");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** Whether it is the company's, not an agent's. */
  public boolean ofCompany() {
    return compareTo(RESPONDED) <= 0;
  }

  /** Whether it is of all leads an agent got: told of all agents together, too. */
  public boolean ofLeadsGot() {
    return compareTo(GOT) >= 0;
  }
}

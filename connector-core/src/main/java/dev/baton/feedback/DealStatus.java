package dev.baton.feedback;

/** What has become of the business (domain §6). */
public enum DealStatus {
  NONE("None"),
  IN_PROGRESS("In progress"),
  CLOSED_WON("Closed won"),
  CLOSED_LOST("Closed lost");

  private final String label;

  DealStatus(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** Whether it can only be so when the customer was reached. */
  public boolean impliesContact() {
    return this != NONE;
  }

  /** Whether nothing more is to be done. */
  public boolean closed() {
    return this == CLOSED_WON || this == CLOSED_LOST;
  }
}

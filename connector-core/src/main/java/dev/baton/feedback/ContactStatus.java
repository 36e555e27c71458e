package dev.baton.feedback;

/** Whether the owner has reached the customer (domain §6). */
public enum ContactStatus {
  NOT_CONTACTED("Not contacted"),
  ATTEMPTED("Attempted"),
  CONTACTED("Contacted"),
  UNREACHABLE("Unreachable");

  private final String label;

  ContactStatus(String label) {
    this.label = label;
  }

  /** As people read it. */
  public String label() {
    return label;
  }

  /** Whether the owner has done something: what a time to action is measured to. */
  public boolean acted() {
    return this != NOT_CONTACTED;
  }

  /** Whether owner and customer have spoken. */
  public boolean reached() {
    return this == CONTACTED;
  }
}

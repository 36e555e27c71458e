package dev.baton.simulation;

/**
 * Something on its way to the ledger.
 *
 * @param about what it is, for the story
 * @param notice whether it makes Baton read the record back from the CRM
 */
record Message(SimulatedLead lead, Wish wish, String about, boolean notice) {
  /** A wish that is heard at once. */
  static Message now(SimulatedLead lead, Wish wish) {
    return new Message(lead, wish, "", false);
  }
}

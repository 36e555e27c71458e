package dev.baton.simulation;

/**
 * One small thing that happens in a schedule. It can be tried on any state of the world; where it
 * does not apply, nothing happens, so that a schedule with some actions taken out is still one.
 *
 * @param lead which lead it is about
 * @param agent who does it; from {@link People#COUNT} on, whoever was offered the lead last
 * @param pick decides everything else about it, each deed in its own way
 */
record Action(Deed deed, int lead, int agent, int pick, How how) {

  /** How it reaches the ledger. */
  enum How {
    /** Read, decided and committed at once. */
    AT_ONCE,
    /** Read and decided by a node that commits later, when the lead may have moved on. */
    SLOWLY,
    /** As a message that arrives later, twice, after others or never. */
    BY_LATE_MAIL
  }
}

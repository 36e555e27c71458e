package dev.baton.salesforce.sandbox;

/** What became of a write to one record. */
sealed interface Outcome {
  /**
   * The record is written.
   *
   * @param created whether the write made it
   */
  record Stored(String id, boolean created) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}
}

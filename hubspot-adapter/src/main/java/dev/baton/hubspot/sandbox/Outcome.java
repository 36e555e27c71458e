package dev.baton.hubspot.sandbox;

/** What became of a write to one record. */
sealed interface Outcome {
  /**
   * The record as it is now.
   *
   * @param created whether the write made it
   */
  record Stored(SandboxRecord record, boolean created) implements Outcome {}

  record Refused(Refusal refusal) implements Outcome {}
}

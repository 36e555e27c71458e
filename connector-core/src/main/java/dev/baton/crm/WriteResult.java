package dev.baton.crm;

import java.time.Duration;
import java.util.Optional;

/** What became of a write. */
public sealed interface WriteResult {

  /**
   * The CRM has it.
   *
   * @param taskId the id of the task that stands for the offer; empty for other writes
   */
  record Written(Optional<String> taskId) implements WriteResult {}

  /**
   * Not this time; trying again can help.
   *
   * @param notBefore how long the CRM asked to be left alone, where it said so
   * @param everything whether that holds for the whole connection (rate limit, CRM away) or for
   *     this record alone (locked)
   */
  record TryAgain(String why, Optional<Duration> notBefore, boolean everything)
      implements WriteResult {}

  /** Trying again cannot help; a person has to look. */
  record NeedsPerson(Cause cause, String why) implements WriteResult {}

  /** Why a person has to look. */
  enum Cause {
    /** A rule of the CRM's admin refuses the value. */
    VALIDATION,
    /** The owner is deactivated or unknown in the CRM. */
    INACTIVE_OWNER,
    /** The agent has no user in the CRM. */
    OWNER_NOT_MAPPED,
    /** Baton's connection lacks the right, or its authorisation was withdrawn. */
    NO_ACCESS,
    /** The record is gone. */
    RECORD_GONE
  }

  static WriteResult written() {
    return new Written(Optional.empty());
  }
}

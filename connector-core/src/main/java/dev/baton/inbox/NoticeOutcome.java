package dev.baton.inbox;

import java.time.Instant;

/** What became of a notice. */
public sealed interface NoticeOutcome {
  /** It was acted upon. */
  record Done(String what) implements NoticeOutcome {}

  /** It was understood, and nothing was to be done. */
  record Skipped(String why) implements NoticeOutcome {}

  /** It cannot be acted upon, ever. */
  record Failed(String why) implements NoticeOutcome {}

  /** Not now; take it up again then. */
  record Again(Instant notBefore, String why) implements NoticeOutcome {}
}

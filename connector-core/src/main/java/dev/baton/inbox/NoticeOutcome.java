package dev.baton.inbox;

import dev.baton.lead.LeadId;
import java.time.Instant;
import java.util.Optional;

/** What became of a notice. */
public sealed interface NoticeOutcome {
  /**
   * It was acted upon.
   *
   * @param lead which lead it was about, where it was about one
   */
  record Done(String what, Optional<LeadId> lead) implements NoticeOutcome {
    public Done(String what) {
      this(what, Optional.empty());
    }

    public static Done about(LeadId lead) {
      return new Done("lead " + lead, Optional.of(lead));
    }
  }

  /** It was understood, and nothing was to be done. */
  record Skipped(String why) implements NoticeOutcome {}

  /** It cannot be acted upon, ever. */
  record Failed(String why) implements NoticeOutcome {}

  /** It failed; take it up again then. */
  record Again(Instant notBefore, String why) implements NoticeOutcome {}

  /** Nothing has failed: the CRM, or our budget, has named the time. This was no try. */
  record Later(Instant notBefore, String why) implements NoticeOutcome {}
}

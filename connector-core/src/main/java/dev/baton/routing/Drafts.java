package dev.baton.routing;

import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What somebody has changed and not published yet: everybody has a draft of his own, so that nobody
 * publishes what another was still thinking about.
 */
public interface Drafts {

  /** The draft somebody works on; empty for one who has changed nothing. */
  Optional<Draft> of(CompanyId company, String editor);

  /**
   * Changes a draft, begun from the revision in force where there was none.
   *
   * @param change made of the draft as it is by then, so that two tabs lose nothing; no I/O
   */
  Draft change(CompanyId company, String editor, UnaryOperator<BookDraft> change, Instant at);

  /** Replaces a draft by one that stands on another revision. */
  void put(CompanyId company, String editor, Draft draft);

  void discard(CompanyId company, String editor);

  /**
   * A book that is being written.
   *
   * @param base the revision it was begun from
   */
  record Draft(int base, BookDraft content, Instant changedAt) {}
}

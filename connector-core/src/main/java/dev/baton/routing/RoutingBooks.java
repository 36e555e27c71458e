package dev.baton.routing;

import dev.baton.company.CompanyId;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the revisions of companies' routing books are kept, for ever. */
public interface RoutingBooks {

  /** The revision in force; revision 0 and empty for a company that has published none. */
  RoutingBook current(CompanyId company);

  /**
   * A past revision.
   *
   * @throws java.util.NoSuchElementException when there is no such revision
   */
  RoutingBook revision(CompanyId company, int revision);

  /** Makes the draft the next revision, unless something is wrong with it. */
  Publication publish(CompanyId company, BookDraft draft, String by, Instant at);

  /**
   * Makes the draft the next revision, if the revision it was begun from is still in force.
   *
   * @param over the revision that is replaced
   */
  Publication publish(CompanyId company, int over, BookDraft draft, String by, Instant at);

  /** The latest revisions, newest first. */
  List<Issue> history(CompanyId company, int limit);

  /** A revision, and when and by whom it was published. */
  record Issue(int revision, Instant at, String by) {}

  /**
   * Changes the revision in force and publishes that as the next, so that nothing published at the
   * same moment is lost. Where the change changes nothing, the revision in force stays.
   *
   * @param change made of what is in force by then; no I/O
   */
  Publication revise(CompanyId company, UnaryOperator<BookDraft> change, String by, Instant at);

  /**
   * What was in force in a period, oldest first and without gaps; what was published first counts
   * for the time before it, too.
   *
   * @param to exclusive
   */
  List<InForce> inForce(CompanyId company, Instant from, Instant to);

  /** A revision, and the part of a period in which it was in force. */
  record InForce(RoutingBook book, Instant from, Instant to) {}

  /** What became of a draft. */
  sealed interface Publication {
    record Published(RoutingBook book) implements Publication {}

    record Refused(List<String> problems) implements Publication {}

    /** Somebody else has published since the draft was begun. */
    record Overtaken(RoutingBook by) implements Publication {}
  }
}

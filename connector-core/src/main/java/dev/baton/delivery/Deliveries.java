package dev.baton.delivery;

import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.State;
import dev.baton.lead.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks up what went in and out, and sets it going once more. */
public interface Deliveries {
  /** The latest, newest first. */
  List<Delivery> latest(CompanyId company, Wanted wanted, int limit);

  Optional<Delivery> find(CompanyId company, Direction direction, long id);

  /** Its attempts, oldest first; of a notice, the last one. */
  List<Attempt> attempts(CompanyId company, Direction direction, long id);

  /** A promise on hold is tried once more; false where it is not on hold. */
  boolean retry(CompanyId company, long promise, Instant now);

  /**
   * All promises on hold are tried once more; answers how many.
   *
   * @param connection only those of that connection
   * @param cause only those that are on hold for that cause
   */
  int retryAll(
      CompanyId company, Optional<ConnectionId> connection, Optional<String> cause, Instant now);

  /** A notice that has an outcome is worked on once more; false where it has none yet. */
  boolean replay(CompanyId company, long notice, Instant now);

  /**
   * Which deliveries are wanted.
   *
   * @param before only those with a smaller id
   */
  record Wanted(
      Direction direction, Optional<State> state, Optional<LeadId> lead, Optional<Long> before) {
    public static Wanted all(Direction direction) {
      return new Wanted(direction, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Wanted in(State wanted) {
      return new Wanted(direction, Optional.of(wanted), lead, before);
    }

    public Wanted about(LeadId wanted) {
      return new Wanted(direction, state, Optional.of(wanted), before);
    }

    public Wanted before(long id) {
      return new Wanted(direction, state, lead, Optional.of(id));
    }
  }
}

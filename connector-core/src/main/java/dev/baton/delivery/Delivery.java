package dev.baton.delivery;

import dev.baton.company.ConnectionId;
import dev.baton.lead.LeadId;
import dev.baton.outbox.Promise;
import java.time.Instant;
import java.util.Optional;

/**
 * Something told to Baton or owed by it, and how far it has come.
 *
 * @param id unique among those of its direction, and growing
 * @param lead which lead it is about; unknown for a notice until it has an outcome
 * @param cause what has to be mended, where it is on hold and that is known
 * @param note what came of it last
 * @param attempts how often it was taken up
 * @param at when it was received or promised
 * @param due when it is taken up next, or at the latest, where it waits
 */
public record Delivery(
    Direction direction,
    long id,
    ConnectionId connection,
    Optional<LeadId> lead,
    Matter matter,
    State state,
    Optional<String> cause,
    String note,
    int attempts,
    Instant at,
    Optional<Instant> due,
    Optional<Instant> settled) {

  /** Whether the CRM told us or we tell the CRM. */
  public enum Direction {
    IN,
    OUT
  }

  /** How far it has come. */
  public enum State {
    /** To be taken up, for the first time or again. */
    WAITING,
    DONE,
    /** Nothing had to be done, or has to be done any more. */
    SKIPPED,
    /** A person has to look. */
    ON_HOLD
  }

  /** What it is about. */
  public sealed interface Matter {
    /** A promise. */
    record Promised(Promise promise) implements Matter {}

    /** A notice, as the CRM wrote it; it may name people, so it is shown to nobody as it is. */
    record Told(String payload) implements Matter {
      @Override
      public String toString() {
        return "Told[" + payload.length() + " characters]";
      }
    }
  }
}

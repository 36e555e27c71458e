package dev.baton.ledger;

import dev.baton.lead.LeadContent;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.routing.LineUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything on record about one lead. */
public record LeadFile(
    Lead lead,
    LeadContent content,
    Rotation rotation,
    List<Recorded> history,
    List<Delivery> deliveries) {

  /**
   * An event as it was recorded.
   *
   * @param sequence from 1, without gaps
   * @param revision the routing book it was decided under
   * @param recordedAt when it was written down, which can be after it happened
   * @param lineUp who stood in line, on the last event of a decision that looked at the line
   * @param grounds on what was decided, on the last event of each decision
   */
  public record Recorded(
      int sequence,
      int revision,
      RotationEvent event,
      Instant recordedAt,
      Optional<LineUp> lineUp,
      Optional<Grounds> grounds) {}

  /**
   * A write to the CRM, on its way or done.
   *
   * @param state PENDING, DONE, SUPERSEDED or ON_HOLD
   */
  public record Delivery(
      long id, String what, String state, int attempts, Instant promisedAt, String note) {}

  /** Whether feedback that was given here has not reached the CRM yet. */
  public boolean owesFeedback() {
    return deliveries.stream()
        .anyMatch(
            d ->
                d.state().equals("PENDING")
                    && d.what().startsWith(SayFeedback.class.getSimpleName()));
  }

  /** Whether nothing has happened to the lead since it was looked at. */
  public boolean isStill(Sheet sheet) {
    return sheet.rotation().version() == rotation.version()
        && sheet.lead().crmOwner().equals(lead.crmOwner());
  }

  /** The last line-up that was looked at. */
  public Optional<Recorded> lastLineUp() {
    return history.reversed().stream().filter(r -> r.lineUp().isPresent()).findFirst();
  }
}

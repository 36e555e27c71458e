package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.lead.LeadContent;
import dev.baton.lead.Summary;
import dev.baton.outbox.Promise;
import dev.baton.outbox.Promise.GiveOwner;
import dev.baton.outbox.Promise.SayFeedback;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import dev.baton.routing.LineUp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything on record about one lead.
 *
 * @param summary what it is about by a language model, where the installation has one
 */
public record LeadFile(
    Lead lead,
    LeadContent content,
    Optional<Summary> summary,
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
      long id, Promise promise, String state, int attempts, Instant promisedAt, String note) {
    /** What is written, for people. */
    public String what() {
      return promise.toString();
    }

    /**
     * Whether the CRM may have heard of it: one that was taken up once and then found needless, or
     * that a person has to look at, was not written.
     */
    boolean mayHaveArrived() {
      boolean dropped = state.equals("SUPERSEDED") || state.equals("ON_HOLD");
      return attempts > (dropped ? 1 : 0);
    }
  }

  /** Whether feedback that was given here has not reached the CRM yet. */
  public boolean owesFeedback() {
    return deliveries.stream()
        .anyMatch(d -> d.state().equals("PENDING") && d.promise() instanceof SayFeedback);
  }

  /** Whether the CRM has been told of an owner and has not answered yet. */
  public boolean ownerIsOnItsWay() {
    return deliveries.stream()
        .anyMatch(
            d ->
                d.state().equals("PENDING")
                    && d.promise() instanceof GiveOwner
                    && d.mayHaveArrived());
  }

  /**
   * Whether the CRM may name that owner because we asked for it, and nobody knows whether it did: a
   * write whose answer was lost. Once a later owner was written, or heard of, what the CRM names is
   * news again.
   */
  public boolean mayHaveGivenTo(AgentId agent) {
    Instant heard =
        history.reversed().stream()
            .filter(recorded -> recorded.event() instanceof OwnerChangedInCrm)
            .map(Recorded::recordedAt)
            .findFirst()
            .orElse(Instant.MIN);
    for (Delivery delivery : deliveries.reversed()) {
      if (!(delivery.promise() instanceof GiveOwner give)) continue;
      if (delivery.state().equals("DONE") || delivery.promisedAt().isBefore(heard)) return false;
      if (give.agent().equals(agent) && delivery.mayHaveArrived()) return true;
    }
    return false;
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

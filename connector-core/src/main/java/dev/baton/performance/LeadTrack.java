package dev.baton.performance;

import dev.baton.agent.AgentId;
import dev.baton.performance.Reports.Span;
import dev.baton.rotation.Offer;
import dev.baton.rotation.Rotation;
import dev.baton.rotation.RotationEvent;
import dev.baton.rotation.RotationEvent.CommentAdded;
import dev.baton.rotation.RotationEvent.FeedbackGiven;
import dev.baton.rotation.RotationEvent.LeadAssigned;
import dev.baton.rotation.RotationEvent.LeadCoalesced;
import dev.baton.rotation.RotationEvent.LeadReturned;
import dev.baton.rotation.RotationEvent.OfferAccepted;
import dev.baton.rotation.RotationEvent.OwnerChangedInCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reports know of one lead: a fold of its history beside {@link Rotation}.
 *
 * @param rotation where the lead stands
 * @param origin how it came to be owned since it last had no owner; empty while it has none
 * @param responseSeconds from received to the first acceptance, rounded down
 * @param tenures of all agents it was ever given to, oldest first
 * @param held whether the last of them still has it
 */
public record LeadTrack(
    Instant receivedAt,
    Rotation rotation,
    Optional<Measure> origin,
    Optional<Integer> responseSeconds,
    List<Tenure> tenures,
    boolean held) {

  /** A lead of which nothing is decided yet. */
  public static LeadTrack received(Instant at) {
    return new LeadTrack(at, Rotation.NEW, Optional.empty(), Optional.empty(), List.of(), false);
  }

  /** The fold. */
  public static LeadTrack of(Instant receivedAt, Iterable<? extends RotationEvent> events) {
    LeadTrack track = received(receivedAt);
    for (RotationEvent event : events) track = track.after(event);
    return track;
  }

  /** What is known after one more event. */
  public LeadTrack after(RotationEvent event) {
    LeadTrack then = with(rotation.after(event));
    return switch (event) {
      case OfferAccepted e -> then.accepted(rotation.offer(e.offer()).orElseThrow(), e.at());
      case LeadAssigned e ->
          then.owned(Measure.LEADS_ASSIGNED).begun(Tenure.begun(e.agent(), e.at(), e.at(), false));
      case LeadCoalesced e ->
          then.owned(Measure.LEADS_COALESCED).begun(Tenure.begun(e.agent(), e.at(), e.at(), false));
      case OwnerChangedInCrm e -> then.owned(Measure.LEADS_ASSIGNED).given(e.agent(), e.at());
      case LeadReturned unused -> then.returned();
      case FeedbackGiven e when held -> then.replaced(tenures.getLast().said(e.progress(), e.at()));
      case CommentAdded e when held && e.agent().isPresent() ->
          then.replaced(tenures.getLast().commented());
      default -> then;
    };
  }

  private LeadTrack with(Rotation now) {
    return new LeadTrack(receivedAt, now, origin, responseSeconds, tenures, held);
  }

  private LeadTrack accepted(Offer offer, Instant at) {
    boolean catchall = offer.kind() == Offer.Kind.CATCHALL;
    LeadTrack owned = owned(catchall ? Measure.LEADS_CATCHALL : Measure.LEADS_ACCEPTED);
    Optional<Integer> waited =
        responseSeconds.or(
            () -> Optional.of(Math.toIntExact(Duration.between(receivedAt, at).toSeconds())));
    return new LeadTrack(receivedAt, rotation, owned.origin, waited, tenures, held)
        .begun(Tenure.begun(offer.agent(), at, offer.offeredAt(), true));
  }

  private LeadTrack owned(Measure how) {
    Optional<Measure> kept = origin.or(() -> Optional.of(how));
    return new LeadTrack(receivedAt, rotation, kept, responseSeconds, tenures, held);
  }

  private LeadTrack given(Optional<AgentId> agent, Instant at) {
    return agent
        .map(a -> begun(Tenure.begun(a, at, at, false)))
        .orElseGet(
            () -> new LeadTrack(receivedAt, rotation, origin, responseSeconds, tenures, false));
  }

  private LeadTrack begun(Tenure tenure) {
    var longer = new ArrayList<>(tenures);
    longer.add(tenure);
    return new LeadTrack(receivedAt, rotation, origin, responseSeconds, List.copyOf(longer), true);
  }

  private LeadTrack replaced(Tenure last) {
    var others = new ArrayList<>(tenures.subList(0, tenures.size() - 1));
    others.add(last);
    return new LeadTrack(receivedAt, rotation, origin, responseSeconds, List.copyOf(others), held);
  }

  private LeadTrack returned() {
    return new LeadTrack(receivedAt, rotation, Optional.empty(), responseSeconds, tenures, false);
  }

  /** To whom it was given, counted for a moment of the period. */
  public Set<AgentId> got(Span span) {
    return tenures.stream()
        .filter(tenure -> span.contains(tenure.countedAt()))
        .map(Tenure::agent)
        .collect(Collectors.toSet());
  }

  /** The class the lead is in; empty where it does not count as a lead. */
  public Optional<Measure> standing() {
    return switch (rotation.stage()) {
      case NEW, HELD, FOLLOWING, OFFERED, SHARK_TANK, CATCHALL ->
          rotation.begunAt().map(b -> Measure.LEADS_PENDING);
      case DELINQUENT -> Optional.of(Measure.LEADS_DELINQUENT);
      case OWNED, ENDED -> origin;
      case QUARANTINED -> Optional.empty();
    };
  }
}

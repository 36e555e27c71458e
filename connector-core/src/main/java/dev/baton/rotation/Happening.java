package dev.baton.rotation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Decision.Decided;
import dev.baton.rotation.RotationEvent.OfferWithdrawn;
import dev.baton.rotation.RotationEvent.Withdrawal;
import dev.baton.routing.LineUp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A decision while it is being made: what has happened so far, and the lead after it. */
final class Happening {
  private final List<RotationEvent> events = new ArrayList<>();
  private Rotation lead;
  private Optional<LineUp> lineUp = Optional.empty();

  Happening(Rotation lead) {
    this.lead = lead;
  }

  Rotation lead() {
    return lead;
  }

  void add(RotationEvent event) {
    events.add(event);
    lead = lead.after(event);
  }

  void lookedAt(LineUp line) {
    lineUp = Optional.of(line);
  }

  void withdrawAll(Instant at, Withdrawal why) {
    for (Offer open : lead.open()) {
      add(new OfferWithdrawn(at, open.number(), open.agent(), why));
    }
  }

  void withdrawAllOf(AgentId agent, Instant at, Withdrawal why) {
    for (Offer open : lead.open()) {
      if (open.agent().equals(agent)) add(new OfferWithdrawn(at, open.number(), agent, why));
    }
  }

  Decision decided() {
    return new Decided(events, lineUp);
  }
}

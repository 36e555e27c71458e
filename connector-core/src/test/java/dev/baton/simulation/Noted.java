package dev.baton.simulation;

import dev.baton.agent.AgentId;
import dev.baton.rotation.Offer.Kind;
import dev.baton.rotation.Offer.State;
import java.time.Instant;

/** An offer as the judge has noted it. */
final class Noted {
  final AgentId agent;
  final Kind kind;
  final Instant end;
  State state = State.OPEN;
  boolean chanceAsked;

  Noted(AgentId agent, Kind kind, Instant end) {
    this.agent = agent;
    this.kind = kind;
    this.end = end;
  }

  boolean open() {
    return state == State.OPEN;
  }
}

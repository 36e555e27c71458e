package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.rotation.OfferId;

/** The address of an agent's offer page, as it is sent to him. */
@FunctionalInterface
public interface OfferLinks {
  String link(OfferId offer, AgentId agent);
}

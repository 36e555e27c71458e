package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.rotation.OfferId;

/**
 * Makes the token of an offer's link: 256 bits that nobody can guess, for one offer and one agent.
 * The token can be made again when the link is sent, so only its SHA-256 is stored.
 */
@FunctionalInterface
public interface OfferTokens {
  String token(OfferId offer, AgentId agent);
}

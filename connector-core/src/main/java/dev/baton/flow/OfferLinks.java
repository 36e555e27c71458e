package dev.baton.flow;

import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.rotation.OfferId;

/** The addresses of an agent's pages, as they are sent to him. */
@FunctionalInterface
public interface OfferLinks {
  /** The page of one offer. */
  String link(OfferId offer, AgentId agent);

  /** What lets him in to all his leads; empty where he is sent no such link. */
  default String own(CompanyId company, AgentId agent) {
    return "";
  }
}

package dev.baton.server;

import dev.baton.account.AccessLinks;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.flow.OfferLinks;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.OfferId;
import dev.baton.server.my.OwnLinkPages;
import java.net.URI;

/** The addresses that messages to an agent carry. */
record AddressesForAgents(URI publicUrl, OfferTokens tokens, AccessLinks access)
    implements OfferLinks {
  @Override
  public String link(OfferId offer, AgentId agent) {
    return publicUrl + "/o/" + tokens.token(offer, agent);
  }

  @Override
  public String own(CompanyId company, AgentId agent) {
    return publicUrl + OwnLinkPages.address(access.token(company, agent));
  }
}

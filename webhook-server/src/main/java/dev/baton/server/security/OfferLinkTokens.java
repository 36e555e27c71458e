package dev.baton.server.security;

import dev.baton.agent.AgentId;
import dev.baton.ledger.OfferTokens;
import dev.baton.rotation.OfferId;
import java.util.Base64;

/** Tokens of offer links: 256 bits made from the secret key, so that they need not be stored. */
public final class OfferLinkTokens implements OfferTokens {
  private final byte[] key;

  public OfferLinkTokens(SecretKey key) {
    this.key = key.forPurpose("offer links");
  }

  @Override
  public String token(OfferId offer, AgentId agent) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(SecretKey.hmac(key, offer.key() + " " + agent));
  }
}

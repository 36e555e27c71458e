package dev.baton.ledger;

import dev.baton.agent.AgentId;
import dev.baton.rotation.OfferId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Makes the token of an offer's link: 256 bits that nobody can guess, for one offer and one agent.
 * The token can be made again when the link is sent, so only its SHA-256 is stored.
 */
@FunctionalInterface
public interface OfferTokens {
  String token(OfferId offer, AgentId agent);

  /** What is stored of a token. */
  static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}

package dev.baton.salesforce.sandbox;

import java.security.PublicKey;
import java.util.Optional;

/**
 * An app that may ask for sessions.
 *
 * @param orgId the only org that has it; empty for the app that every org has
 */
record ConnectedApp(
    String consumerKey,
    String consumerSecret,
    Optional<PublicKey> certificate,
    Optional<String> orgId) {

  boolean isIn(String otherOrgId) {
    return orgId.isEmpty() || orgId.get().equals(otherOrgId);
  }

  @Override
  public String toString() {
    return "ConnectedApp[" + consumerKey + "]";
  }
}

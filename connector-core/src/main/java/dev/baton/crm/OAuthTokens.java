package dev.baton.crm;

import java.time.Instant;

/**
 * What lets Baton into a CRM account.
 *
 * @param access sent with every call
 * @param expiresAt when {@code access} ends; {@link Instant#MAX} for one that does not
 * @param refresh buys the next {@code access}; empty for a fixed token
 */
public record OAuthTokens(String access, Instant expiresAt, String refresh) {
  /** A token that does not expire, such as a HubSpot service key. */
  public static OAuthTokens fixed(String access) {
    return new OAuthTokens(access, Instant.MAX, "");
  }

  /** Secrets stay out of logs. */
  @Override
  public String toString() {
    return "OAuthTokens[hidden, until " + expiresAt + "]";
  }
}

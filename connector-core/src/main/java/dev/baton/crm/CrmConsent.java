package dev.baton.crm;

import java.net.URI;

/**
 * How a person lets Baton into one CRM account, in the browser: OAuth's authorization code, bound
 * to its asker by PKCE.
 */
public interface CrmConsent {
  /**
   * The CRM's page that asks the person.
   *
   * @param back where the CRM sends the browser afterwards, with a code and the state
   * @param challenge the SHA-256 of the verifier, as RFC 7636 writes it (S256)
   */
  URI page(URI back, String state, String challenge);

  /**
   * The first tokens, for the code that consent gave.
   *
   * @throws CrmUnavailable when the CRM could not be asked, or refuses
   */
  Consented redeem(String code, URI back, String verifier);

  /**
   * What consent gave.
   *
   * @param account the CRM's id of the account the person let Baton into
   */
  record Consented(String account, OAuthTokens tokens) {}
}

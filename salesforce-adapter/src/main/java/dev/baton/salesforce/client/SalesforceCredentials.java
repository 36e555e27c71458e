package dev.baton.salesforce.client;

import java.net.URI;
import java.security.PrivateKey;

/** How Baton proves to Salesforce that it may come in. Never by a user's name and password. */
public sealed interface SalesforceCredentials {
  /** Names Baton's app to Salesforce. */
  String consumerKey();

  /**
   * Baton's app works as the user its policy names: for one org, asked at the org's own address.
   */
  record ClientCredentials(String consumerKey, String consumerSecret)
      implements SalesforceCredentials {
    @Override
    public String toString() {
      return "ClientCredentials[" + consumerKey + "]";
    }
  }

  /**
   * Baton signs who it works as: for one org whose admin has approved the app for that user.
   *
   * @param username the user's login name
   * @param audience {@code https://login.salesforce.com}, or {@code https://test.salesforce.com}
   *     for a sandbox of Salesforce's
   */
  record JwtBearer(String consumerKey, String username, URI audience, PrivateKey key)
      implements SalesforceCredentials {
    @Override
    public String toString() {
      return "JwtBearer[" + consumerKey + "]";
    }
  }

  /** A person has consented once (authorization code with PKCE): for many orgs. */
  record Consent(String consumerKey, String consumerSecret) implements SalesforceCredentials {
    @Override
    public String toString() {
      return "Consent[" + consumerKey + "]";
    }
  }
}

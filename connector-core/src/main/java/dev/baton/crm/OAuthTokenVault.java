package dev.baton.crm;

/**
 * Where the tokens of one connection are kept, encrypted, so that nodes and restarts share them.
 */
public interface OAuthTokenVault {
  OAuthTokens load();

  void save(OAuthTokens tokens);
}

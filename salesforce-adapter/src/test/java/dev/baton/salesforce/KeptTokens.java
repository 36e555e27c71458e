package dev.baton.salesforce;

import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A vault in memory that remembers what was saved. */
final class KeptTokens implements OAuthTokenVault {
  private final List<OAuthTokens> saved = new CopyOnWriteArrayList<>();

  KeptTokens(OAuthTokens first) {
    saved.add(first);
  }

  @Override
  public OAuthTokens load() {
    return saved.getLast();
  }

  @Override
  public void save(OAuthTokens tokens) {
    saved.add(tokens);
  }

  /** What was saved since the beginning. */
  List<OAuthTokens> saved() {
    return new ArrayList<>(saved).subList(1, saved.size());
  }
}

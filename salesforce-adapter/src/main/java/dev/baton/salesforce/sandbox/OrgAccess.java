package dev.baton.salesforce.sandbox;

import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The keys to one org: who holds them, and when they open nothing any more. */
public final class OrgAccess {
  private final String orgId;
  private final String integrationUserId;
  private final Tokens tokens;
  private final Supplier<Instant> now;
  private final String consumerKey = Secrets.fresh("3MVG9-sandbox-");
  private final String consumerSecret = Secrets.fresh("sandbox-secret-");
  private Optional<String> refreshToken = Optional.empty();
  private Optional<PublicKey> certificate = Optional.empty();
  private boolean withdrawn;

  OrgAccess(String orgId, String integrationUserId, Tokens tokens, Supplier<Instant> now) {
    this.orgId = orgId;
    this.integrationUserId = integrationUserId;
    this.tokens = tokens;
    this.now = now;
  }

  /** The consumer key of the app that only this org has. */
  public String consumerKey() {
    return consumerKey;
  }

  public String consumerSecret() {
    return consumerSecret;
  }

  /** The admin uploads the certificate with which the app of this org signs assertions. */
  public synchronized void certificate(PublicKey key) {
    certificate = Optional.of(key);
  }

  /** A session of the integration user that has just begun. */
  public String newSession() {
    return tokens.newSession(orgId, integrationUserId, now.get());
  }

  /** What the app trades for sessions; the same for good, until access is withdrawn. */
  public synchronized String refreshToken() {
    if (refreshToken.isEmpty()) {
      refreshToken = Optional.of(tokens.newRefreshToken(orgId, integrationUserId));
    }
    return refreshToken.get();
  }

  /** A person says yes to the app; the code is good for ten minutes, and once. */
  public String consent(String redirectUri, String codeChallenge) {
    return tokens.newCode(orgId, integrationUserId, redirectUri, codeChallenge, now.get());
  }

  /** Ends the sessions ahead of time; new ones can be had. */
  public void expireSessions() {
    tokens.endSessions(orgId);
  }

  /** The customer removes the app: nothing opens this org, and no grant works, until granted. */
  public synchronized void withdraw() {
    withdrawn = true;
    refreshToken = Optional.empty();
    tokens.withdraw(orgId);
  }

  /** The customer lets the app in again. */
  public synchronized void grant() {
    withdrawn = false;
  }

  synchronized ConnectedApp app() {
    return new ConnectedApp(consumerKey, consumerSecret, certificate, Optional.of(orgId));
  }

  synchronized boolean isWithdrawn() {
    return withdrawn;
  }

  void endSessionsOf(String userId) {
    tokens.endSessionsOf(userId);
  }
}

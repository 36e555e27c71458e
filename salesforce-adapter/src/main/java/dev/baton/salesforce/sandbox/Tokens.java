package dev.baton.salesforce.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may come in: the sessions and keys of all orgs, and which org each opens. */
final class Tokens {
  private static final Duration CODE_LIFE = Duration.ofMinutes(10);

  private final Duration sessionLife;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, Grant> refresh = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();

  Tokens(Duration sessionLife) {
    this.sessionLife = sessionLife;
  }

  /** Whom a key was given to, and for which org. */
  record Grant(String orgId, String userId) {}

  /** What a session opens, and until when. */
  record Session(String orgId, String userId, Instant expiresAt) {
    boolean isOpen(Instant now) {
      return now.isBefore(expiresAt);
    }
  }

  /** A person's consent, to be traded for tokens once. */
  private record Code(Grant grant, String redirectUri, String challenge, Instant expiresAt) {}

  synchronized String newSession(String orgId, String userId, Instant now) {
    String token = Secrets.fresh(orgId.substring(0, 15) + "!AQ");
    sessions.put(token, new Session(orgId, userId, now.plus(sessionLife)));
    return token;
  }

  synchronized String newRefreshToken(String orgId, String userId) {
    String token = Secrets.fresh("5Aep-sandbox-");
    refresh.put(token, new Grant(orgId, userId));
    return token;
  }

  synchronized String newCode(
      String orgId, String userId, String redirectUri, String challenge, Instant now) {
    String code = Secrets.fresh("aPrx-sandbox-");
    codes.put(
        code, new Code(new Grant(orgId, userId), redirectUri, challenge, now.plus(CODE_LIFE)));
    return code;
  }

  synchronized Optional<Session> session(String token) {
    return Optional.ofNullable(sessions.get(token));
  }

  /** What a refresh token is for. */
  synchronized Optional<Grant> refreshing(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Redeems a code, which works once; the verifier has to belong to its challenge. */
  synchronized Optional<Grant> redeem(
      String code, String redirectUri, String verifier, Instant now) {
    return Optional.ofNullable(codes.remove(code))
        .filter(c -> now.isBefore(c.expiresAt()) && c.redirectUri().equals(redirectUri))
        .filter(
            c ->
                c.challenge().isEmpty()
                    ? verifier.isEmpty()
                    : Secrets.challengeOf(verifier.getBytes(StandardCharsets.US_ASCII))
                        .equals(c.challenge()))
        .map(Code::grant);
  }

  /** Ends one token, of whichever kind; false where nobody knows it. */
  synchronized boolean revoke(String token) {
    Grant ended = refresh.remove(token);
    if (ended != null) endSessions(ended.orgId());
    return sessions.remove(token) != null || ended != null;
  }

  synchronized void endSessions(String orgId) {
    sessions.values().removeIf(s -> s.orgId().equals(orgId));
  }

  synchronized void endSessionsOf(String userId) {
    sessions.values().removeIf(s -> s.userId().equals(userId));
  }

  /** Ends everything that opens an org. */
  synchronized void withdraw(String orgId) {
    endSessions(orgId);
    refresh.values().removeIf(g -> g.orgId().equals(orgId));
    codes.values().removeIf(c -> c.grant().orgId().equals(orgId));
  }
}

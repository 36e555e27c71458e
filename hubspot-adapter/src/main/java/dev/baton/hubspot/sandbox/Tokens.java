package dev.baton.hubspot.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may come in: the tokens and keys of all portals, and which portal each opens. */
final class Tokens {
  private final Duration accessLife;
  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, String> refresh = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();

  Tokens(Duration accessLife) {
    this.accessLife = accessLife;
  }

  /**
   * What an access token opens.
   *
   * @param portal empty for a token of the app itself, which opens no portal
   */
  record Access(String portal, Instant expiresAt) {
    boolean expired(Instant now) {
      return !now.isBefore(expiresAt);
    }
  }

  /** A person's consent, to be traded for tokens once. */
  private record Code(String portal, String redirectUri, String challenge, Instant expiresAt) {}

  synchronized String newRefreshToken(String portal) {
    String token = Secrets.fresh("sandbox-refresh-");
    refresh.put(token, portal);
    return token;
  }

  synchronized String newServiceKey(String portal) {
    String key = Secrets.fresh("sandbox-key-");
    access.put(key, new Access(portal, Instant.MAX));
    return key;
  }

  synchronized String newAccessToken(String portal, Instant now) {
    String token = Secrets.fresh("sandbox-access-");
    access.put(token, new Access(portal, now.plus(accessLife)));
    return token;
  }

  synchronized String newCode(String portal, String redirectUri, String challenge, Instant now) {
    String code = Secrets.fresh("sandbox-code-");
    codes.put(code, new Code(portal, redirectUri, challenge, now.plus(Duration.ofMinutes(1))));
    return code;
  }

  long accessLifeSeconds() {
    return accessLife.toSeconds();
  }

  synchronized Optional<Access> access(String token) {
    return Optional.ofNullable(access.get(token));
  }

  /** The portal a refresh token belongs to. */
  synchronized Optional<String> portalOfRefresh(String token) {
    return Optional.ofNullable(refresh.get(token));
  }

  /** Redeems a code, which works once; the verifier has to belong to its challenge. */
  synchronized Optional<String> redeem(
      String code, String redirectUri, String verifier, Instant now) {
    return Optional.ofNullable(codes.remove(code))
        .filter(c -> now.isBefore(c.expiresAt()) && c.redirectUri().equals(redirectUri))
        .filter(
            c ->
                c.challenge().isEmpty()
                    ? verifier.isEmpty()
                    : Secrets.challengeOf(verifier.getBytes(StandardCharsets.US_ASCII))
                        .equals(c.challenge()))
        .map(Code::portal);
  }

  /** Ends one token, of whichever kind. */
  synchronized void revoke(String token) {
    access.remove(token);
    refresh.remove(token);
  }

  /** Ends the access tokens of a portal ahead of time; refreshing them helps. */
  synchronized void expireAccess(String portal) {
    access.replaceAll(
        (token, a) ->
            a.portal().equals(portal) && !a.expiresAt().equals(Instant.MAX)
                ? new Access(portal, Instant.MIN)
                : a);
  }

  /** Ends everything that opens a portal. */
  synchronized void withdraw(String portal) {
    access.values().removeIf(a -> a.portal().equals(portal));
    refresh.values().removeIf(portal::equals);
    codes.values().removeIf(c -> c.portal().equals(portal));
  }
}

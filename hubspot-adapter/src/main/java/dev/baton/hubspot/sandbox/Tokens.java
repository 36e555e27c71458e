package dev.baton.hubspot.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who may come in: the tokens and keys of all portals, and which portal each opens. */
final class Tokens {
  private static final List<String> ALL_SCOPES =
      List.of(
          "oauth",
          "crm.objects.contacts.read",
          "crm.objects.contacts.write",
          "crm.objects.leads.read",
          "crm.objects.leads.write",
          "crm.objects.deals.read",
          "crm.objects.deals.write",
          "tickets",
          "crm.objects.owners.read",
          "crm.schemas.contacts.write");

  private final Duration accessLife;
  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, String> refresh = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();
  private final Map<String, List<String>> scopes = new HashMap<>();

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

  /** The rights a portal has granted: all that Baton's package asks for, unless told otherwise. */
  synchronized List<String> scopes(String portal) {
    return scopes.getOrDefault(portal, ALL_SCOPES);
  }

  synchronized void grantOnly(String portal, List<String> granted) {
    scopes.put(portal, List.copyOf(granted));
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

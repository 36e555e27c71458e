package dev.baton.hubspot;

import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.client.HubSpotAccess;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotGrant.Granted;
import dev.baton.hubspot.client.HubSpotOAuth;
import dev.baton.hubspot.client.HubSpotTrouble;
import dev.baton.hubspot.client.HubSpotTrouble.LockedOut;
import dev.baton.hubspot.client.HubSpotTrouble.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection let in. Renews the access token shortly before its end and when HubSpot
 * refuses it early; whoever needs it meanwhile waits for that one renewal. Looks into the vault
 * before renewing, because another node may have done it, or a person connected anew.
 */
public final class HubSpotSession implements HubSpotAccess {
  /** So early before its end a token is renewed: a call must not outlive its token. */
  private static final Duration BEFORE_END = Duration.ofSeconds(60);

  /** Answers to a renewal that say "not now": too many, locked, too slow, account moving. */
  private static final Set<Integer> NOT_NOW = Set.of(408, 423, 429, 477);

  private final HubSpotOAuth oauth;
  private final OAuthTokenVault vault;
  private final InstantSource clock;
  private final AtomicReference<@Nullable OAuthTokens> current = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<OAuthTokens>> renewal =
      new AtomicReference<>();

  public HubSpotSession(HubSpotOAuth oauth, OAuthTokenVault vault, InstantSource clock) {
    this.oauth = oauth;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public String token() {
    OAuthTokens tokens = current.get();
    if (tokens == null) {
      tokens = vault.load();
      current.compareAndSet(null, tokens);
    }
    if (!endsSoon(tokens)) return tokens.access();
    return renewed(tokens.access()).access();
  }

  @Override
  public Optional<String> insteadOf(String refused) {
    OAuthTokens tokens = current.get();
    if (tokens != null && !tokens.access().equals(refused) && !endsSoon(tokens)) {
      return Optional.of(tokens.access());
    }
    return Optional.of(renewed(refused).access()).filter(access -> !access.equals(refused));
  }

  /** Tokens other than the worn-out ones; a fixed token that nobody has replaced stays as it is. */
  private OAuthTokens renewed(String wornOut) {
    var mine = new CompletableFuture<OAuthTokens>();
    CompletableFuture<OAuthTokens> running = renewal.compareAndExchange(null, mine);
    if (running != null) return joined(running);
    try {
      OAuthTokens tokens = fromVaultOrHubSpot(wornOut);
      current.set(tokens);
      mine.complete(tokens);
    } catch (RuntimeException failed) {
      mine.completeExceptionally(failed);
    } finally {
      mine.completeExceptionally(new IllegalStateException("The renewal broke off"));
      renewal.set(null);
    }
    return joined(mine);
  }

  private static OAuthTokens joined(CompletableFuture<OAuthTokens> renewal) {
    try {
      return renewal.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof HubSpotFault fault) throw new HubSpotFault(fault.trouble());
      throw failed;
    }
  }

  private OAuthTokens fromVaultOrHubSpot(String wornOut) {
    OAuthTokens kept = vault.load();
    if (!kept.access().equals(wornOut) && !endsSoon(kept)) return kept;
    if (kept.refresh().isEmpty()) return kept;
    Instant asked = clock.instant();
    Granted granted = bought(kept.refresh());
    var tokens =
        new OAuthTokens(
            granted.access(),
            asked.plus(granted.lasts()),
            granted.refresh().isEmpty() ? kept.refresh() : granted.refresh());
    vault.save(tokens);
    return tokens;
  }

  private Granted bought(String refresh) {
    try {
      return oauth.refreshed(refresh);
    } catch (HubSpotFault fault) {
      throw new HubSpotFault(forGood(fault.trouble()));
    }
  }

  /** A renewal that HubSpot refuses, such as with invalid_grant, no waiting will help. */
  private static HubSpotTrouble forGood(HubSpotTrouble trouble) {
    return trouble instanceof Refused refused
            && refused.status() / 100 == 4
            && !NOT_NOW.contains(refused.status())
        ? new LockedOut("HubSpot has to be connected again: " + refused.why())
        : trouble;
  }

  private boolean endsSoon(OAuthTokens tokens) {
    return !tokens.refresh().isEmpty()
        && !clock.instant().isBefore(tokens.expiresAt().minus(BEFORE_END));
  }
}

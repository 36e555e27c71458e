package dev.baton.salesforce;

import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import dev.baton.salesforce.client.SalesforceAccess;
import dev.baton.salesforce.client.SalesforceFault;
import dev.baton.salesforce.client.SalesforceGrant;
import dev.baton.salesforce.client.SalesforceLetIn;
import dev.baton.salesforce.client.SalesforceOAuth;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one connection let in. Salesforce does not say how long a session lasts, and using it makes
 * it last longer, so another is had when one is refused; whoever needs it meanwhile waits for that
 * one renewal. Looks into the vault before renewing, because another node may have done it.
 */
public final class SalesforceSession implements SalesforceAccess {
  private final SalesforceOAuth oauth;
  private final OAuthTokenVault vault;
  private final AtomicReference<@Nullable SalesforceLetIn> current = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<SalesforceLetIn>> renewal =
      new AtomicReference<>();

  public SalesforceSession(SalesforceOAuth oauth, OAuthTokenVault vault) {
    this.oauth = oauth;
    this.vault = vault;
  }

  @Override
  public SalesforceLetIn letIn() {
    SalesforceLetIn now = known();
    return now.token().isEmpty() ? renewed(now) : now;
  }

  @Override
  public Optional<SalesforceLetIn> insteadOf(SalesforceLetIn refused) {
    SalesforceLetIn now = current.get();
    if (now != null && !now.token().equals(refused.token())) return Optional.of(now);
    return Optional.of(renewed(refused)).filter(other -> !other.token().equals(refused.token()));
  }

  /** The user Baton works as; empty before the first session, and where it was not told. */
  public String user() {
    return SalesforceRecords.fullId(known().user()).orElse("");
  }

  private SalesforceLetIn known() {
    SalesforceLetIn now = current.get();
    if (now != null) return now;
    SalesforceLetIn kept = kept(vault.load());
    if (!kept.token().isEmpty()) current.compareAndSet(null, kept);
    return kept;
  }

  private SalesforceLetIn renewed(SalesforceLetIn wornOut) {
    var mine = new CompletableFuture<SalesforceLetIn>();
    CompletableFuture<SalesforceLetIn> running = renewal.compareAndExchange(null, mine);
    if (running != null) return joined(running);
    try {
      SalesforceLetIn letIn = fromVaultOrSalesforce(wornOut);
      current.set(letIn);
      mine.complete(letIn);
    } catch (RuntimeException failed) {
      mine.completeExceptionally(failed);
    } finally {
      mine.completeExceptionally(new IllegalStateException("The renewal broke off"));
      renewal.set(null);
    }
    return joined(mine);
  }

  private static SalesforceLetIn joined(CompletableFuture<SalesforceLetIn> renewal) {
    try {
      return renewal.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof SalesforceFault fault) {
        throw new SalesforceFault(fault.trouble());
      }
      throw failed;
    }
  }

  /** Somebody may have renewed between the caller's refusal and this; then that is taken. */
  private SalesforceLetIn fromVaultOrSalesforce(SalesforceLetIn wornOut) {
    SalesforceLetIn now = current.get();
    if (now != null && !now.token().equals(wornOut.token())) return now;
    OAuthTokens tokens = vault.load();
    SalesforceLetIn kept = kept(tokens);
    if (!kept.token().isEmpty() && !kept.token().equals(wornOut.token())) return kept;
    SalesforceGrant granted = oauth.granted(tokens.refresh());
    String refresh = granted.refresh().isEmpty() ? tokens.refresh() : granted.refresh();
    vault.save(new OAuthTokens(granted.letIn().kept(), Instant.MAX, refresh));
    return granted.letIn();
  }

  private SalesforceLetIn kept(OAuthTokens tokens) {
    return SalesforceLetIn.read(tokens.access(), oauth.login());
  }
}

package dev.baton.hubspot;

import dev.baton.hubspot.client.HubSpotAccess;
import dev.baton.hubspot.client.HubSpotFault;
import dev.baton.hubspot.client.HubSpotGrant.Described;
import dev.baton.hubspot.client.HubSpotOAuth;
import java.util.List;
import java.util.Optional;

/** Which rights an admin has granted. HubSpot tells them for the tokens of an app only. */
final class HubSpotScopes {
  private final HubSpotOAuth oauth;
  private final HubSpotAccess access;
  private final boolean app;

  /**
   * @param app whether there is an app that tokens are bought for, and not one fixed token
   */
  HubSpotScopes(HubSpotOAuth oauth, HubSpotAccess access, boolean app) {
    this.oauth = oauth;
    this.access = access;
    this.app = app;
  }

  /**
   * The rights of the token in use; empty where HubSpot does not tell them.
   *
   * @throws HubSpotFault when there is no token, or HubSpot could not be asked
   */
  Optional<List<String>> granted() {
    String token = access.token();
    if (!app) return Optional.empty();
    Described described = oauth.describe(token);
    return Optional.of(described.scopes()).filter(scopes -> !scopes.isEmpty());
  }
}

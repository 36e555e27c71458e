package dev.baton.hubspot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Buys tokens for a HubSpot account. Secrets travel in the body, never in the address. */
public final class HubSpotOAuth {
  private final HubSpotWire wire;
  private final String clientId;
  private final String clientSecret;

  public HubSpotOAuth(HubSpotWire wire, String clientId, String clientSecret) {
    this.wire = wire;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
  }

  /** The next access token. */
  public HubSpotGrant.Granted refreshed(String refresh) {
    return granted(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
  }

  /**
   * The first tokens, for the code an admin's consent gave.
   *
   * @param verifier what the consent was bound to (PKCE), where it was
   */
  public HubSpotGrant.Granted exchanged(
      String code, String redirectUri, Optional<String> verifier) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "authorization_code");
    fields.put("code", code);
    fields.put("redirect_uri", redirectUri);
    verifier.ifPresent(text -> fields.put("code_verifier", text));
    return granted(fields);
  }

  /** A token of the app itself, for what is no account's business. */
  public HubSpotGrant.Granted ofApp(List<String> scopes) {
    return granted(Map.of("grant_type", "client_credentials", "scope", String.join(" ", scopes)));
  }

  /** Whom a token lets in. */
  public HubSpotGrant.Described describe(String token) {
    return HubSpotGrant.described(send("/token/introspect", Map.of("token", token)));
  }

  private HubSpotGrant.Granted granted(Map<String, String> fields) {
    HubSpotGrant.Granted granted = HubSpotGrant.granted(send("/token", fields));
    if (granted.access().isEmpty()) {
      throw new HubSpotFault(new HubSpotTrouble.Unreachable("HubSpot's answer has no token"));
    }
    return granted;
  }

  private JsonNode send(String path, Map<String, String> fields) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("client_id", clientId);
    form.put("client_secret", clientSecret);
    form.putAll(new java.util.TreeMap<>(fields));
    String root = "/oauth/" + wire.settings().oauthVersion();
    return wire.send(HubSpotRequest.form(root + path, form), Optional.empty());
  }
}

package dev.baton.hubspot.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Trades consent for tokens, and tokens for newer ones (RFC 6749, 7009, 7636, 7662). */
final class TokenEndpoints {
  private final SandboxSettings.App app;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Supplier<List<String>> portals;

  TokenEndpoints(SandboxSettings settings, Tokens tokens, Supplier<List<String>> portals) {
    this.app = settings.app();
    this.tokens = tokens;
    this.clock = settings.clock();
    this.portals = portals;
  }

  Answer token(Question question) {
    Map<String, String> form = form(question);
    Optional<Answer> stranger = stranger(form);
    if (stranger.isPresent()) return stranger.get();
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refreshed(form.getOrDefault("refresh_token", ""));
      case "authorization_code" -> redeemed(form);
      case "client_credentials" -> Answer.json(200, granted(""));
      default -> error(400, "unsupported_grant_type", "No such grant type");
    };
  }

  Answer introspect(Question question) {
    Map<String, String> form = form(question);
    Optional<Answer> stranger = stranger(form);
    if (stranger.isPresent()) return stranger.get();
    String token = form.getOrDefault("token", "");
    ObjectNode json = Json.object();
    Instant now = clock.instant();
    Optional<Tokens.Access> access = tokens.access(token).filter(a -> !a.expired(now));
    Optional<String> refreshed = tokens.portalOfRefresh(token);
    json.put("active", access.isPresent() || refreshed.isPresent());
    access.ifPresent(
        a -> {
          json.put("token_use", "access_token").put("client_id", app.clientId());
          json.put("app_id", app.id());
          if (!a.portal().isEmpty()) {
            json.put("hub_id", Long.parseLong(a.portal()));
            tokens.scopes(a.portal()).forEach(json.putArray("scopes")::add);
          }
          if (!a.expiresAt().equals(Instant.MAX)) {
            json.put("expires_in", a.expiresAt().getEpochSecond() - now.getEpochSecond());
          }
        });
    refreshed.ifPresent(
        portal -> {
          json.put("token_use", "refresh_token").put("client_id", app.clientId());
          json.put("app_id", app.id()).put("hub_id", Long.parseLong(portal));
        });
    return Answer.json(200, json);
  }

  Answer revoke(Question question) {
    Map<String, String> form = form(question);
    Optional<Answer> stranger = stranger(form);
    if (stranger.isPresent()) return stranger.get();
    tokens.revoke(form.getOrDefault("token", ""));
    return Answer.empty(200);
  }

  /** Where a person says yes: the sandbox's people always do, for the portal that is named. */
  Answer authorize(Question question) {
    String portal = question.query("portalId");
    if (portal.isEmpty() && portals.get().size() == 1) {
      portal = portals.get().getFirst();
    }
    String redirect = question.query("redirect_uri");
    if (!question.query("client_id").equals(app.clientId())
        || !redirect.startsWith("http")
        || !portals.get().contains(portal)) {
      return error(400, "invalid_request", "Needs client_id, redirect_uri and a portalId we know");
    }
    String method = question.query("code_challenge_method");
    if (!method.isEmpty() && !method.equals("S256")) {
      return error(400, "invalid_request", "The challenge method is S256");
    }
    String code =
        tokens.newCode(portal, redirect, question.query("code_challenge"), clock.instant());
    String location =
        redirect
            + (redirect.contains("?") ? "&" : "?")
            + "code="
            + code
            + "&state="
            + URLEncoder.encode(question.query("state"), StandardCharsets.UTF_8);
    return Answer.empty(302).with(Map.of("Location", location));
  }

  private Answer refreshed(String refreshToken) {
    return tokens
        .portalOfRefresh(refreshToken)
        .map(portal -> Answer.json(200, granted(portal).put("refresh_token", refreshToken)))
        .orElseGet(() -> error(400, "invalid_grant", "The refresh token is unknown or revoked"));
  }

  private Answer redeemed(Map<String, String> form) {
    return tokens
        .redeem(
            form.getOrDefault("code", ""),
            form.getOrDefault("redirect_uri", ""),
            form.getOrDefault("code_verifier", ""),
            clock.instant())
        .map(
            portal ->
                Answer.json(
                    200, granted(portal).put("refresh_token", tokens.newRefreshToken(portal))))
        .orElseGet(
            () ->
                error(
                    400,
                    "invalid_grant",
                    "The code is used, old, for another redirect_uri, or not yours"));
  }

  private ObjectNode granted(String portal) {
    ObjectNode json = Json.object().put("token_type", "bearer");
    json.put("access_token", tokens.newAccessToken(portal, clock.instant()));
    json.put("expires_in", tokens.accessLifeSeconds());
    if (!portal.isEmpty()) json.put("hub_id", Long.parseLong(portal));
    return json;
  }

  private Optional<Answer> stranger(Map<String, String> form) {
    boolean known =
        app.clientId().equals(form.get("client_id"))
            && app.clientSecret().equals(form.get("client_secret"));
    return known
        ? Optional.empty()
        : Optional.of(error(401, "invalid_client", "Wrong client_id or client_secret"));
  }

  private static Map<String, String> form(Question question) {
    return Request.form(new String(question.request().body(), StandardCharsets.UTF_8));
  }

  private static Answer error(int status, String error, String description) {
    return Answer.json(
        status, Json.object().put("error", error).put("error_description", description));
  }
}

package dev.baton.salesforce.sandbox;

import dev.baton.salesforce.sandbox.Tokens.Grant;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Trades consent, keys and assertions for sessions (RFC 6749, 7009, 7523, 7636). */
final class TokenEndpoints {
  static final String TOKEN = "/services/oauth2/token";
  static final String AUTHORIZE = "/services/oauth2/authorize";
  static final String REVOKE = "/services/oauth2/revoke";

  private final Orgs orgs;
  private final Tokens tokens;
  private final InstantSource clock;
  private final Supplier<URI> instance;

  TokenEndpoints(Orgs orgs, Tokens tokens, InstantSource clock, Supplier<URI> instance) {
    this.orgs = orgs;
    this.tokens = tokens;
    this.clock = clock;
    this.instance = instance;
  }

  Answer token(Request request) {
    Map<String, String> form = request.form();
    return switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> ofClient(form);
      case "urn:ietf:params:oauth:grant-type:jwt-bearer" -> asserted(form);
      case "authorization_code" -> redeemed(form);
      case "refresh_token" -> refreshed(form);
      default -> error("unsupported_grant_type", "grant type not supported");
    };
  }

  Answer revoke(Request request) {
    return tokens.revoke(request.form().getOrDefault("token", request.query("token")))
        ? Answer.empty(200)
        : error("invalid_token", "invalid token");
  }

  /** Where a person says yes: the sandbox's people always do, in the org their name belongs to. */
  Answer authorize(Request request) {
    Optional<ConnectedApp> app = orgs.app(request.query("client_id"));
    String redirect = request.query("redirect_uri");
    if (app.isEmpty()) return error("invalid_client_id", "client identifier invalid");
    if (!request.query("response_type").equals("code")) {
      return error("unsupported_response_type", "response type must be code");
    }
    if (!redirect.startsWith("http")) {
      return error("redirect_uri_mismatch", "redirect_uri must match configuration");
    }
    String method = request.query("code_challenge_method");
    if (!method.isEmpty() && !method.equals("S256")) {
      return error("invalid_request", "the code challenge method is S256");
    }
    Optional<Org> org = onlyOrg(app.get()).or(() -> orgs.ofUsername(request.query("login_hint")));
    if (org.isEmpty()) return error("invalid_request", "login_hint has to name a user we know");
    String code = org.get().access().consent(redirect, request.query("code_challenge"));
    String location =
        redirect
            + (redirect.contains("?") ? "&" : "?")
            + "code="
            + URLEncoder.encode(code, StandardCharsets.UTF_8)
            + "&state="
            + URLEncoder.encode(request.query("state"), StandardCharsets.UTF_8);
    return Answer.empty(302).with(Map.of("Location", location));
  }

  /** The org whose own app is asking; empty where that cannot be told by the app. */
  String orgOf(Request request) {
    return orgs.app(request.form().getOrDefault("client_id", ""))
        .flatMap(this::onlyOrg)
        .map(Org::id)
        .orElse("");
  }

  private Answer ofClient(Map<String, String> form) {
    Optional<ConnectedApp> app = known(form);
    if (app.isEmpty()) return stranger();
    // The real one asks at the org's own address, of which the sandbox has but one for all.
    return onlyOrg(app.get())
        .map(org -> granted(new Grant(org.id(), org.integrationUser().id()), ""))
        .orElseGet(() -> error("invalid_grant", "no client credentials user enabled"));
  }

  private Answer asserted(Map<String, String> form) {
    Optional<JwtAssertion> assertion = JwtAssertion.read(form.getOrDefault("assertion", ""));
    if (assertion.isEmpty()) return error("invalid_grant", "invalid assertion");
    Optional<ConnectedApp> app = orgs.app(assertion.get().issuer());
    if (app.isEmpty()) return error("invalid_client_id", "client identifier invalid");
    if (app.get().certificate().isEmpty()) {
      return error("invalid_grant", "app has no certificate to check assertions with");
    }
    Set<String> audiences =
        Set.of(
            instance.get().toString(),
            "https://login.salesforce.com",
            "https://test.salesforce.com");
    Optional<String> doubt =
        assertion.get().doubt(app.get().certificate().get(), audiences, clock.instant());
    if (doubt.isPresent()) return error("invalid_grant", doubt.get());
    String username = assertion.get().subject();
    return orgs.ofUsername(username)
        .filter(org -> app.get().isIn(org.id()))
        .flatMap(
            org ->
                org.records()
                    .users()
                    .named(username)
                    .map(user -> granted(new Grant(org.id(), user.id()), "")))
        .orElseGet(() -> error("invalid_grant", "user hasn't approved this consumer"));
  }

  private Answer redeemed(Map<String, String> form) {
    Optional<ConnectedApp> app = known(form);
    if (app.isEmpty()) return stranger();
    return tokens
        .redeem(
            form.getOrDefault("code", ""),
            form.getOrDefault("redirect_uri", ""),
            form.getOrDefault("code_verifier", ""),
            clock.instant())
        .filter(grant -> app.get().isIn(grant.orgId()))
        .map(grant -> granted(grant, tokens.newRefreshToken(grant.orgId(), grant.userId())))
        .orElseGet(() -> error("invalid_grant", "invalid authorization code"));
  }

  private Answer refreshed(Map<String, String> form) {
    Optional<ConnectedApp> app = known(form);
    if (app.isEmpty()) return stranger();
    return tokens
        .refreshing(form.getOrDefault("refresh_token", ""))
        .filter(grant -> app.get().isIn(grant.orgId()))
        .map(grant -> granted(grant, ""))
        .orElseGet(() -> error("invalid_grant", "expired access/refresh token"));
  }

  private Answer granted(Grant grant, String refreshToken) {
    Org org = orgs.find(grant.orgId()).orElseThrow();
    if (org.access().isWithdrawn()) {
      return error("invalid_grant", "user hasn't approved this consumer");
    }
    if (!org.records().users().isActive(grant.userId())) {
      return error("invalid_grant", "inactive user");
    }
    Instant now = clock.instant();
    var json = Json.object();
    json.put("access_token", tokens.newSession(grant.orgId(), grant.userId(), now));
    if (!refreshToken.isEmpty()) json.put("refresh_token", refreshToken);
    json.put("scope", "refresh_token api").put("instance_url", instance.get().toString());
    json.put("id", instance.get() + "/id/" + grant.orgId() + "/" + grant.userId());
    json.put("token_type", "Bearer").put("issued_at", Long.toString(now.toEpochMilli()));
    return Answer.json(200, json);
  }

  private Optional<ConnectedApp> known(Map<String, String> form) {
    return orgs.app(form.getOrDefault("client_id", ""))
        .filter(app -> app.consumerSecret().equals(form.get("client_secret")));
  }

  private Optional<Org> onlyOrg(ConnectedApp app) {
    if (app.orgId().isPresent()) return orgs.find(app.orgId().get());
    return orgs.all().size() == 1 ? Optional.of(orgs.all().getFirst()) : Optional.empty();
  }

  private static Answer stranger() {
    return error("invalid_client", "invalid client credentials");
  }

  private static Answer error(String error, String description) {
    return Answer.json(
        400, Json.object().put("error", error).put("error_description", description));
  }
}

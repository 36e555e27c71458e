package dev.baton.salesforce.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceCredentials.JwtBearer;
import dev.baton.salesforce.client.SalesforceTrouble.LockedOut;
import dev.baton.salesforce.client.SalesforceTrouble.Unreachable;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Buys sessions of an org. Secrets travel in the body, never in the address. */
public final class SalesforceOAuth {
  private static final String TOKEN = "/services/oauth2/token";

  /** Refusals that say "not now": nobody has withdrawn anything. */
  private static final Set<String> NOT_NOW =
      Set.of("unknown_error", "server_error", "temporarily_unavailable", "login_rate_exceeded");

  private final SalesforceWire wire;
  private final URI login;
  private final SalesforceCredentials credentials;
  private final InstantSource clock;
  private final ObjectMapper json = new ObjectMapper();

  public SalesforceOAuth(
      SalesforceWire wire, URI login, SalesforceCredentials credentials, InstantSource clock) {
    this.wire = wire;
    this.login = login;
    this.credentials = credentials;
    this.clock = clock;
  }

  /** Where sessions are asked for, and where an org is that names no other address. */
  public URI login() {
    return login;
  }

  /**
   * Another session.
   *
   * @param refresh what consent once gave; not looked at where Baton proves itself
   * @throws SalesforceFault when none is given
   */
  public SalesforceGrant granted(String refresh) {
    return switch (credentials) {
      case ClientCredentials app ->
          granted(
              Map.of(
                  "grant_type", "client_credentials",
                  "client_id", app.consumerKey(),
                  "client_secret", app.consumerSecret()));
      case JwtBearer bearer ->
          granted(
              Map.of(
                  "grant_type",
                  "urn:ietf:params:oauth:grant-type:jwt-bearer",
                  "assertion",
                  SalesforceAssertion.of(bearer, clock.instant())));
      case Consent consent -> {
        if (refresh.isEmpty()) throw lockedOut("nobody has consented yet");
        yield granted(
            Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                refresh,
                "client_id",
                consent.consumerKey(),
                "client_secret",
                consent.consumerSecret()));
      }
    };
  }

  /**
   * The first session, for the code a person's consent gave.
   *
   * @param verifier what the consent was bound to (PKCE)
   * @throws IllegalStateException where this connection does not go by consent
   */
  public SalesforceGrant exchanged(String code, String redirectUri, String verifier) {
    if (!(credentials instanceof Consent consent)) {
      throw new IllegalStateException("This connection needs nobody's consent");
    }
    return granted(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            redirectUri,
            "code_verifier",
            verifier,
            "client_id",
            consent.consumerKey(),
            "client_secret",
            consent.consumerSecret()));
  }

  private SalesforceGrant granted(Map<String, String> form) {
    String body =
        new java.util.TreeMap<>(form)
            .entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-www-form-urlencoded");
    headers.put("Accept", "application/json");
    SalesforceWire.Answer answer;
    try {
      answer = wire.post(login.resolve(TOKEN), headers, body.getBytes(UTF_8));
    } catch (IOException unanswered) {
      throw new SalesforceFault(new Unreachable(String.valueOf(unanswered.getMessage())));
    }
    JsonNode told = parsed(answer.body());
    if (answer.status() == 200) return SalesforceGrant.read(told, login);
    throw refusal(answer.status(), told);
  }

  /** A refusal with an error of OAuth's no waiting will help; all else is trouble on the way. */
  private static SalesforceFault refusal(int status, JsonNode told) {
    String error = told.path("error").asText("");
    if (status / 100 == 4 && error.matches("[a-z_]{1,60}") && !isNotNow(error, told)) {
      return lockedOut(error + ": " + described(told));
    }
    return new SalesforceFault(new Unreachable("Salesforce answered a renewal with " + status));
  }

  private static boolean isNotNow(String error, JsonNode told) {
    return NOT_NOW.contains(error) || described(told).contains("rate exceeded");
  }

  /** Descriptions are Salesforce's own words; one that could hold more than words is left out. */
  private static String described(JsonNode told) {
    String text = told.path("error_description").asText("");
    return text.matches("[A-Za-z ',./-]{1,120}") ? text : "no reason is told";
  }

  private static SalesforceFault lockedOut(String why) {
    return new SalesforceFault(
        new LockedOut("Salesforce has to be connected again by an admin: " + why));
  }

  private JsonNode parsed(byte[] body) {
    try {
      return json.readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

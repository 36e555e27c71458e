package dev.baton.server;

import dev.baton.salesforce.client.SalesforceCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceCredentials.Consent;
import dev.baton.salesforce.client.SalesforceCredentials.JwtBearer;
import java.net.URI;
import java.util.Map;

/** How Baton comes into a Salesforce org, as the company file says. */
final class SalesforceSignIn {
  /**
   * Connection setting: {@code client-credentials} (the default), {@code jwt} or {@code consent}.
   */
  static final String SIGN_IN = "sign-in";

  /** Connection setting, for jwt: the login name of the user Baton works as. */
  static final String USER_NAME = "user-name";

  /** Connection setting, for jwt: who the assertion is for, where it is not the usual address. */
  static final String AUDIENCE = "audience";

  private static final String PRODUCTION = "https://login.salesforce.com";
  private static final String SANDBOX = "https://test.salesforce.com";

  private SalesforceSignIn() {}

  /**
   * What Baton proves itself by.
   *
   * @throws Misconfigured saying what is missing
   */
  static SalesforceCredentials of(Config.SalesforceApp app, Map<String, String> settings) {
    String way = settings.getOrDefault(SIGN_IN, "client-credentials");
    return switch (way) {
      case "client-credentials" -> new ClientCredentials(app.clientId(), app.clientSecret());
      case "consent" -> new Consent(app.clientId(), app.clientSecret());
      case "jwt" -> jwt(app, settings);
      default ->
          throw new Misconfigured(SIGN_IN + " is client-credentials, jwt or consent, not " + way);
    };
  }

  private static JwtBearer jwt(Config.SalesforceApp app, Map<String, String> settings) {
    String user = settings.getOrDefault(USER_NAME, "");
    if (user.isEmpty()) {
      throw new Misconfigured(
          "sign-in by jwt needs the setting "
              + USER_NAME
              + ": the login name of the user Baton works as");
    }
    if (app.clientId().isEmpty()) {
      throw new Misconfigured(
          "sign-in by jwt needs the consumer key of the app: set "
              + Setting.SALESFORCE_CLIENT_ID.variable());
    }
    return new JwtBearer(
        app.clientId(),
        user,
        audience(settings),
        app.key()
            .orElseThrow(
                () ->
                    new Misconfigured(
                        "sign-in by jwt needs the private key of the app's certificate: set "
                            + Setting.SALESFORCE_KEY_FILE.variable())));
  }

  /** Salesforce's sandboxes have their own; their addresses say that they are some. */
  private static URI audience(Map<String, String> settings) {
    boolean sandbox =
        settings.getOrDefault(SalesforceCrm.MY_DOMAIN, "").contains(".sandbox.my.salesforce.com");
    String audience = settings.getOrDefault(AUDIENCE, sandbox ? SANDBOX : PRODUCTION);
    if (!audience.matches("https?://[A-Za-z0-9.:-]+")) {
      throw new Misconfigured(AUDIENCE + " is an address such as " + PRODUCTION);
    }
    return URI.create(audience);
  }
}

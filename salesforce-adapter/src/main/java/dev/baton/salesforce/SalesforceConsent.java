package dev.baton.salesforce;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.crm.CrmConsent;
import dev.baton.crm.OAuthTokens;
import dev.baton.salesforce.client.SalesforceGrant;
import dev.baton.salesforce.client.SalesforceOAuth;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;

/** How somebody lets Baton into a Salesforce org: signed in there as the user Baton works as. */
final class SalesforceConsent implements CrmConsent {
  /** What Baton's external client app asks for: the API, also when nobody is there. */
  static final String SCOPES = "api refresh_token";

  private final SalesforceOAuth oauth;
  private final String consumerKey;

  SalesforceConsent(SalesforceOAuth oauth, String consumerKey) {
    this.oauth = oauth;
    this.consumerKey = consumerKey;
  }

  @Override
  public URI page(URI back, String state, String challenge) {
    return oauth
        .login()
        .resolve(
            "/services/oauth2/authorize?response_type=code&client_id="
                + encoded(consumerKey)
                + "&redirect_uri="
                + encoded(back.toString())
                + "&scope="
                + encoded(SCOPES)
                + "&state="
                + encoded(state)
                + "&code_challenge="
                + encoded(challenge)
                + "&code_challenge_method=S256");
  }

  @Override
  public Consented redeem(String code, URI back, String verifier) {
    return SalesforceConnector.asking(
        () -> {
          SalesforceGrant granted = oauth.exchanged(code, back.toString(), verifier);
          return new Consented(
              SalesforceRecords.fullId(granted.organization()).orElse(""),
              new OAuthTokens(granted.letIn().kept(), Instant.MAX, granted.refresh()));
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

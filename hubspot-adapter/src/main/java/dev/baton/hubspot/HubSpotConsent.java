package dev.baton.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.crm.CrmConsent;
import dev.baton.crm.OAuthTokens;
import dev.baton.hubspot.client.HubSpotGrant.Granted;
import dev.baton.hubspot.client.HubSpotOAuth;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How somebody lets Baton into a HubSpot account: signed in there as a super admin. */
final class HubSpotConsent implements CrmConsent {
  /** The rights without which HubSpot lets nobody in: those the app requires, all of them. */
  static final List<String> SCOPES =
      List.of(
          "oauth",
          "crm.objects.contacts.read",
          "crm.objects.contacts.write",
          "crm.objects.owners.read",
          "crm.schemas.contacts.read",
          "crm.schemas.contacts.write");

  private final URI app;
  private final HubSpotOAuth oauth;
  private final String clientId;
  private final RoutedObject kind;
  private final InstantSource clock;

  /**
   * @param app where people use HubSpot, without a path
   */
  HubSpotConsent(
      URI app, HubSpotOAuth oauth, String clientId, RoutedObject kind, InstantSource clock) {
    this.app = app;
    this.oauth = oauth;
    this.clientId = clientId;
    this.kind = kind;
    this.clock = clock;
  }

  @Override
  public URI page(URI back, String state, String challenge) {
    return app.resolve(
        "/oauth/authorize?client_id="
            + encoded(clientId)
            + "&redirect_uri="
            + encoded(back.toString())
            + "&scope="
            + encoded(String.join(" ", SCOPES))
            + (optional().isEmpty()
                ? ""
                : "&optional_scope=" + encoded(String.join(" ", optional())))
            + "&state="
            + encoded(state)
            + "&code_challenge="
            + encoded(challenge)
            + "&code_challenge_method=S256");
  }

  /** Those to the kind of record that is routed: an account that lacks one can still connect. */
  List<String> optional() {
    if (kind == RoutedObject.CONTACTS) return List.of();
    String schemas = "crm.schemas." + kind.object();
    return Stream.concat(kind.scopes().stream(), Stream.of(schemas + ".read", schemas + ".write"))
        .toList();
  }

  @Override
  public Consented redeem(String code, URI back, String verifier) {
    return HubSpotConnector.asking(
        () -> {
          Instant asked = clock.instant();
          Granted granted = oauth.exchanged(code, back.toString(), Optional.of(verifier));
          return new Consented(
              oauth.describe(granted.access()).portal(),
              new OAuthTokens(granted.access(), asked.plus(granted.lasts()), granted.refresh()));
        });
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}

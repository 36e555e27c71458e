package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest extends SandboxTest {
  private static final String TOKEN = "/oauth/2026-03/token";

  TokensTest() {
    super(SandboxSettings.defaults());
  }

  @Test
  void a_refresh_token_buys_access_that_ends_after_half_an_hour() throws IOException {
    Reply granted = refresh(TOKEN);
    var caller = new Caller(sandbox, granted.json().path("access_token").asText());

    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.json().path("expires_in").asInt()).isEqualTo(1800);
    assertThat(granted.json().path("hub_id").asLong()).isEqualTo(4711);
    assertThat(granted.json().path("refresh_token").asText()).isEqualTo(portal.refreshToken());
    assertThat(caller.get(CONTACTS).status()).isEqualTo(200);
    clock.tick(Duration.ofMinutes(30));
    Reply late = caller.get(CONTACTS);
    assertThat(late.status()).isEqualTo(401);
    assertThat(late.json().path("category").asText()).isEqualTo("EXPIRED_AUTHENTICATION");
    assertThat(late.json().path("correlationId").asText()).isNotBlank();
  }

  @Test
  void a_token_opens_its_own_portal_and_no_other() throws IOException {
    String ann = ann();
    var other = new Caller(sandbox, sandbox.portal("4712").serviceKey());

    assertThat(app.get(CONTACTS + "/" + ann).status()).isEqualTo(200);
    assertThat(other.get(CONTACTS + "/" + ann).status()).isEqualTo(404);
    assertThat(new Caller(sandbox, "guessed").get(CONTACTS).json().path("category").asText())
        .isEqualTo("INVALID_AUTHENTICATION");
  }

  @Test
  void consent_becomes_tokens_once_and_only_for_who_asked() throws IOException {
    // The pair of RFC 7636, appendix B.
    String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    String verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    String first = portal.consent("http://127.0.0.1/back", challenge);
    Reply wrong = redeem(first, "another-verifier");
    String second = portal.consent("http://127.0.0.1/back", challenge);
    Reply right = redeem(second, verifier);
    Reply again = redeem(second, verifier);

    assertThat(wrong.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(right.status()).isEqualTo(200);
    assertThat(right.json().path("refresh_token").asText()).isNotBlank();
    assertThat(again.status()).isEqualTo(400);
  }

  @Test
  void a_person_is_sent_back_with_a_code_and_the_state() throws IOException {
    Reply back =
        app.get(
            "/oauth/authorize?client_id="
                + sandbox.clientId()
                + "&redirect_uri=http://127.0.0.1/back&state=a%20b&portalId=4711");

    assertThat(back.status()).isEqualTo(302);
    assertThat(back.header("Location"))
        .startsWith("http://127.0.0.1/back?code=")
        .endsWith("&state=a+b");
    String code = back.header("Location").replaceAll(".*code=|&state.*", "");
    assertThat(redeem(code, "").status()).isEqualTo(200);
  }

  @Test
  void strangers_and_unknown_grants_are_refused_in_the_words_of_the_rfc() throws IOException {
    Reply grant = app.form(TOKEN, Map.of("grant_type", "password"));
    Reply stranger = app.post(TOKEN, "grant_type=refresh_token&client_id=x&client_secret=y");
    Reply unknown =
        app.form(TOKEN, Map.of("grant_type", "refresh_token", "refresh_token", "guessed"));

    assertThat(grant.json().path("error").asText()).isEqualTo("unsupported_grant_type");
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.json().path("error").asText()).isEqualTo("invalid_client");
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(unknown.json().path("error_description").asText()).isNotBlank();
  }

  @Test
  void a_token_is_looked_into_and_revoked() throws IOException {
    String access = refresh("/oauth/v1/token").json().path("access_token").asText();

    Reply before = app.form(TOKEN + "/introspect", Map.of("token", access));
    app.form(TOKEN + "/revoke", Map.of("token", access));
    Reply after = app.form(TOKEN + "/introspect", Map.of("token", access));

    assertThat(before.json().path("active").asBoolean()).isTrue();
    assertThat(before.json().path("hub_id").asLong()).isEqualTo(4711);
    assertThat(after.json().path("active").asBoolean()).isFalse();
    assertThat(new Caller(sandbox, access).get(CONTACTS).status()).isEqualTo(401);
  }

  @Test
  void the_token_of_the_app_itself_opens_no_portal() throws IOException {
    Reply granted = app.form(TOKEN, Map.of("grant_type", "client_credentials"));

    var caller = new Caller(sandbox, granted.json().path("access_token").asText());
    assertThat(caller.get(CONTACTS).status()).isEqualTo(403);
  }

  @Test
  void ended_access_is_refreshed_but_withdrawn_access_is_not() throws IOException {
    var caller = new Caller(sandbox, refresh(TOKEN).json().path("access_token").asText());
    String refreshToken = portal.refreshToken();

    portal.expireAccess();
    assertThat(caller.get(CONTACTS).json().path("category").asText())
        .isEqualTo("EXPIRED_AUTHENTICATION");
    assertThat(app.get(CONTACTS).status()).isEqualTo(200);
    assertThat(refresh(TOKEN).status()).isEqualTo(200);

    portal.withdrawAccess();
    Reply refused =
        app.form(TOKEN, Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    assertThat(refused.json().path("error").asText()).isEqualTo("invalid_grant");
    assertThat(app.get(CONTACTS).status()).isEqualTo(401);
  }

  private Reply refresh(String path) throws IOException {
    return app.form(
        path, Map.of("grant_type", "refresh_token", "refresh_token", portal.refreshToken()));
  }

  private Reply redeem(String code, String verifier) throws IOException {
    return app.form(
        TOKEN,
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            "http%3A%2F%2F127.0.0.1%2Fback",
            "code_verifier",
            verifier));
  }
}

package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.salesforce.sandbox.Caller.Reply;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokensTest extends SandboxTest {
  // The example of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final String BACK = "http://127.0.0.1/back";

  private final Caller caller = new Caller(sandbox);

  @Test
  void client_credentials_buy_a_session_of_the_integration_user() throws Exception {
    Reply granted = clientCredentials();

    assertThat(granted.status()).isEqualTo(200);
    assertThat(granted.json().path("token_type").asText()).isEqualTo("Bearer");
    assertThat(granted.json().path("instance_url").asText()).isEqualTo(sandbox.api().toString());
    assertThat(granted.json().path("id").asText())
        .isEqualTo(sandbox.api() + "/id/" + org.id() + "/" + org.integrationUser().id());
    assertThat(granted.json().has("expires_in")).isFalse();
    assertThat(granted.json().has("refresh_token")).isFalse();
    String session = granted.json().path("access_token").asText();
    assertThat(session).startsWith(org.id().substring(0, 15) + "!");
    assertThat(connect(session).getUserInfo().getUserId()).isEqualTo(org.integrationUser().id());
  }

  @Test
  void client_credentials_may_come_in_a_header() throws Exception {
    String pair = org.access().consumerKey() + ":" + org.access().consumerSecret();
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    Reply granted =
        caller.post(
            "/services/oauth2/token",
            "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8),
            "Authorization",
            basic);

    assertThat(granted.status()).isEqualTo(200);
  }

  @Test
  void the_app_of_all_orgs_has_to_be_in_one_only_to_need_no_more_than_its_credentials()
      throws Exception {
    Map<String, String> form =
        Map.of(
            "grant_type", "client_credentials",
            "client_id", sandbox.consumerKey(),
            "client_secret", sandbox.consumerSecret());
    assertThat(caller.token(form).status()).isEqualTo(200);

    sandbox.openOrg("Other");

    assertThat(caller.token(form).error()).isEqualTo("invalid_grant");
    assertThat(clientCredentials().status()).isEqualTo(200);
  }

  @Test
  void a_person_is_sent_back_with_a_code_that_works_once() throws Exception {
    Reply back = authorize(Map.of("code_challenge", CHALLENGE, "code_challenge_method", "S256"));
    assertThat(back.status()).isEqualTo(302);
    assertThat(back.header("Location")).startsWith(BACK + "?code=").endsWith("&state=a+b");
    String code = back.header("Location").replaceAll(".*code=|&state.*", "");

    Reply granted = redeem(code, VERIFIER);

    assertThat(granted.json().path("refresh_token").asText()).isNotBlank();
    assertThat(connect(granted.json().path("access_token").asText()).getUserInfo()).isNotNull();
    assertThat(redeem(code, VERIFIER).error()).isEqualTo("invalid_grant");
    Reply refreshed = refresh(granted.json().path("refresh_token").asText());
    assertThat(connect(refreshed.json().path("access_token").asText()).getUserInfo()).isNotNull();
  }

  @Test
  void a_code_needs_the_verifier_it_was_asked_for_with() throws Exception {
    assertThat(redeem(org.access().consent(BACK, CHALLENGE), "guessed").error())
        .isEqualTo("invalid_grant");
    assertThat(redeem(org.access().consent(BACK, CHALLENGE), "").error())
        .isEqualTo("invalid_grant");
    assertThat(redeem(org.access().consent(BACK + "2", CHALLENGE), VERIFIER).error())
        .isEqualTo("invalid_grant");
    assertThat(redeem(org.access().consent(BACK, ""), VERIFIER).error()).isEqualTo("invalid_grant");
    assertThat(redeem(org.access().consent(BACK, ""), "").status()).isEqualTo(200);
    String old = org.access().consent(BACK, CHALLENGE);
    clock.tick(Duration.ofMinutes(10));
    assertThat(redeem(old, VERIFIER).error()).isEqualTo("invalid_grant");
  }

  @Test
  void of_several_orgs_the_one_of_the_person_is_authorised() throws Exception {
    sandbox.openOrg("Other");

    assertThat(authorize(Map.of()).error()).isEqualTo("invalid_request");
    assertThat(authorize(Map.of("login_hint", "ann@acme.example")).status()).isEqualTo(302);
    assertThat(authorize(Map.of("code_challenge_method", "plain")).error())
        .isEqualTo("invalid_request");
  }

  @Test
  void strangers_and_unknown_grants_are_refused_in_the_words_of_the_rfc() throws Exception {
    Reply password = caller.token(Map.of("grant_type", "password"));
    Reply stranger =
        caller.token(
            Map.of("grant_type", "client_credentials", "client_id", "x", "client_secret", "y"));

    assertThat(password.status()).isEqualTo(400);
    assertThat(password.error()).isEqualTo("unsupported_grant_type");
    assertThat(stranger.error()).isEqualTo("invalid_client");
    assertThat(refresh("guessed").error()).isEqualTo("invalid_grant");
    assertThat(refresh("guessed").json().path("error_description").asText()).isNotBlank();
  }

  @Test
  void a_revoked_token_opens_nothing() throws Exception {
    String session = clientCredentials().json().path("access_token").asText();

    Reply first = caller.form("/services/oauth2/revoke", Map.of("token", session));
    Reply again = caller.form("/services/oauth2/revoke", Map.of("token", session));

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.error()).isEqualTo("invalid_token");
    assertThatThrownBy(connect(session)::getUserInfo).asString().contains("INVALID_SESSION_ID");
    String refreshToken = org.access().refreshToken();
    String other = refresh(refreshToken).json().path("access_token").asText();
    caller.form("/services/oauth2/revoke", Map.of("token", refreshToken));
    assertThat(refresh(refreshToken).error()).isEqualTo("invalid_grant");
    assertThatThrownBy(connect(other)::getUserInfo).asString().contains("INVALID_SESSION_ID");
  }

  @Test
  void withdrawn_access_leaves_neither_session_nor_grant() throws Exception {
    String refreshToken = org.access().refreshToken();

    org.access().withdraw();

    assertThatThrownBy(app::getUserInfo).asString().contains("INVALID_SESSION_ID");
    assertThat(refresh(refreshToken).error()).isEqualTo("invalid_grant");
    assertThat(clientCredentials().error()).isEqualTo("invalid_grant");
    org.access().grant();
    assertThat(clientCredentials().status()).isEqualTo(200);
  }

  @Test
  void a_session_tells_who_its_user_is() throws Exception {
    Reply granted = clientCredentials();
    String bearer = "Bearer " + granted.json().path("access_token").asText();

    Reply info = caller.get("/services/oauth2/userinfo", "Authorization", bearer);
    Reply id =
        caller.get(
            granted.json().path("id").asText().substring(sandbox.api().toString().length()),
            "Authorization",
            bearer);

    assertThat(info.json().path("organization_id").asText()).isEqualTo(org.id());
    assertThat(info.json().path("user_id").asText()).isEqualTo(org.integrationUser().id());
    assertThat(id.json()).isEqualTo(info.json());
    assertThat(caller.get("/services/oauth2/userinfo").status()).isEqualTo(403);
  }

  private Reply clientCredentials() throws IOException {
    return caller.token(
        Map.of(
            "grant_type", "client_credentials",
            "client_id", org.access().consumerKey(),
            "client_secret", org.access().consumerSecret()));
  }

  private Reply refresh(String refreshToken) throws IOException {
    return caller.token(
        Map.of(
            "grant_type",
            "refresh_token",
            "refresh_token",
            refreshToken,
            "client_id",
            sandbox.consumerKey(),
            "client_secret",
            sandbox.consumerSecret()));
  }

  private Reply redeem(String code, String verifier) throws IOException {
    return caller.token(
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            BACK,
            "code_verifier",
            verifier,
            "client_id",
            sandbox.consumerKey(),
            "client_secret",
            sandbox.consumerSecret()));
  }

  private Reply authorize(Map<String, String> more) throws IOException {
    var query =
        new LinkedHashMap<>(
            Map.of(
                "response_type",
                "code",
                "client_id",
                sandbox.consumerKey(),
                "redirect_uri",
                BACK,
                "state",
                "a b"));
    query.putAll(more);
    return caller.get("/services/oauth2/authorize?" + Caller.encoded(query));
  }
}

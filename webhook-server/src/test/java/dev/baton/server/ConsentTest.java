package dev.baton.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.salesforce.sandbox.Org;
import dev.baton.salesforce.sandbox.SalesforceSandbox;
import dev.baton.salesforce.sandbox.SandboxSettings;
import dev.baton.server.App.Occasion;
import dev.baton.server.cli.BatonCommand;
import dev.baton.tag.Tag;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An admin lets Baton into a CRM account in the browser. */
class ConsentTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final CompanyId ACME = new CompanyId("acme");
  private static final String OTHER_ORG = "00D5g000004Other";

  @TempDir Path data;
  private final Browserless person = new Browserless();
  private final HubSpotSandbox hubspot =
      HubSpotSandbox.start(
          dev.baton.hubspot.sandbox.SandboxSettings.defaults()
              .withApp(77, "app", "client-secret-of-the-test"));
  private final Portal portal = hubspot.portal("4711");
  private final SalesforceSandbox salesforce = SalesforceSandbox.start(SandboxSettings.defaults());
  private final Org org = salesforce.openOrg("Acme");
  private App app;

  /** A company with a connection to each CRM, to these accounts. */
  private void start(String hubspotAccount, String salesforceAccount) {
    start(hubspotAccount, salesforceAccount, Map.of("sign-in", "consent"), Optional.empty());
  }

  private void start(
      String hubspotAccount,
      String salesforceAccount,
      Map<String, String> signIn,
      Optional<PrivateKey> key) {
    var settings = new HashMap<>(signIn);
    settings.put("my-domain", salesforce.api().toString());
    var connections =
        List.of(
            new CrmConnection(
                new ConnectionId("acme-hubspot"), ACME, "hubspot", hubspotAccount, Map.of()),
            new CrmConnection(
                new ConnectionId("acme-salesforce"),
                ACME,
                "salesforce",
                salesforceAccount,
                settings));
    var book =
        new BookDraft(List.of(Tag.preferential("Harbour")), List.of(), RoutingSettings.DEFAULT);
    var file =
        new CompanyFile(new Company(ACME, "Acme", ZoneOffset.UTC), connections, Map.of(), book);
    var config =
        ConfigUnderTest.embedded(data)
            .withApiToken(TOKEN)
            .withHubSpot(
                new Config.HubSpotApp(
                    "app", List.of(hubspot.clientSecret()), hubspot.api(), hubspot.api()))
            .withSalesforce(
                new Config.SalesforceApp(
                    org.access().consumerKey(), org.access().consumerSecret(), "", key));
    app = App.start(config, Occasion.inEarnest(List.of(file), Map.of()));
  }

  @AfterEach
  void close() {
    app.close();
    hubspot.close();
    salesforce.close();
  }

  private JsonNode post(String path) {
    HttpResponse<String> answer =
        person.send(
            HttpRequest.newBuilder(app.address().resolve(path))
                .header("X-Auth-Token", TOKEN)
                .POST(BodyPublishers.noBody()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    try {
      return new ObjectMapper().readTree(answer.body());
    } catch (java.io.IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private URI asked(String crm) {
    return URI.create(post("/api/v1/connections/acme-" + crm + "/consent").get("url").asText());
  }

  /** The CRM's page: the sandboxes' people always say yes. */
  private URI saysYes(URI page) {
    HttpResponse<String> answer = person.get(page);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private HttpResponse<String> press(URI back) {
    HttpResponse<String> page = person.get(back);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return send(field(page.body(), "state"), field(page.body(), "code"), "same-origin");
  }

  private HttpResponse<String> send(String state, String code, String site) {
    return person.send(
        HttpRequest.newBuilder(app.address().resolve("/connect/callback"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Sec-Fetch-Site", site)
            .POST(BodyPublishers.ofString("state=" + encoded(state) + "&code=" + encoded(code))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String field(String page, String name) {
    Matcher found = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  private boolean isMissing(String crm) {
    return post("/api/v1/connections/acme-" + crm + "/connect?dryRun=true")
        .get("consentMissing")
        .asBoolean();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubspot", "salesforce"})
  void who_says_yes_and_presses_the_button_lets_baton_in(String crm) {
    start(portal.id(), org.id());
    assertThat(isMissing(crm)).isTrue();

    URI back = saysYes(asked(crm));
    assertThat(isMissing(crm)).as("looking changes nothing").isTrue();
    HttpResponse<String> page = press(back);

    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    assertThat(page.body()).contains("is connected");
    assertThat(isMissing(crm)).isFalse();
    JsonNode looked = post("/api/v1/connections/acme-" + crm + "/connect?dryRun=true");
    assertThat(looked.at("/findings/0/what").asText()).startsWith("Connection to ");
    assertThat(looked.at("/findings/0/ok").asBoolean()).isTrue();
  }

  @Test
  void the_admin_is_asked_in_the_language_of_his_browser() {
    start(portal.id(), org.id());
    URI back = saysYes(asked("hubspot"));

    String page = person.send(HttpRequest.newBuilder(back).header("Accept-Language", "de")).body();

    assertThat(page)
        .contains("<html lang=\"de\">", "HubSpot verbinden?", ">Verbinden</button>")
        .contains("Baton bekommt Zugriff auf das HubSpot-Konto " + portal.id() + ": Es liest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubspot", "salesforce"})
  void an_answer_is_taken_once(String crm) {
    start(portal.id(), org.id());
    URI back = saysYes(asked(crm));
    press(back);

    HttpResponse<String> again = person.get(back);

    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("Used already");
    String state = back.getQuery().replaceAll(".*state=([^&]*).*", "$1");
    assertThat(send(state, "any-code", "same-origin").statusCode()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hubspot", "salesforce"})
  void who_lets_baton_into_another_account_is_told_and_nothing_is_kept(String crm) {
    start("99", dev.baton.salesforce.SalesforceId.parse(OTHER_ORG.substring(0, 15)).toString());

    HttpResponse<String> page = press(saysYes(asked(crm)));

    assertThat(page.statusCode()).isEqualTo(409);
    assertThat(page.body())
        .contains("another account", crm.equals("hubspot") ? portal.id() : org.id());
    assertThat(isMissing(crm)).isTrue();
  }

  @Test
  void who_says_no_can_say_yes_later() {
    start(portal.id(), org.id());
    URI page = asked("hubspot");
    String state = page.getQuery().replaceAll(".*&state=([^&]*).*", "$1");

    HttpResponse<String> denied =
        person.get(
            app.address().resolve("/connect/callback?error=access_denied&state=" + encoded(state)));

    assertThat(denied.statusCode()).isEqualTo(403);
    assertThat(denied.body()).contains("was not let into the HubSpot account");
    assertThat(press(saysYes(page)).statusCode()).isEqualTo(200);
  }

  @Test
  void a_code_the_crm_did_not_give_or_a_press_from_elsewhere_connects_nothing() {
    start(portal.id(), org.id());
    String state = saysYes(asked("hubspot")).getQuery().replaceAll(".*state=([^&]*).*", "$1");

    assertThat(send(state, "stolen", "cross-site").statusCode()).isEqualTo(403);
    assertThat(send("never-given-out", "code", "same-origin").statusCode()).isEqualTo(404);
    HttpResponse<String> forged = send(state, "forged-canary", "same-origin");
    assertThat(forged.statusCode()).isEqualTo(502);
    assertThat(forged.body()).doesNotContain("canary");
    assertThat(person.get(app.address().resolve("/connect/callback")).statusCode()).isEqualTo(404);
    assertThat(isMissing("hubspot")).isTrue();
  }

  @Test
  void by_certificate_nobody_has_to_be_asked() throws Exception {
    var keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    org.access().certificate(keys.getPublic());
    String user = org.integrationUser().username();
    start(
        portal.id(),
        org.id(),
        Map.of("sign-in", "jwt", "user-name", user),
        Optional.of(keys.getPrivate()));

    JsonNode looked = post("/api/v1/connections/acme-salesforce/connect?dryRun=true");

    assertThat(looked.at("/findings/0/what").asText()).isEqualTo("Connection to Acme");
    assertThat(looked.get("consentMissing").asBoolean()).isFalse();
    assertThat(
            person
                .send(
                    HttpRequest.newBuilder(
                            app.address().resolve("/api/v1/connections/acme-salesforce/consent"))
                        .header("X-Auth-Token", TOKEN)
                        .POST(BodyPublishers.noBody()))
                .body())
        .contains("needs nobody's consent");
  }

  @Test
  void the_command_prints_where_to_consent_and_how_it_goes_on() {
    start(portal.id(), org.id());
    var said = new StringWriter();

    int exit =
        BatonCommand.run(
            new PrintWriter(said, true),
            "connect",
            "hubspot",
            "--server=" + app.address(),
            "--api-token=" + TOKEN);

    assertThat(exit).isOne();
    assertThat(said.toString())
        .contains("Nobody has let Baton in yet", hubspot.api() + "/oauth/authorize?");
  }
}

package dev.baton.server.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Role;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcCompanies;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CRM accounts are connected, looked over and tried on pages. */
class ConnectionsPagesTest {
  private static final String ONE = "/connections/acme-hubspot";
  private static final CompanyId OTHER = new CompanyId("other");

  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "ed", Role.EDITOR, Optional.empty());
    new JdbcCompanies(staff.database()).put(new Company(OTHER, "Other", ZoneOffset.UTC));
    staff.add(OTHER, "oz", Role.ADMIN, Optional.empty());
    eve = in("eve");
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private Person in(String name) {
    var person = new Person(acme.app().address());
    assertThat(person.logIn(name + "@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    return person;
  }

  private static String where(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String found(String pattern, String in) {
    Matcher found = Pattern.compile(pattern).matcher(in);
    assertThat(found.find()).as(in).isTrue();
    return found.group(1).replace("&amp;", "&");
  }

  @Test
  void an_account_tells_whether_it_answers_and_when_it_called_last() {
    assertThat(eve.get("/connections").body())
        .contains("HubSpot 4711", "It answers.", "<dd>never</dd>", "at most 70 %");
    acme.leadArrives();
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> !eve.get(ONE).body().contains("<dd>never</dd>"));
  }

  /** Each look at recent leads searches three times, as often as Baton may in a second. */
  @Test
  void who_goes_through_the_first_steps_quickly_is_shown_recent_leads_each_time() {
    acme.leadArrives();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> eve.get("/setup/tags").body().contains("the 1 lead that came last"));
    for (int look = 0; look < 4; look++) {
      assertThat(eve.get("/setup/tags").body())
          .contains("the 1 lead that came last")
          .doesNotContain("cannot be read now");
    }
  }

  /** The installation's secret goes to that host when somebody has consented. */
  @Test
  void a_page_connects_salesforce_only_at_an_address_of_salesforce() {
    for (String domain :
        List.of(
            "",
            "https://evil.example",
            "http://acme.my.salesforce.com",
            "https://169.254.169.254",
            "https://acme.my.salesforce.com.evil.example",
            "https://evil.example/acme.my.salesforce.com",
            "https://acme.my.salesforce.com:8443",
            "https://a@acme.my.salesforce.com")) {
      HttpResponse<String> answer =
          eve.fill(
              "/connections/new",
              "/connections/new",
              Map.of("crm", "salesforce", "domain", domain, "salesforce-object", "Lead"));

      assertThat(answer.statusCode()).as(domain).isEqualTo(400);
      assertThat(answer.body()).as(domain).contains("Say where your org is");
    }
    assertThat(eve.get("/connections").body()).doesNotContain("acme-salesforce");
  }

  @Test
  void a_check_says_what_is_missing_and_creating_fields_is_told_in_the_audit_log() {
    assertThat(eve.get(ONE).body()).doesNotContain("Connection to HubSpot");
    assertThat(eve.get(ONE + "?check=now").body()).contains("class=\"findings\"", "Field ");
    assertThat(where(eve.fill(ONE, ONE + "/prepare", Map.of())))
        .isEqualTo(ONE + "?done=prepared&check=now");
    assertThat(eve.get("/audit").body()).contains("connection prepared", "acme-hubspot");
  }

  @Test
  void a_new_api_token_is_shown_once_ends_the_old_and_is_told_without_itself() {
    assertThat(eve.get("/connections").body()).contains("Made: ");
    HttpResponse<String> made = eve.fill("/connections", "/connections/token", Map.of());
    String token = found("id=\"token\">([^<]+)<", made.body());

    assertThat(api(token).statusCode()).isEqualTo(200);
    assertThat(api(Installation.API_TOKEN).statusCode()).as("the old one").isEqualTo(401);
    assertThat(eve.get("/connections").body()).doesNotContain(token);
    assertThat(eve.get("/audit").body())
        .contains("API token made", "the one before has ended")
        .doesNotContain(token);
  }

  private HttpResponse<String> api(String token) {
    return new Browserless()
        .send(
            HttpRequest.newBuilder(acme.app().address().resolve("/api/v1/leads"))
                .header("X-Auth-Token", token));
  }

  @Test
  void a_test_lead_travels_to_its_owner_and_is_deleted_again() {
    String watch = where(eve.fill(ONE, ONE + "/test-lead", Map.of("words", "Harbour, please")));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> eve.get(watch).body(), body -> body.contains("It waits for ann to answer."));
    assertThat(eve.get(watch).body())
        .contains("hx-get=\"" + watch + "\"", "http-equiv=\"refresh\"", "Pause");
    assertThat(eve.get(watch + "?paused=yes").body()).doesNotContain("hx-get", "http-equiv");

    assertThat(where(eve.fill(watch, watch + "/give", Map.of("agent", "ann")))).isEqualTo(watch);

    String there =
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> eve.get(watch).body(), body -> body.contains("all the way to ann"));
    assertThat(there).contains("The CRM names ann as the owner.").doesNotContain("hx-get");
    String done = where(eve.fill(watch, watch + "/delete", Map.of()));
    assertThat(eve.get(done).body()).contains("The test lead is deleted in HubSpot.");
    String contact = watch.substring(watch.lastIndexOf('-') + 1);
    assertThat(acme.portal().record("contacts", contact)).isEmpty();
    assertThat(eve.get("/audit").body()).contains("test lead sent", "test lead given");
  }

  @Test
  void a_webhook_address_without_a_secret_is_shown_and_not_renewed() {
    assertThat(eve.get(ONE).body()).contains("/webhooks/hubspot", "the address is no secret");
    assertThat(eve.fill(ONE, ONE + "/webhook", Map.of()).statusCode()).isEqualTo(409);
  }

  @Test
  void another_company_connects_an_account_of_its_own_by_consent() {
    acme.sandbox().portal("4712");
    Person oz = in("oz");
    HttpResponse<String> leaving =
        oz.fill(
            "/connections/new",
            "/connections/new",
            Map.of("crm", "hubspot", "hubspot-object", "contacts"));
    assertThat(leaving.statusCode()).as(leaving.body()).isEqualTo(200);
    assertThat(oz.get("/connections").body()).contains("Nobody has let Baton in yet.");
    assertThat(eve.get("/connections").body()).doesNotContain("other-hubspot");

    // Whoever lets Baton into an account that is connected is told so, and nothing is kept.
    assertThat(press(leaving.body(), "4711").body())
        .contains("Connected already")
        .doesNotContain("Acme");
    assertThat(oz.get("/connections").body()).contains("Nobody has let Baton in yet.");

    HttpResponse<String> again =
        oz.fill("/connections/other-hubspot", "/connections/other-hubspot/consent", Map.of());
    HttpResponse<String> letIn = press(again.body(), "4712");
    assertThat(letIn.body()).contains("HubSpot is connected", "/connections/other-hubspot");
    assertThat(oz.get("/connections").body()).contains("HubSpot 4712", "It answers.");
    assertThat(oz.get("/connections/other-hubspot?check=now").body())
        .contains("class=\"findings\"");
    assertThat(oz.get("/audit").body()).contains("connection begun", "consent asked for");
  }

  @Test
  void a_connection_that_was_begun_by_mistake_is_removed_and_can_be_begun_again() {
    acme.sandbox().portal("4712");
    Person oz = in("oz");
    String begun = "/connections/other-hubspot";
    String link = begun + "/remove";
    HttpResponse<String> leaving = begin(oz);
    assertThat(oz.get(begun).body()).contains("Never used", "href=\"" + link + "\"");

    assertThat(eve.get(link).statusCode()).as("another company's").isEqualTo(404);
    assertThat(eve.fill("/connections", link, Map.of()).statusCode()).isEqualTo(404);
    assertThat(oz.get(link).body()).contains("Remove this connection?");
    assertThat(oz.get("/connections").body()).as("asking removes nothing").contains(begun);
    String done = where(oz.fill(link, link, Map.of()));

    assertThat(oz.get(done).body())
        .contains("The connection is removed.", "No CRM account is connected yet.");
    assertThat(oz.get(begun).statusCode()).isEqualTo(404);
    assertThat(oz.get("/audit").body()).contains("connection removed", "other-hubspot");
    URI tooLate = back(leaving.body(), "4712");
    assertThat(new Browserless().get(tooLate).body()).contains("Nobody began to connect here.");

    assertThat(press(begin(oz).body(), "4712").body()).contains("HubSpot is connected");
    assertThat(oz.get("/connections").body()).contains("HubSpot 4712", "It answers.");
    HttpResponse<String> letIn = oz.fill("/connections", link, Map.of());
    assertThat(letIn.statusCode()).isEqualTo(409);
    assertThat(letIn.body()).contains("Baton is let into that account.");
  }

  private static HttpResponse<String> begin(Person admin) {
    HttpResponse<String> leaving =
        admin.fill(
            "/connections/new",
            "/connections/new",
            Map.of("crm", "hubspot", "hubspot-object", "contacts"));
    assertThat(leaving.statusCode()).as(leaving.body()).isEqualTo(200);
    return leaving;
  }

  @Test
  void a_connection_that_is_used_or_stands_in_a_file_is_not_removed() {
    assertThat(eve.get(ONE).body()).doesNotContain(ONE + "/remove");
    assertThat(eve.get(ONE + "/remove").body())
        .contains("This connection stays", "company file")
        .doesNotContain("action=\"" + ONE + "/remove\"");
    assertThat(eve.fill("/connections", ONE + "/remove", Map.of()).statusCode()).isEqualTo(409);
    assertThat(eve.get("/connections").body()).contains("HubSpot 4711");
  }

  @Test
  void a_connection_by_which_leads_have_come_stays_and_says_so() {
    Portal theirs = acme.sandbox().portal("4712");
    theirs.installBatonProperties();
    Person oz = in("oz");
    press(begin(oz).body(), "4712");
    theirs.createContact(Map.of("firstname", "Cleo", "message", "A villa"));
    await().atMost(Duration.ofSeconds(15)).until(() -> oz.get("/leads").body().contains("Cleo"));

    String link = "/connections/other-hubspot/remove";
    assertThat(oz.get("/connections/other-hubspot").body()).doesNotContain(link);
    HttpResponse<String> refused = oz.fill("/connections", link, Map.of());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Leads have come by it.");
    assertThat(oz.get("/audit").body()).doesNotContain("connection removed");
  }

  /** Somebody says yes in HubSpot, for that account, and presses the button that follows. */
  private HttpResponse<String> press(String leaving, String portal) {
    var http = new Browserless();
    String form = http.get(back(leaving, portal)).body();
    return http.send(
        HttpRequest.newBuilder(acme.app().address().resolve("/connect/callback"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "state="
                        + found("name=\"state\" value=\"([^\"]+)\"", form)
                        + "&code="
                        + found("name=\"code\" value=\"([^\"]+)\"", form))));
  }

  /** Where HubSpot sends somebody who says yes there. */
  private static URI back(String leaving, String portal) {
    URI page = URI.create(found("class=\"button go\" href=\"([^\"]+)\"", leaving));
    HttpResponse<String> yes = new Browserless().get(URI.create(page + "&portalId=" + portal));
    return URI.create(yes.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void a_form_that_connects_says_what_is_wrong() {
    HttpResponse<String> wrong =
        eve.fill("/connections/new", "/connections/new", Map.of("crm", "hubspot"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("Choose what Baton hands out.");
    assertThat(eve.get("/connections/new").body())
        .as("this installation has no app there")
        .contains("BATON_SALESFORCE_CLIENT_ID");
    assertThat(eve.fill("/connections/new", "/connections/new", Map.of("crm", "x")).statusCode())
        .isEqualTo(400);
  }

  @Test
  void what_is_another_companys_is_not_there_and_editors_have_no_secrets() {
    Person oz = in("oz");
    assertThat(oz.get("/connections").body()).doesNotContain("4711");
    assertThat(oz.get(ONE).statusCode()).isEqualTo(404);
    assertThat(oz.fill("/connections", ONE + "/test-lead", Map.of()).statusCode()).isEqualTo(404);
    assertThat(oz.fill("/connections", ONE + "/consent", Map.of()).statusCode()).isEqualTo(404);
    assertThat(in("ed").get("/connections").statusCode()).isEqualTo(403);
    assertThat(in("ed").get("/tags").body()).doesNotContain("/connections");
  }

  @Test
  void pages_are_framed_by_the_sites_an_admin_names_and_by_no_others() {
    assertThat(policy(eve.get("/tags"))).contains("frame-ancestors 'none'");
    HttpResponse<String> wrong =
        eve.fill(
            "/settings/embedding",
            "/settings/embedding",
            Map.of("sites", "http://acme.example\nhttps://*.force.com"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("http://acme.example", "https://*.force.com");

    eve.fill(
        "/settings/embedding",
        "/settings/embedding",
        Map.of("sites", "https://Acme.lightning.force.com/\nhttps://app.hubspot.com"));

    HttpResponse<String> framed = eve.get("/tags");
    assertThat(policy(framed))
        .contains(
            "frame-ancestors 'self' https://acme.lightning.force.com https://app.hubspot.com;");
    assertThat(framed.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(policy(eve.get("/tags/edit?tag=none"))).as("problem pages").contains("app.hubspot");
    assertThat(policy(eve.get("/login"))).contains("frame-ancestors 'none'");
    assertThat(policy(in("oz").get("/tags"))).as("others").contains("frame-ancestors 'none'");
    HttpResponse<String> stranger = new Person(acme.app().address()).get("/tags");
    assertThat(policy(stranger)).contains("frame-ancestors 'none'");
    assertThat(stranger.headers().firstValue("X-Frame-Options")).contains("DENY");
    assertThat(eve.get("/audit").body()).contains("embedding changed", "https://app.hubspot.com");
    eve.fill("/settings/embedding", "/settings/embedding", Map.of("sites", ""));
    assertThat(policy(eve.get("/tags"))).contains("frame-ancestors 'none'");
  }

  private static String policy(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
  }
}

package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.server.App;
import dev.baton.server.App.Occasion;
import dev.baton.server.Config;
import dev.baton.server.ConfigUnderTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A new company, from signing up to its first owned lead, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingUpInBrowserTest {
  private static final Duration PROMISED = Duration.ofMinutes(2);

  private static Chromium browser;
  private static HubSpotSandbox hubspot;
  private static Portal portal;
  private static App app;
  private static Page page;
  private static String watched;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    hubspot =
        HubSpotSandbox.start(
            SandboxSettings.defaults()
                .withApp(77, "app", "client-secret-of-the-test")
                .withoutLimits()
                // The leads are there long before somebody sets Baton up.
                .withSearchLag(Duration.ZERO));
    portal = hubspot.portal("4711");
    portal.addOwner("Ada Brook", "ada@globex.example");
    portal.addOwner("Ben Carter", "ben@globex.example");
    for (String asked : List.of("A flat at the harbour", "Harbour, two rooms", "A villa")) {
      portal.createContact(
          Map.of(
              "firstname", "Cleo", "lastname", "Canary", "message", asked, "company", "Initech"));
    }
    app =
        App.start(
            ConfigUnderTest.embedded(data)
                .withHubSpot(
                    new Config.HubSpotApp(
                        "app", List.of(hubspot.clientSecret()), hubspot.api(), hubspot.api())),
            Occasion.inEarnest(List.of(), Map.of()));
    hubspot.webhooks().target(app.publicUrl().resolve("/webhooks/hubspot"));
    page = browser.page(Chromium.screen(1280, 800));
  }

  @AfterAll
  static void stop() {
    if (app != null) app.close();
    if (hubspot != null) hubspot.close();
    if (browser != null) browser.close();
  }

  private static void go(String address) {
    page.navigate(app.publicUrl().resolve(address).toString());
  }

  private static void press(String button) {
    Chromium.button(page, button).click();
  }

  private static void follow(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true))
        .first()
        .click();
  }

  private static void at(String headline) {
    Chromium.awaitHeadline(page, headline);
  }

  @Test
  @Order(1)
  void from_signing_up_to_the_first_owned_lead_it_takes_less_than_two_minutes() {
    Instant began = Instant.now();
    go("/signup");
    page.locator("#company").fill("Globex");
    page.locator("#name").fill("Flo First");
    page.locator("#email").fill("flo@globex.example");
    page.locator("#zone").fill("Europe/Berlin");
    press("Sign up");
    page.locator("#password").fill("Globex-2026");
    page.locator("#again").fill("Globex-2026");
    press("Set password");

    at("The database");
    assertThat(page.locator(".findings")).containsText("H2");
    press("Go on");
    at("The public address");
    assertThat(page.locator(".findings")).containsText("Baton reaches itself there.");
    press("Go on");
    at("Your CRM");
    follow("Connect a CRM account");
    press("Connect HubSpot");
    follow("Go to HubSpot");
    press("Connect");
    at("HubSpot is connected");
    follow("Go on");
    press("Create Baton's fields there");
    assertThat(page.locator(".findings .missing")).hasCount(1);
    assertThat(page.locator(".findings .missing")).containsText("Publish the first tags");
    follow("Go on setting up");
    at("Your CRM");
    press("Go on");
    at("What Baton reads");
    assertThat(page.locator("section.panel dl")).containsText("A villa");
    press("Save and go on");
    at("Who answers leads");
    press("Make them agents");
    at("Which words matter");
    page.getByLabel("Harbour").check();
    press("Use these tags");
    at("How long an offer lasts");
    press("Go on");
    at("How agents are told");
    press("Go on");
    at("Let it hold");
    press("Publish");
    at("Send a test lead");
    press("Send it through HubSpot 4711");
    at("A test lead on its way");
    press("Accept it for the agent");
    assertThat(page.locator(".so-far")).containsText("It has come all the way to");
    Duration took = Duration.between(began, Instant.now());
    watched = page.url();
    press("Finish setting up");
    assertThat(page).hasURL(app.publicUrl().resolve("/dashboard").toString());

    System.out.println("From signing up to the first owned lead: " + took.toSeconds() + " s");
    assertThat(took).isLessThan(PROMISED);
    assertThat(portal.tasksOf("contacts", contactOf(watched))).isNotEmpty();
    String owner =
        portal.record("contacts", contactOf(watched)).orElseThrow().value("hubspot_owner_id");
    assertThat(owner).isNotEmpty();
  }

  private static String contactOf(String address) {
    return address.substring(address.lastIndexOf('-') + 1);
  }

  @Test
  @Order(2)
  void its_steps_can_be_used_by_everybody_and_gone_back_to() {
    for (String step :
        List.of(
            "database",
            "address",
            "crm",
            "fields",
            "agents",
            "tags",
            "window",
            "messages",
            "publish",
            "lead")) {
      go("/setup/" + step);
      EveryLook.isForEverybody(page, "setup-" + step);
    }
    go("/setup/window");
    page.locator("#length").fill("1");
    press("Go on");
    assertThat(page.locator(".errors")).containsText("from 2 minutes to 2 weeks");
    EveryLook.isForEverybody(page, "setup-window-wrong");
  }

  @Test
  @Order(3)
  void connections_and_deliveries_can_be_used_by_everybody() {
    page.navigate(watched);
    EveryLook.isForEverybody(page, "test-lead");
    go("/connections");
    EveryLook.isForEverybody(page, "connections");
    follow("HubSpot 4711");
    follow("Check");
    assertThat(page.locator("#check + p")).containsText("All is in place");
    EveryLook.isForEverybody(page, "connection");
    press("Let Baton in again");
    EveryLook.isForEverybody(page, "connection-leaving");
    go("/connections/new");
    EveryLook.isForEverybody(page, "connection-new");
    press("Connect HubSpot");
    follow("Not now");
    EveryLook.isForEverybody(page, "connection-unused");
    follow("Remove this connection");
    EveryLook.isForEverybody(page, "connection-remove");
    press("Remove this connection");
    assertThat(page.locator(".good-news")).containsText("The connection is removed.");
    go("/connections");
    press("Make a token");
    EveryLook.isForEverybody(page, "api-token");
    go("/settings/embedding");
    page.locator("#sites").fill("http://acme.example");
    press("Save");
    EveryLook.isForEverybody(page, "embedding-wrong");
    go("/deliveries");
    EveryLook.isForEverybody(page, "deliveries");
    page.locator("table.list tbody a").first().click();
    EveryLook.isForEverybody(page, "delivery");
    go("/deliveries?direction=in");
    page.locator("table.list tbody a").first().click();
    EveryLook.isForEverybody(page, "delivery-in");
  }
}

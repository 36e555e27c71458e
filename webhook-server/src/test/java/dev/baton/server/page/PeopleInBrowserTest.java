package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of who has logged in, in the demonstration. */
class PeopleInBrowserTest {
  private static Chromium browser;
  private static Demo demo;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    demo = Demo.start(ConfigUnderTest.embedded(data));
  }

  @AfterAll
  static void stop() {
    if (demo != null) demo.close();
    if (browser != null) browser.close();
  }

  private static String at(String address) {
    return demo.app().address().resolve(address).toString();
  }

  private static Page open(String address) {
    return browser.page(Chromium.screen(1280, 800), demo.app().address().resolve(address));
  }

  private static Page asAdmin(String address) {
    Page page = open(address);
    Chromium.button(page, "Look around as admin").click();
    return page;
  }

  @Test
  void the_ways_in_can_be_used_by_everybody() {
    Page page = open("/login");
    EveryLook.isForEverybody(page, "login");
    page.locator("#email").fill("dana@demo.example");
    page.locator("#password").fill("wrong");
    page.locator("button.yes").click();
    assertThat(page.locator(".errors")).isVisible();
    EveryLook.isForEverybody(page, "login-wrong");
    page.navigate(at("/password"));
    EveryLook.isForEverybody(page, "password");
    page.navigate(at("/login/code"));
    EveryLook.isForEverybody(page, "login-code");
    page.navigate(at("/password/nobodys"));
    EveryLook.isForEverybody(page, "password-gone");
    page.navigate(at("/signup"));
    EveryLook.isForEverybody(page, "signup-closed");
  }

  @Test
  void a_stranger_comes_in_and_is_where_he_wanted_to_go() {
    Page page = asAdmin("/tags");
    assertThat(Chromium.headline(page)).isEqualTo("Tags");
    Chromium.button(page, "Log out").click();
    assertThat(Chromium.headline(page)).isEqualTo("Log in");
    page.navigate(at("/tags"));
    assertThat(Chromium.headline(page)).isEqualTo("Log in");
  }

  @Test
  void the_pages_of_people_can_be_used_by_everybody() {
    Page page = asAdmin("/users");
    EveryLook.isForEverybody(page, "users");
    page.locator("table.list tbody a").first().click();
    EveryLook.isForEverybody(page, "agent");
    page.getByText("Contact settings").click();
    EveryLook.isForEverybody(page, "contact");
    page.locator("#mobile").fill("12");
    Chromium.button(page, "Save").click();
    assertThat(page.locator(".errors")).containsText("A mobile number is like");
    EveryLook.isForEverybody(page, "contact-wrong");
    Chromium.button(page, "Send a test message").click();
    assertThat(page.locator("main .errors")).containsText("No test message went out");
    page.navigate(at("/users/new"));
    EveryLook.isForEverybody(page, "agent-new");
    page.navigate(at("/users/accounts/new"));
    EveryLook.isForEverybody(page, "account-new");
    page.navigate(at("/account"));
    EveryLook.isForEverybody(page, "account");
    page.navigate(at("/account/code"));
    EveryLook.isForEverybody(page, "account-code");
    page.navigate(at("/audit"));
    EveryLook.isForEverybody(page, "audit");
    page.navigate(at("/users/agents/nobody"));
    EveryLook.isForEverybody(page, "not-found");
  }

  @Test
  void a_tag_is_made_looked_over_and_published() {
    Page page = asAdmin("/tags");
    EveryLook.isForEverybody(page, "tags");
    page.getByText("New tag").click();
    page.locator("#name").fill("Penthouse");
    page.locator("#weight").fill("many");
    page.locator("main button.yes").click();
    assertThat(page.locator(".errors")).containsText("whole number");
    EveryLook.isForEverybody(page, "tag-wrong");
    page.locator("#weight").fill("120");
    page.locator("main button.yes").click();
    page.locator(".draft a").click();
    assertThat(page.locator("table.list")).containsText("Penthouse");
    EveryLook.isForEverybody(page, "draft");
    Chromium.button(page, "Publish").click();
    assertThat(page.locator(".good-news")).containsText("It holds from now on");
    page.getByText("Earlier revisions").click();
    EveryLook.isForEverybody(page, "history");
    page.locator("table.list tbody a").first().click();
    assertThat(page.locator("table.list")).containsText("Penthouse");
    EveryLook.isForEverybody(page, "revision");
  }

  @Test
  void several_tags_and_agents_are_changed_and_the_draft_tells_what_it_does() {
    Page page = asAdmin("/tags");
    page.locator(".pick input").first().check();
    page.locator(".pick input").nth(1).check();
    Chromium.button(page, "Change in my draft").click();
    assertThat(page.locator(".errors")).containsText("Choose a rule");
    EveryLook.isForEverybody(page, "tags-wrong");
    page.locator("#weight").fill("900");
    Chromium.button(page, "Change in my draft").click();
    assertThat(page.locator(".good-news")).containsText("Changed in your draft");
    page.navigate(at("/users"));
    page.locator(".pick input").first().check();
    page.locator("#add").fill("PK_500");
    Chromium.button(page, "Change in my draft").click();
    page.locator(".draft a").click();
    assertThat(page.locator("#effect")).isVisible();
    assertThat(page.locator(".effect")).containsText("would have gone first to somebody else");
    page.locator(".effect summary").click();
    EveryLook.isForEverybody(page, "draft-effect");
    Chromium.button(page, "Discard my changes").click();
  }

  @Test
  void a_tag_is_tried_while_it_is_typed() {
    Page page = asAdmin("/tags/new");
    page.locator("#name").pressSequentially("berlin");
    assertThat(page.locator("#matched")).containsText("This would have matched");
    page.locator("#billable").check();
    page.locator("#amount").fill("0.10");
    Chromium.button(page, "Save to my draft").click();
    assertThat(page.locator(".errors")).containsText("A price is 0.50 or more");
    EveryLook.isForEverybody(page, "tag-price");
  }

  @Test
  void users_are_imported_from_a_file() {
    Page page = asAdmin("/users");
    page.locator("main a:text('Import')").click();
    EveryLook.isForEverybody(page, "import");
    page.locator("#text")
        .fill(
            "E-mail,Name,Tags,Mobile\nzoe@demo.example,Zoe,,+491511234567\nnone,Nobody,Castle,\n");
    Chromium.button(page, "Look at what it would do").click();
    assertThat(page.locator("main")).containsText("1 new, 0 updated, 0 unchanged, 1 left out.");
    EveryLook.isForEverybody(page, "import-preview");
    Chromium.button(page, "Take it over").click();
    assertThat(page.locator(".good-news")).containsText("Imported");
    assertThat(page.locator("table.list")).containsText("Zoe");
    page.locator(".draft a").click();
    Chromium.button(page, "Discard my changes").click();
  }
}

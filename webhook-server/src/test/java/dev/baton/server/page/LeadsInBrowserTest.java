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

/** The pages of leads in the demonstration, which has many: none of them has a script. */
class LeadsInBrowserTest {
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

  private static Page asAdmin(String address) {
    Page page = browser.page(Chromium.screen(1280, 800), demo.app().address().resolve(address));
    Chromium.button(page, "Look around as admin").click();
    return page;
  }

  private static void open(Page page, String status) {
    page.navigate(at("/leads?status=" + status));
    page.locator("table.list tbody a").first().click();
  }

  @Test
  void the_list_of_leads_is_for_everybody() {
    Page page = asAdmin("/leads");
    assertThat(page.locator("table.list")).isVisible();
    EveryLook.isForEverybody(page, "leads");
    page.getByText("Narrow the list").click();
    page.locator("#status").selectOption("accepted");
    Chromium.button(page, "Find").click();
    assertThat(page.locator("table.list tbody .status").first()).hasText("accepted");
    EveryLook.isForEverybody(page, "leads-narrowed");
    page.navigate(at("/leads?q=nobodyiscalledso"));
    EveryLook.isForEverybody(page, "leads-none");
    page.navigate(at("/leads?from=soon"));
    EveryLook.isForEverybody(page, "leads-wrong");
  }

  @Test
  void a_lead_is_looked_at_assigned_commented_and_told_how_far_it_has_come() {
    Page page = asAdmin("/leads");
    open(page, "delinquent");
    EveryLook.isForEverybody(page, "lead-delinquent");
    page.getByText("Edit and resubmit").click();
    EveryLook.isForEverybody(page, "lead-resubmit");
    page.getByText("Leave it as it is").click();
    page.getByText("Assign", new Page.GetByTextOptions().setExact(true)).click();
    Chromium.button(page, "Assign").click();
    assertThat(page.locator(".errors")).containsText("Choose who gets it");
    EveryLook.isForEverybody(page, "lead-assign-wrong");
    page.locator("#agent")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
    Chromium.button(page, "Assign").click();
    assertThat(page.locator(".good-news")).hasText("It is assigned.");
    page.locator("#text").fill("Please call before noon.");
    Chromium.button(page, "Comment").click();
    assertThat(page.locator(".said")).containsText("Please call before noon.");
    page.locator("#deal").selectOption("IN_PROGRESS");
    page.locator("#value").fill("450000");
    Chromium.button(page, "Save").click();
    assertThat(page.locator(".errors")).containsText("A currency is three letters");
    EveryLook.isForEverybody(page, "lead-conversion-wrong");
    page.locator("#currency").fill("EUR");
    Chromium.button(page, "Save").click();
    assertThat(page.locator(".said")).containsText("In progress, 450000.00 EUR");
    EveryLook.isForEverybody(page, "lead-owned");
    page.getByText("Move or give back").click();
    EveryLook.isForEverybody(page, "lead-move");
  }

  @Test
  void why_a_lead_is_where_it_is_stands_one_step_away() {
    Page page = asAdmin("/leads");
    open(page, "accepted");
    EveryLook.isForEverybody(page, "lead-accepted");
    page.getByText("Why is it there?").click();
    assertThat(Chromium.headline(page)).contains("is where it is");
  }
}

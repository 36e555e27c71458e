package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The dashboard of the demonstration, which has a history of thirty days. It has no script at all,
 * so that nothing is tried with it.
 */
class DashboardInBrowserTest {
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

  private static Page open(String address) {
    return open(Chromium.screen(1280, 800), address);
  }

  private static Page open(NewContextOptions options, String address) {
    return browser.page(options, demo.app().address().resolve(address));
  }

  private static Locator figure(Page page, String label) {
    return page.locator(".figure")
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    page.locator("dt")
                        .getByText(label, new Locator.GetByTextOptions().setExact(true))));
  }

  private static Locator agent(Page page) {
    return page.locator(".agent").first();
  }

  @Test
  void it_can_be_used_by_everybody() {
    Page page = open("/dashboard");
    EveryLook.isForEverybody(page, "dashboard");
    page.navigate(page.url() + "?compare=previous");
    agent(page).locator("summary").click();
    EveryLook.isForEverybody(page, "dashboard-compared");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator(".ask")).isHidden();
    Pictures.forUs(page, "dashboard-print");
  }

  @Test
  void what_it_says_of_wrong_addresses_and_of_nothing_can_be_used_by_everybody() {
    Page page = open("/dashboard?from=yesterday&to=2999-01-01&team=nobody&zone=Mars");
    EveryLook.isForEverybody(page, "dashboard-wrong");
    page.navigate(at("/dashboard?from=2021-03-01&to=2021-03-01&asOf=2021-03-02T00:00:00Z"));
    EveryLook.isForEverybody(page, "dashboard-nothing");
  }

  private static String at(String address) {
    return demo.app().address().resolve(address).toString();
  }

  @Test
  void what_stands_behind_its_numbers_can_be_used_by_everybody() {
    Page page = open("/dashboard");
    agent(page).locator("summary").click();
    agent(page).locator(".numbers a").first().click();
    EveryLook.isForEverybody(page, "dashboard-leads");
    page.getByText("Dashboard").click();
    agent(page).locator(".score").click();
    EveryLook.isForEverybody(page, "dashboard-score");
    page.getByText("Dashboard").click();
    figure(page, "Performance score").locator("a").click();
    EveryLook.isForEverybody(page, "dashboard-score-of-company");
  }
}

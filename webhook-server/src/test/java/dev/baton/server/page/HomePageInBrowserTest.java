package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The demonstration's home page: leads travelling, for everybody to watch. With {@code
 * -Dbaton.pictures} the documentation's picture of it is taken anew.
 */
class HomePageInBrowserTest {
  private static Chromium browser;
  private static Demo demo;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    demo = Demo.start(ConfigUnderTest.embedded(data));
    assertThat(demo.open()).as("a lead that waits for the visitor").isPresent();
  }

  @AfterAll
  static void stop() {
    if (demo != null) demo.close();
    if (browser != null) browser.close();
  }

  private static Page open(int width) {
    return browser.page(Chromium.screen(width, 800), demo.app().address());
  }

  @Test
  void it_can_be_used_by_everybody() {
    Page page = open(1280);
    page.locator("tr.owned").nth(2).waitFor();
    EveryLook.isForEverybody(page, "home");
    page.setViewportSize(1060, 620);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    Pictures.forDocumentation(page, "home", ".accepted", ".declined", ".missed", ".asked");
  }

  @Test
  void it_moves_by_itself() {
    Page page = open(768);
    String before = page.locator(".time").innerText();
    page.waitForFunction("before => document.querySelector('.time').innerText !== before", before);
  }

  @Test
  void it_can_be_paused_and_go_on() {
    Page page = open(768);
    page.getByText("Pause").click();
    page.getByText("Go on").waitFor();
    assertThat(page.locator("[hx-get]").count()).isZero();
    page.getByText("Go on").click();
    page.getByText("Pause").waitFor();
    assertThat(page.locator("[hx-get]").count()).isOne();
  }

  @Test
  void the_keyboard_stays_where_it_is_while_the_page_moves() {
    Page page = open(768);
    page.locator("#invitation").focus();
    String before = page.locator(".time").innerText();
    page.waitForFunction("before => document.querySelector('.time').innerText !== before", before);
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("invitation");
  }

  @Test
  void without_script_it_shows_the_leads_as_well() {
    Page page =
        browser.page(Chromium.screen(768, 800).setJavaScriptEnabled(false), demo.app().address());
    assertThat(page.locator("table.leads caption").innerText()).contains("latest leads");
  }

  @Test
  void it_tells_nothing_of_the_people_behind_the_leads() {
    assertThat(open(768).content()).doesNotContain("customer.example", "+1 555");
  }

  @Test
  void a_stranger_reads_it_in_the_language_of_his_browser() {
    Page page = browser.page(Chromium.screen(768, 800).setLocale("de-AT"), demo.app().address());
    assertThat(Chromium.headline(page)).startsWith("Leads unterwegs bei ");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
    String before = page.locator(".time").innerText();
    assertThat(before).startsWith("Stand ");
    page.waitForFunction("before => document.querySelector('.time').innerText !== before", before);
    assertThat(page.locator(".time").innerText()).startsWith("Stand ");
    page.getByText("Übersicht").click();
    assertThat(Chromium.headline(page)).startsWith("Übersicht von ");
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
  }

  @Test
  void the_invitation_leads_to_an_offer() {
    Page page = open(1280);
    page.locator("#invitation").click();
    Chromium.awaitHeadline(page, "A lead for you");
  }
}

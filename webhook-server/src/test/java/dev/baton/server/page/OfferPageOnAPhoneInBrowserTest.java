package dev.baton.server.page;

import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.button;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.readAndPress;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The open offer on a small phone: one screen, large buttons, little weight, nothing told too
 * early. With {@code -Dbaton.pictures} the documentation's picture of it is taken anew.
 */
class OfferPageOnAPhoneInBrowserTest {
  private static final int MOST_BYTES = 30 * 1024;

  private static Chromium browser;
  private static Offers offers;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    offers = Offers.lasting(Duration.ofMinutes(5), data);
  }

  @AfterAll
  static void stop() {
    if (offers != null) offers.close();
    if (browser != null) browser.close();
  }

  private static Page open() {
    return browser.page(phone(), offers.link(offers.lead(), "Ada Brook"));
  }

  @Test
  void the_open_offer_with_six_tags_is_one_screen() {
    Page page = open();
    assertThat(page.locator(".tags li").count()).isEqualTo(6);
    assertThat(page.evaluate("document.documentElement.scrollHeight")).isEqualTo(640);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
    Pictures.forDocumentation(page, "offer");
  }

  @Test
  void both_buttons_are_large_and_on_the_screen() {
    Page page = open();
    for (String words : List.of("Accept", "Decline")) {
      BoundingBox box = button(page, words).boundingBox();
      assertThat(box.height).isGreaterThanOrEqualTo(56);
      assertThat(box.width).isGreaterThanOrEqualTo(300);
      assertThat(box.y + box.height).isLessThanOrEqualTo(640);
    }
  }

  @Test
  void both_buttons_are_reached_and_pressed_by_keyboard() {
    Page page = open();
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("Accept");
    page.keyboard().press("Tab");
    assertThat(focused(page)).isEqualTo("Decline");
    assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineWidth"))
        .isEqualTo("3px");
    Chromium.read(page);
    page.keyboard().press("Enter");
    awaitHeadline(page, "You declined this lead");
  }

  private static Object focused(Page page) {
    return page.evaluate("document.activeElement.innerText");
  }

  @Test
  void without_script_a_lead_can_be_accepted_and_declined() {
    Page ada =
        browser.page(phone().setJavaScriptEnabled(false), offers.link(offers.lead(), "Ada Brook"));
    readAndPress(ada, "Accept");
    awaitHeadline(ada, "This lead is yours");
    Page again =
        browser.page(phone().setJavaScriptEnabled(false), offers.link(offers.lead(), "Ada Brook"));
    readAndPress(again, "Decline");
    awaitHeadline(again, "You declined this lead");
  }

  @Test
  void the_countdown_is_the_servers_even_where_the_browsers_clock_is_an_hour_off() {
    Page page = browser.page(phone());
    page.clock()
        .install(new Clock.InstallOptions().setTime(Instant.now().plusSeconds(3600).toString()));
    page.navigate(offers.link(offers.lead(), "Ada Brook").toString());
    int before = secondsLeft(page);
    assertThat(before).isBetween(270, 300);
    page.clock().runFor(10_000);
    assertThat(secondsLeft(page)).isBetween(before - 15, before - 9);
    assertThat(Chromium.headline(page)).isEqualTo("A lead for you");
  }

  private static int secondsLeft(Page page) {
    String[] shown = page.locator(".left").innerText().split(":");
    return Integer.parseInt(shown[0]) * 60 + Integer.parseInt(shown[1]);
  }

  @Test
  void the_end_is_told_in_the_companys_time_zone() {
    assertThat(open().locator(".clock").innerText())
        .containsPattern("yours alone until \\d\\d:\\d\\d:\\d\\d, Berlin time");
  }

  @Test
  void nothing_of_the_person_is_in_the_page_before_the_lead_is_accepted() {
    assertThat(open().content())
        .contains("Garden District", "Organic search")
        .doesNotContainIgnoringCase("Winifred")
        .doesNotContainIgnoringCase("Featherstonehaugh")
        .doesNotContain("customer.example", "5550123", "555 0123", "quiet", "ring", "after six");
  }

  @Test
  void all_the_page_loads_is_light() {
    Page page = browser.page(phone());
    var loaded = new ArrayList<String>();
    var bytes = new ArrayList<Integer>();
    page.onResponse(
        response -> {
          loaded.add(response.url());
          bytes.add(response.body().length);
        });
    page.navigate(offers.link(offers.lead(), "Ada Brook").toString());
    page.waitForLoadState();
    assertThat(loaded).hasSizeGreaterThanOrEqualTo(3);
    assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThanOrEqualTo(MOST_BYTES);
  }
}

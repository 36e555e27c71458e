package dev.baton.server.page;

import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.readAndPress;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent who was too late sees, and how he gets another chance. */
class MissedOfferInBrowserTest {
  private static Chromium browser;
  private static Offers offers;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    offers = Offers.lasting(Duration.ofSeconds(6), data);
  }

  @AfterAll
  static void stop() {
    if (offers != null) offers.close();
    if (browser != null) browser.close();
  }

  @Test
  void who_missed_a_lead_gets_back_in_line_and_is_asked_again_on_the_same_page() {
    String lead = offers.lead();
    Page page = browser.page(phone(), offers.link(lead, "Ada Brook"));
    String first = page.url();
    awaitHeadline(page, "You missed this lead");
    assertThat(page.locator("main").innerText())
        .contains("you are asked before anybody who was not asked yet");
    assertThat(page.content()).doesNotContain("Winifred");
    readAndPress(page, "Give me another chance");
    awaitHeadline(page, "You are back in line");
    assertThat(page.locator("main").innerText()).contains("you are asked next");

    awaitHeadline(page, "A lead for you");
    assertThat(page.url()).as("the later offer has a link of its own").isNotEqualTo(first);
    readAndPress(page, "Accept");
    awaitHeadline(page, "This lead is yours");
    page.navigate(first);
    awaitHeadline(page, "This lead is yours");
  }

  @Test
  void where_nobody_is_being_asked_another_chance_is_an_offer_at_once() {
    String lead = offers.lead();
    Page page = browser.page(phone(), offers.link(lead, "Ada Brook"));
    awaitHeadline(page, "You missed this lead");
    offers.link(lead, "Kara Lowe");
    page.reload();
    assertThat(page.locator("main").innerText()).contains("offered to you again at once");
    readAndPress(page, "Give me another chance");
    awaitHeadline(page, "A lead for you");
  }

  @Test
  void without_script_another_chance_works_as_well() {
    String lead = offers.lead();
    Page page = browser.page(phone().setJavaScriptEnabled(false), offers.link(lead, "Ada Brook"));
    awaitHeadline(page, "You missed this lead");
    readAndPress(page, "Give me another chance");
    awaitHeadline(page, "You are back in line");
    awaitHeadline(page, "A lead for you");
  }
}

package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.button;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.readAndPress;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import dev.baton.company.CompanyId;
import dev.baton.server.App;
import dev.baton.server.Config;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import dev.baton.server.people.OwnLanguage;
import dev.baton.server.people.OwnLink;
import dev.baton.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent's pages on a small phone: little weight, large buttons, with script and without. */
class OwnPagesInBrowserTest {
  private static final int MOST_BYTES = 30 * 1024;
  private static final Set<String> LATER = Set.of("eventsource", "fetch");
  private static final CompanyId COMPANY = new CompanyId("harbour-homes");

  private static Chromium browser;
  private static Demo demo;
  private static String link;
  private static String germanLink;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    Config config = ConfigUnderTest.embedded(data);
    demo = Demo.start(config);
    try (Database database = App.open(config)) {
      link = OwnLink.of(database, data, COMPANY, "ella.fox");
      germanLink = OwnLink.of(database, data, COMPANY, "finn.gray");
      OwnLanguage.choose(database, COMPANY, "finn.gray", "de");
    }
  }

  @AfterAll
  static void stop() {
    if (demo != null) demo.close();
    if (browser != null) browser.close();
  }

  private static Page in(NewContextOptions options) {
    Page page = browser.page(options, demo.app().address().resolve(link));
    assertThat(Chromium.headline(page)).startsWith("Your leads at");
    readAndPress(page, "Open my leads");
    awaitHeadline(page, "My leads");
    return page;
  }

  private static Page inGerman() {
    Page page = browser.page(phone(), demo.app().address().resolve(germanLink));
    assertThat(Chromium.headline(page)).startsWith("Ihre Leads bei");
    readAndPress(page, "Meine Leads öffnen");
    awaitHeadline(page, "Meine Leads");
    return page;
  }

  @Test
  void without_script_he_comes_in_answers_finds_a_lead_and_says_how_it_goes() {
    Page page = in(phone().setJavaScriptEnabled(false));
    answersAndConverts(page);
  }

  @Test
  void with_script_it_is_the_same() {
    answersAndConverts(in(phone()));
  }

  private static void answersAndConverts(Page page) {
    String asked = page.locator(".answers").first().getAttribute("aria-label");
    page.locator(".answers").first().getByText("Nothing new").click();
    assertThat(page.locator(".good-news")).containsText("Thank you");
    assertThat(page.locator(".answers").first()).not().hasAttribute("aria-label", asked);

    page.locator(".cards .main[href^='/my/leads/']").last().click();
    page.locator("#contact").selectOption("CONTACTED");
    page.locator("#value").fill("much");
    page.locator(".conversion button").click();
    assertThat(page.locator(".errors")).isVisible();
    assertThat(page.locator("#value")).hasValue("much");
    page.locator("#value").fill("250000");
    page.locator("#currency").fill("EUR");
    page.locator(".conversion button").click();
    assertThat(page.locator(".good-news")).hasText("Saved.");
    page.locator("#text").fill("Called, wants to see it on Friday");
    button(page, "Add").click();
    assertThat(page.locator(".said")).containsText("wants to see it on Friday");
    page.getByText("My leads").first().click();
    page.locator("#q").fill("250000");
    button(page, "Find").click();
    assertThat(page.locator("#all")).containsText("Found");
  }

  @Test
  void a_lead_is_given_back_after_a_second_thought() {
    Page page = in(phone().setJavaScriptEnabled(false));
    page.locator(".cards .main[href^='/my/leads/']").last().click();
    assertThat(button(page, "Give it back")).isHidden();
    page.getByText("Give this lead back").click();
    button(page, "Give it back").click();
    assertThat(page.locator(".good-news")).containsText("You gave the lead back");
  }

  @Test
  void the_pages_can_be_used_by_everybody() {
    Page way = browser.page(phone(), demo.app().address().resolve(link));
    EveryLook.isForEverybody(way, "my-link");
    Page page = in(phone());
    EveryLook.isForEverybody(page, "my");
    page.navigate(page.url() + "?q=nobody-has-this");
    EveryLook.isForEverybody(page, "my-nothing-found");
    page.navigate(demo.app().address().resolve("/my/score").toString());
    EveryLook.isForEverybody(page, "my-score");
    page.navigate(demo.app().address().resolve("/my").toString());
    page.locator(".cards .main[href^='/my/leads/']").last().click();
    page.locator("#text").fill("I called twice.");
    button(page, "Add").click();
    EveryLook.isForEverybody(page, "my-lead");
    page.locator("#value").fill("much");
    page.locator(".conversion button").click();
    EveryLook.isForEverybody(page, "my-lead-wrong");
  }

  @Test
  void in_german_which_is_longer_they_can_be_used_by_everybody_too() {
    Page page = inGerman();
    EveryLook.isForEverybody(page, "my-german");
    page.setViewportSize(360, 640);
    page.locator(".cards .main[href^='/my/leads/']").last().click();
    page.locator("#value").fill("viel");
    page.locator(".conversion button").click();
    assertThat(page.locator(".errors")).containsText("stimmen nicht");
    EveryLook.isForEverybody(page, "my-lead-german");
  }

  @Test
  void all_that_a_page_loads_is_light() {
    isLight(in(phone()), link);
    isLight(inGerman(), germanLink);
  }

  private static void isLight(Page page, String itsLink) {
    page.locator(".cards .main[href^='/my/leads/']").last().click();
    String lead = page.url();
    for (String address :
        List.of(
            demo.app().address().resolve(itsLink).toString(),
            demo.app().address().resolve("/my").toString(),
            demo.app().address().resolve("/my/score").toString(),
            lead)) {
      assertThat(weight(page, address)).as(address).isBetween(5_000, MOST_BYTES);
    }
  }

  /** What a browser that has nothing yet would load, in bytes. */
  private static int weight(Page known, String address) {
    var page = known.context().newPage();
    var bytes = new ArrayList<Integer>();
    page.onResponse(
        response -> {
          // The line by which a page hears of news has no end, and what it fetches then is no page.
          boolean part = !LATER.contains(response.request().resourceType());
          if (part && response.status() == 200) bytes.add(response.body().length);
        });
    page.navigate(address);
    page.waitForLoadState();
    page.close();
    return bytes.stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void buttons_are_large_and_on_the_screen() {
    Page page = in(phone());
    for (var each : page.locator(".answers button").all()) {
      assertThat(each.boundingBox().height).isGreaterThanOrEqualTo(48);
    }
    page.locator(".cards .main[href^='/my/leads/']").last().click();
    for (var way : page.locator(".way").all()) {
      assertThat(way.boundingBox().height).isGreaterThanOrEqualTo(56);
      assertThat(way.boundingBox().y + way.boundingBox().height)
          .as("to call and to write is what comes first")
          .isLessThanOrEqualTo(640);
    }
  }
}

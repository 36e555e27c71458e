package dev.baton.server.page;

import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.button;
import static dev.baton.server.page.Chromium.headline;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.read;
import static dev.baton.server.page.Chromium.readAndPress;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents do on their page of an offer, and what becomes of it. */
class OfferPageInBrowserTest {
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

  private static Page open(String lead, String agent) {
    return browser.page(phone(), offers.link(lead, agent));
  }

  @Test
  void an_accepted_lead_is_the_agents_with_everything_needed_to_call_and_write() {
    String lead = offers.lead();
    Page page = open(lead, "Ada Brook");
    readAndPress(page, "Accept");
    awaitHeadline(page, "This lead is yours");
    assertThat(page.locator(".facts").innerText())
        .contains("Winifred Featherstonehaugh", "Featherstonehaugh & Daughters");
    assertThat(page.getByText("+44 (0)171 555 0123 ext. ").getAttribute("href"))
        .isEqualTo("tel:+441715550123");
    assertThat(page.getByText("@customer.example").getAttribute("href"))
        .matches("mailto:winifred\\.\\d+@customer\\.example");
    assertThat(page.locator(".text").innerText()).isEqualTo(Offers.WISH);
    offers.awaitOwner(lead, "Ada Brook");
  }

  @Test
  void a_declined_lead_goes_on_and_tells_the_decliner_nothing_more() {
    String lead = offers.lead();
    Page page = open(lead, "Ada Brook");
    readAndPress(page, "Decline");
    awaitHeadline(page, "You declined this lead");
    assertThat(page.locator("button").count()).isZero();
    readAndPress(open(lead, "Ben Carter"), "Accept");
    offers.awaitOwner(lead, "Ben Carter");
    page.reload();
    assertThat(headline(page)).isEqualTo("Already taken");
    assertThat(page.content()).doesNotContain("Winifred");
  }

  @Test
  void a_press_within_a_second_is_taken_for_a_machines_and_does_nothing() {
    String lead = offers.lead();
    Page page = browser.page(phone());
    page.addInitScript(
        "addEventListener('DOMContentLoaded', () => {"
            + " if (!location.search) document.querySelector('button.yes').click(); })");
    page.navigate(offers.link(lead, "Ada Brook").toString());
    page.getByRole(AriaRole.STATUS).getByText("press once more").waitFor();
    assertThat(headline(page)).isEqualTo("A lead for you");
    assertThat(offers.owner(lead)).isEmpty();
    page.reload();
    assertThat(headline(page)).as("loading again is no press").isEqualTo("A lead for you");
    readAndPress(page, "Accept");
    awaitHeadline(page, "This lead is yours");
  }

  @Test
  void a_double_click_accepts_once() {
    String lead = offers.lead();
    Page page = open(lead, "Ada Brook");
    read(page);
    button(page, "Accept").dblclick();
    awaitHeadline(page, "This lead is yours");
    offers.awaitOwner(lead, "Ada Brook");
  }

  @Test
  void the_loser_of_a_race_sees_who_has_the_lead() {
    String lead = offers.leadForCatchalls();
    Page kara = open(lead, "Kara Lowe");
    Page leo = open(lead, "Leo Marsh");
    read(leo);
    readAndPress(kara, "Accept");
    awaitHeadline(kara, "This lead is yours");
    button(leo, "Accept").click();
    awaitHeadline(leo, "Already taken");
    assertThat(leo.locator("main").innerText()).contains("Kara Lowe owns this lead now");
    assertThat(leo.content()).doesNotContain("Winifred");
  }

  @Test
  void an_owner_change_in_the_crm_reaches_the_open_page_by_itself() {
    String lead = offers.lead();
    Page page = open(lead, "Ada Brook");
    offers.giveByHand(lead, "Ben Carter");
    awaitHeadline(page, "Already taken");
    assertThat(page.locator("main").innerText()).contains("Ben Carter owns this lead now");
  }

  @Test
  void of_two_tabs_the_second_shows_what_the_first_has_done() {
    String lead = offers.lead();
    URI link = offers.link(lead, "Ada Brook");
    Page first = browser.page(phone(), link);
    Page second = first.context().newPage();
    second.navigate(link.toString());
    read(second);
    readAndPress(first, "Decline");
    awaitHeadline(first, "You declined this lead");
    button(second, "Accept").click();
    awaitHeadline(second, "You declined this lead");
    assertThat(offers.owner(lead)).isEmpty();
  }

  @Test
  void a_catchall_gives_the_lead_to_somebody_else() {
    String lead = offers.leadForCatchalls();
    Page page = open(lead, "Kara Lowe");
    assertThat(headline(page)).isEqualTo("Nobody in line took this lead");
    assertThat(page.locator("option").allInnerTexts())
        .containsExactly("Choose a colleague", "Ada Brook", "Ben Carter", "Leo Marsh");
    page.getByLabel("or give it to").selectOption("Ben Carter");
    readAndPress(page, "Assign");
    awaitHeadline(page, "You gave this lead to a colleague");
    assertThat(page.locator("main").innerText()).contains("Ben Carter owns it now");
    offers.awaitOwner(lead, "Ben Carter");
  }

  @Test
  void a_catchall_edits_the_tags_and_sends_the_lead_round_again() {
    String lead = offers.leadForCatchalls();
    Page leos = open(lead, "Leo Marsh");
    Page page = open(lead, "Kara Lowe");
    page.getByText("Edit and resubmit").click();
    page.getByLabel("Tags, one a line").fill("Harbour\nMoon");
    readAndPress(page, "Send it round again");
    page.getByText("There is no such tag: Moon. Nothing was changed.").waitFor();
    assertThat(page.getByLabel("Tags, one a line").inputValue()).isEqualTo("Harbour\nMoon");
    page.getByLabel("Tags, one a line").fill("Harbour");
    readAndPress(page, "Send it round again");
    awaitHeadline(page, "You sent this lead round again");

    Page adas = open(lead, "Ada Brook");
    assertThat(headline(adas)).isEqualTo("A lead for you");
    assertThat(adas.locator(".tags").innerText()).contains("Harbour");
    awaitHeadline(leos, "This offer was taken back");
  }

  @Test
  void a_catchall_cannot_give_the_lead_to_nobody() {
    Page page = open(offers.leadForCatchalls(), "Kara Lowe");
    read(page);
    button(page, "Assign").click();
    assertThat(page.evaluate("document.activeElement.id")).as("asked to choose").isEqualTo("agent");
    page.evaluate("document.querySelector('option').value = 'who is that?'");
    readAndPress(page, "Assign");
    page.getByText("Please choose somebody else").waitFor();
    assertThat(headline(page)).isEqualTo("Nobody in line took this lead");
  }

  @Test
  void unknown_links_are_all_answered_alike() {
    Page page = browser.page(phone());
    String base = offers.address() + "/o/";
    Response mistyped = page.navigate(base + "x");
    String text = mistyped.text();
    Response wellFormed = page.navigate(base + "A".repeat(43));
    assertThat(mistyped.status()).isEqualTo(404);
    assertThat(wellFormed.status()).isEqualTo(404);
    assertThat(wellFormed.text()).isEqualTo(text);
    assertThat(headline(page)).isEqualTo("There is nothing here");
  }

  @Test
  void a_form_of_another_site_presses_nothing() {
    String lead = offers.lead();
    Page page = open(lead, "Ada Brook");
    read(page);
    String nonce = page.locator("[name=nonce]").first().inputValue();
    Page elsewhere = page.context().newPage();
    elsewhere.setContent(
        "<form method=post action='%s/accept'><input name=nonce value='%s'><button>Win</button></form>"
            .formatted(page.url(), nonce));
    Response answer =
        elsewhere.waitForResponse(
            Pattern.compile("/accept$"), () -> elsewhere.locator("button").click());
    assertThat(answer.status()).isEqualTo(403);
    awaitHeadline(elsewhere, "A lead for you");
    assertThat(offers.owner(lead)).isEmpty();
  }
}

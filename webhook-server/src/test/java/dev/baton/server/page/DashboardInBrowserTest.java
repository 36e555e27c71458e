package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Media;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  /** The dashboard of what was known a moment ago, which does not change any more. */
  private static Page still() {
    return open("/dashboard?asOf=" + Instant.now().minusSeconds(5));
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

  /** How visible it is, from "0" to "1", after what makes it so. */
  private static void isSeen(Locator what, boolean seen) {
    assertThat(what).hasCSS("opacity", seen ? "1" : "0");
  }

  private static Locator agent(Page page) {
    return page.locator(".agent").first();
  }

  @Test
  void it_can_be_used_by_everybody() {
    Page page = open("/dashboard");
    Pictures.forDocumentation(page, "dashboard", ".agent");
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
    page.locator("header .pace").click();
    agent(page).locator(".score").click();
    EveryLook.isForEverybody(page, "dashboard-score");
    page.locator("header .pace").click();
    figure(page, "Performance score").locator("a").click();
    EveryLook.isForEverybody(page, "dashboard-score-of-company");
  }

  @Test
  void the_company_row_shows_the_six_figures_in_order() {
    assertThat(open("/dashboard").locator(".figure dt").allInnerTexts())
        .containsExactly(
            "Performance score",
            "Leads",
            "Acceptance rate",
            "Catchall acceptance rate",
            "Delinquent",
            "Response time");
  }

  @Test
  void the_mean_response_time_is_shown_on_hover_and_on_focus() {
    Page page = open("/dashboard");
    Locator mean = figure(page, "Response time").locator(".more");
    assertThat(mean).containsText("Mean");
    isSeen(mean, false);
    figure(page, "Response time").hover();
    isSeen(mean, true);
    page.mouse().move(0, 0);
    isSeen(mean, false);
    figure(page, "Response time").locator("a").focus();
    isSeen(mean, true);
  }

  @Test
  void the_counts_of_an_agent_are_shown_on_hover_on_focus_and_when_the_row_is_open() {
    Page page = open("/dashboard");
    Locator counts = agent(page).locator(".counts-told");
    assertThat(counts).containsText("accepted");
    isSeen(counts, false);
    agent(page).hover();
    isSeen(counts, true);
    page.mouse().move(0, 0);
    isSeen(counts, false);
    agent(page).locator("summary").focus();
    isSeen(counts, true);
    page.keyboard().press("Enter");
    assertThat(agent(page).locator(".opened")).isVisible();
    agent(page).locator("summary").blur();
    isSeen(counts, true);
  }

  @Test
  void where_nothing_can_be_hovered_over_all_of_it_is_shown_and_a_tap_opens_a_row() {
    Page page = open(Chromium.phone().setHasTouch(true).setIsMobile(true), "/dashboard");
    isSeen(figure(page, "Response time").locator(".more"), true);
    isSeen(agent(page).locator(".counts-told"), true);
    agent(page).locator("summary").tap();
    assertThat(agent(page).locator(".opened")).isVisible();
  }

  @Test
  void a_number_opens_as_many_leads_and_a_lead_its_explanation() {
    Page page = still();
    Locator number = figure(page, "Delinquent").locator("a");
    String many = number.innerText();
    number.click();
    assertThat(Chromium.headline(page)).isEqualTo("Leads delinquent");
    assertThat(page.locator(".how-many")).containsText(many + " lead");
    assertThat(page.locator("table.leads tbody tr")).hasCount(Integer.parseInt(many));
    assertThat(page.content()).doesNotContain("customer.example", "+1 555");
    page.locator("table.leads tbody a").first().click();
    assertThat(Chromium.headline(page)).startsWith("Why lead #");
  }

  @Test
  void the_score_in_the_circle_tells_of_what_it_is_made() {
    Page page = still();
    String score = agent(page).locator(".score").innerText();
    agent(page).locator(".score").click();
    assertThat(Chromium.headline(page)).endsWith(" is " + score);
    List<String> points = page.locator(".sums tbody tr td:last-child").allInnerTexts();
    assertThat(points.stream().mapToInt(DashboardInBrowserTest::points).sum())
        .isEqualTo(Integer.parseInt(score));
    assertThat(page.locator(".events .sum").first()).hasText(score);
  }

  private static int points(String told) {
    return Integer.parseInt(told.replace('−', '-').replace(",", ""));
  }

  @Test
  void other_days_are_asked_for_by_the_form_and_stand_in_the_address() {
    Page page = open("/dashboard");
    page.locator("#from").fill(page.locator("#to").inputValue());
    page.locator("#team").selectOption("old-town");
    Chromium.button(page, "Refresh").click();
    page.getByText("Compare with the day before").waitFor();
    assertThat(page.url()).contains("team=old-town");
    assertThat(page.locator("#team")).hasValue("old-town");
    assertThat(page.locator(".download"))
        .hasAttribute("href", Pattern.compile("/dashboard.csv\\?.*team=old-town"));
  }

  @Test
  void a_wrong_address_is_answered_with_what_is_wrong_and_with_the_usual_days() {
    Page page = browser.page(Chromium.screen(1280, 800));
    Response answer =
        page.navigate(at("/dashboard?from=yesterday&to=2999-01-01&team=nobody&tag=Harbour"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(page.locator(".problems li")).hasCount(3);
    assertThat(page.locator("#from")).hasValue("yesterday");
    assertThat(page.locator("#from"))
        .hasAccessibleDescription("“yesterday” is no date: write 2026-11-25.");
    assertThat(page.locator("#to")).hasValue("2999-01-01");
    assertThat(page.locator("#team")).hasValue("nobody");
    assertThat(page.locator("#tag")).hasValue("Harbour");
    assertThat(page.locator("#company")).containsText("30 days");
  }

  @Test
  void a_number_that_does_not_exist_is_not_found() {
    for (String address :
        List.of("measure=ALL", "measure=ACCEPTED", "measure=LEADS&agent=ada.brook", "")) {
      Page page = browser.page(Chromium.screen(360, 640));
      assertThat(page.navigate(at("/dashboard/leads?" + address)).status()).isEqualTo(404);
      page.context().close();
    }
  }

  @Test
  void the_home_page_leads_to_it_and_back() {
    Page page = open("/?paused=yes");
    page.locator("a[href='/dashboard']").click();
    assertThat(Chromium.headline(page)).isEqualTo("Dashboard of Harbour Homes");
    page.getByText("All leads").click();
    assertThat(Chromium.headline(page)).isEqualTo("Leads travelling at Harbour Homes");
  }

  @Test
  void the_response_time_opens_leads_with_each_ones_seconds_longest_first() {
    Page page = still();
    figure(page, "Response time").locator("a").click();
    assertThat(Chromium.headline(page)).isEqualTo("Leads responded to");
    assertThat(page.locator("table.leads thead")).containsText("Took");
    assertThat(page.locator("table.leads .amount").first()).hasText(Pattern.compile("\\d+ [hdm]"));
  }

  @Test
  void no_change_is_broken_in_two_on_a_desk() {
    Page page = open("/dashboard?compare=previous");
    page.setViewportSize(1280, 800);
    for (Locator change : page.locator(".change b").all()) {
      assertThat((Boolean) change.evaluate("e => e.getClientRects()[0].height < 36"))
          .as(change.innerText())
          .isTrue();
    }
  }

  @Test
  void it_needs_no_script_and_breaks_no_rule_of_the_policy() {
    Page page = browser.page(Chromium.screen(1280, 800));
    var said = new ArrayList<String>();
    page.onConsoleMessage(message -> said.add(message.text()));
    page.navigate(at("/dashboard?compare=previous"));
    assertThat(page.locator("script").count()).isZero();
    assertThat(said).isEmpty();
  }
}

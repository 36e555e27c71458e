package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Performance and statistics of the demonstration, which has a history of thirty days. */
class PerformanceInBrowserTest {
  private static final String TOKEN = "a-token-of-the-demonstration-under-test";

  private static Chromium browser;
  private static Demo demo;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    demo = Demo.start(ConfigUnderTest.embedded(data).withApiToken(TOKEN));
  }

  @AfterAll
  static void stop() {
    if (demo != null) demo.close();
    if (browser != null) browser.close();
  }

  private static URI at(String address) {
    return demo.app().address().resolve(address);
  }

  private static Page open(String address) {
    return browser.page(Chromium.screen(1280, 800), at(address));
  }

  /** What was known a moment ago, which does not change any more. */
  private static String still() {
    return "asOf=" + Instant.now().minusSeconds(5);
  }

  private static List<NamedCsvRecord> file(String address) {
    try (var client = HttpClient.newHttpClient()) {
      String text =
          client
              .send(
                  HttpRequest.newBuilder(at(address)).build(), HttpResponse.BodyHandlers.ofString())
              .body();
      assertThat(text).startsWith("\uFEFF");
      return CsvReader.builder().ofNamedCsvRecord(text.substring(1)).stream().toList();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "performance,/performance",
    "performance-team,/performance?team=old-town",
    "performance-nothing,/performance?from=2021-03-01&to=2021-03-01&asOf=2021-03-02T00:00:00Z",
    "performance-wrong,/performance?from=2001-01-01&to=2021-01-01&team=nobody",
    "statistics,/statistics",
    "statistics-source,/statistics?by=source&sort=response&order=up",
    "statistics-nothing,/statistics?by=team&from=2021-03-01&to=2021-03-01",
    "statistics-wrong,/statistics?by=moon&sort=luck&to=2999-01-01"
  })
  void each_can_be_used_by_everybody(String name, String address) {
    Page page = open(address);
    EveryLook.isForEverybody(page, name);
    assertThat(page.locator("script").count()).isZero();
    page.context().close();
  }

  @Test
  void what_the_page_tells_of_agents_is_what_the_file_tells() {
    String question = still();
    Page page = open("/performance?" + question);
    List<NamedCsvRecord> rows = file("/performance.csv?" + question);
    assertThat(page.locator(".told-of tbody tr")).hasCount(rows.size() - 1);
    for (int i = 0; i < rows.size(); i++) {
      Locator row = page.locator(".told-of tbody tr, .told-of tfoot tr").nth(i);
      NamedCsvRecord told = rows.get(i);
      if (told.getField("row").equals("agent")) {
        assertThat(row.locator("th")).hasText(told.getField("agent_name"));
      }
      List<String> cells = row.locator("td").allInnerTexts();
      assertThat(cells.get(1).replace(",", "")).isEqualTo(told.getField("leads_got"));
      assertThat(cells.get(2).replace(",", "")).isEqualTo(told.getField("won"));
      String rate = told.getField("conversion_rate_percent");
      assertThat(cells.get(4)).isEqualTo(rate.isEmpty() ? "–" : rate + "%");
      assertThat(cells.get(6).replace(",", "")).isEqualTo(told.getField("unactioned"));
      String budget = told.getField("Old Town: Budget");
      String notNumbers = told.getField("Old Town: Budget (not numbers)");
      assertThat(cells.get(7).replace(",", ""))
          .startsWith(budget.isEmpty() ? "–" : budget)
          .contains(notNumbers.equals("0") ? "" : notNumbers + " not");
    }
    assertThat(rows.getLast().getField("Old Town: Budget")).isNotEmpty();
  }

  @Test
  void what_programs_are_told_of_agents_is_what_the_file_tells() throws IOException {
    String question = "?team=old-town&" + still();
    JsonNode told =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .readTree(api("/api/v1/performance" + question));
    List<NamedCsvRecord> rows = file("/performance.csv" + question);
    assertThat(rows).hasSize(told.get("agents").size() + 1).hasSizeGreaterThan(3);
    for (int i = 0; i < rows.size(); i++) {
      boolean total = i == rows.size() - 1;
      JsonNode agent = total ? told.get("total") : told.get("agents").get(i);
      NamedCsvRecord row = rows.get(i);
      if (!total) {
        assertThat(row.getField("agent_id")).isEqualTo(agent.get("id").asText());
        assertThat(row.getField("performance_score"))
            .isEqualTo(agent.get("performanceScore").asText());
      }
      SAME.forEach(
          (column, name) ->
              assertThat(row.getField(column)).as(column).isEqualTo(text(agent.at(name))));
      assertThat(row.getField("Old Town: Budget"))
          .isEqualTo(text(agent.get("fields").get(0).get("value")));
    }
  }

  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("hours_worked", "/hoursWorked"),
          Map.entry("shift_hours", "/hours/shift"),
          Map.entry("out_of_office_hours", "/hours/outOfOffice"),
          Map.entry("holiday_hours", "/hours/holidays"),
          Map.entry("leads_got", "/leadsGot"),
          Map.entry("won", "/won"),
          Map.entry("lost", "/lost"),
          Map.entry("conversion_rate_percent", "/conversionRatePercent"),
          Map.entry("close_rate_percent", "/closeRatePercent"),
          Map.entry("acted_on", "/actedOn"),
          Map.entry("acted_on_in_hours", "/actedOnInHours"),
          Map.entry("unactioned", "/unactioned"),
          Map.entry("mean_seconds_to_action", "/meanSecondsToAction"));

  /** As the answer has it, digit by digit; nothing for what is not known. */
  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.asText();
  }

  private static String api(String address) {
    try (var client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(at(address)).header("X-Auth-Token", TOKEN).build(),
              HttpResponse.BodyHandlers.ofString())
          .body();
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void a_name_opens_his_tags_by_collection_beside_the_table() {
    Page page = open("/performance?" + still());
    assertThat(page.locator(".tags-of")).hasCount(0);
    String name = page.locator(".told-of tbody th a").first().innerText();
    page.locator(".told-of tbody th a").first().click();
    assertThat(page.locator(".tags-of h3")).hasText("Tags of " + name);
    assertThat(page.locator(".tags-of li").first()).isVisible();
    EveryLook.isForEverybody(page, "performance-tags");
    page.locator(".tags-of").getByText("Close").click();
    assertThat(page.locator(".tags-of")).hasCount(0);
  }

  @Test
  void who_has_logged_in_reads_reports_within_his_pages() {
    Page page = open("/login");
    Chromium.button(page, "Look around as admin").click();
    for (String report : List.of("dashboard", "performance", "statistics", "dashboard/score")) {
      page.navigate(at("/" + report + "?" + still()).toString());
      assertThat(page.locator("header.site nav")).isVisible();
      assertThat(page.locator("main")).hasCount(1);
    }
    EveryLook.isForEverybody(page, "inside-score");
    page.navigate(at("/performance?tags-of=nobody").toString());
    assertThat(page.locator(".tags-of")).hasCount(0);
    page.locator(".told-of .pick").nth(0).check();
    page.locator(".told-of .pick").nth(2).check();
    String third = page.locator(".told-of tbody th").nth(2).innerText().strip();
    Chromium.button(page, "Modify the ticked users").click();
    assertThat(page.locator("td.pick input:checked")).hasCount(2);
    assertThat(page.getByLabel("Tick " + third)).isChecked();
    page.context().close();
  }

  @Test
  void a_number_opens_as_many_leads() {
    Page page = open("/performance?team=old-town&" + still());
    Locator total = page.locator(".told-of tfoot td");
    for (int column : List.of(2, 6)) {
      String many = total.nth(column).innerText();
      total.nth(column).locator("a").click();
      assertThat(page.locator(".how-many")).containsText(many + " lead");
      page.goBack();
    }
  }

  @Test
  void statistics_are_sorted_by_a_press_on_a_heading_and_once_more_the_other_way() {
    Page page = open("/statistics?by=source&" + still());
    assertThat(page.locator("th[aria-sort=descending]")).containsText("Leads");
    page.locator(".told-of thead a").getByText("Won").click();
    assertThat(page.locator("th[aria-sort=descending]")).containsText("Won");
    assertThat(won(page)).isSortedAccordingTo(Comparator.reverseOrder());
    page.locator(".told-of thead a").getByText("Won").click();
    assertThat(page.locator("th[aria-sort=ascending]")).containsText("Won");
    assertThat(won(page)).isSorted().hasSizeGreaterThan(3);
    assertThat(page.url()).contains("by=source", "sort=won", "order=up", "asOf=");
    List<NamedCsvRecord> rows = file(page.locator(".download").getAttribute("href"));
    assertThat(rows.stream().map(row -> Integer.parseInt(row.getField("won"))).toList())
        .isEqualTo(won(page));
    assertThat(rows.stream().map(row -> row.getField("source")).toList())
        .isEqualTo(page.locator(".told-of tbody th").allInnerTexts());
  }

  private static List<Integer> won(Page page) {
    return page.locator(".told-of tbody tr td:nth-child(8)").allInnerTexts().stream()
        .map(Integer::parseInt)
        .toList();
  }

  @Test
  void a_row_of_statistics_opens_its_leads_by_the_filter_of_the_dashboard() {
    Page page = open("/statistics?by=team&" + still());
    Locator delinquent = page.locator(".told-of tbody tr").first().locator("td").first();
    String many = delinquent.innerText();
    delinquent.locator("a").click();
    assertThat(Chromium.headline(page)).isEqualTo("Leads received");
    assertThat(page.url()).contains("team=old-town");
    assertThat(page.locator(".how-many")).containsText(many + " lead");
  }

  @ParameterizedTest
  @CsvSource({
    "/performance?from=2026-02-02&to=2026-02-01,is after the last",
    "/performance?from=2001-01-01&to=2021-01-01,at most 10 years",
    "/performance?team=nobody,There is no team",
    "/performance?to=2999-01-01,still to come",
    "/statistics?by=moon,by=tag",
    "/statistics?sort=luck,one of their columns",
    "/statistics?order=sideways,order=up or =down",
    "/statistics?team=old-town,of all leads",
    "/statistics?from=yesterday,is no date"
  })
  void a_wrong_question_is_answered_with_what_is_wrong(String address, String said) {
    Page page = browser.page(Chromium.screen(360, 640));
    Response answer = page.navigate(at(address).toString());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(page.locator(".problems li")).containsText(said);
    String file = address.replace("?", ".csv?");
    Response refused = page.navigate(at(file).toString());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains(said);
    page.context().close();
  }

  @Test
  void from_each_report_the_others_are_one_press_away_with_the_same_days() {
    Page page = open("/dashboard?from=2026-01-01&to=2026-01-31");
    page.locator("nav.reports").getByText("Performance").click();
    assertThat(Chromium.headline(page)).isEqualTo("Performance at Harbour Homes");
    assertThat(page.locator("nav.reports [aria-current=page]")).hasText("Performance");
    assertThat(page.locator("#from")).hasValue("2026-01-01");
    page.locator("nav.reports").first().getByText("Statistics").click();
    assertThat(Chromium.headline(page)).isEqualTo("Statistics of Harbour Homes");
    assertThat(page.locator("#to")).hasValue("2026-01-31");
    page.locator("#from").fill("2026-01-15");
    Chromium.button(page, "Refresh").click();
    assertThat(page).hasURL(Pattern.compile(".*/statistics\\?.*from=2026-01-15.*"));
    assertThat(page.locator(".check")).hasCount(0);
  }
}

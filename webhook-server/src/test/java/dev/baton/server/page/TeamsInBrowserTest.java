package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.baton.server.ConfigUnderTest;
import dev.baton.server.demo.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Teams, settings and hours in the demonstration, as its admin sees them. */
class TeamsInBrowserTest {
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

  private static void save(Page page) {
    Chromium.button(page, "Save to my draft").click();
    assertThat(page.locator(".good-news")).containsText("Saved to your draft");
  }

  @Test
  void pages_saved_untouched_leave_no_change() {
    Page page = asAdmin("/teams");
    for (String address :
        new String[] {
          "/teams/old-town", "/settings", "/settings/hours", "/users/agents/ada.brook/hours"
        }) {
      page.navigate(at(address));
      save(page);
    }
    page.navigate(at("/draft"));
    assertThat(page.locator("main")).containsText("You have changed nothing");
    Chromium.button(page, "Log out").click();
  }

  @Test
  void a_team_is_made_and_changed() {
    Page page = asAdmin("/teams");
    EveryLook.isForEverybody(page, "teams");
    page.getByText("New team").click();
    page.locator("[name=name]").fill("");
    page.locator("[name='caps.0.most']").fill("many");
    page.locator("[name='day.monday']").fill("9-25");
    page.locator("[name=own]").check();
    page.locator("[name=name]").evaluate("field => field.removeAttribute('required')");
    Chromium.button(page, "Save to my draft").click();
    assertThat(page.locator(".errors li")).hasCount(3);
    EveryLook.isForEverybody(page, "team-wrong");
    page.locator("[name=name]").fill("Harbour crew");
    page.locator("[name='caps.0.most']").fill("10");
    page.locator("[name='day.monday']").fill("9:00-12:30, 14:00-18:00");
    page.getByText("Ada Brook").click();
    Chromium.button(page, "Show what that means").click();
    assertThat(page.locator(".week")).containsText("09:00–12:30, 14:00–18:00");
    assertThat(page.locator("[name='member.ada.brook']")).isChecked();
    save(page);
    EveryLook.isForEverybody(page, "team");
    page.getByText("All teams").click();
    assertThat(page.locator("table.list")).containsText("Harbour crew");
    Chromium.button(page, "Earlier: Harbour crew").click();
    assertThat(page.locator("table.list tbody tr").first()).containsText("Harbour crew");
    page.navigate(at("/draft"));
    Chromium.button(page, "Discard my changes").click();
  }

  @Test
  void settings_are_changed() {
    Page page = asAdmin("/settings");
    page.locator("[name=window]").fill("5");
    page.locator("[name=lineLimit]").fill("0");
    Chromium.button(page, "Save to my draft").click();
    assertThat(page.locator(".errors li")).hasCount(2);
    EveryLook.isForEverybody(page, "settings-wrong");
  }

  @Test
  void hours_are_shown_and_the_company_is_closed_at_once() {
    Page page = asAdmin("/settings/hours");
    page.locator("[name=hours]").check();
    page.locator("[name='day.monday']").fill("9:00-12:30, 14:00-18:00");
    page.locator("[name='day.friday']").fill("22:00-6:00");
    page.locator("[name=dated]").fill("2099-12-24 9:00-12:00\n2099-12-25 closed");
    page.locator("[name=holidays]").fill("2099-12-25, DE-BY, Christmas Day");
    Chromium.button(page, "Show what that means").click();
    EveryLook.isForEverybody(page, "hours");
    page.locator("[name=until]").fill("2099-01-01T12:00");
    Chromium.button(page, "Close now").click();
    assertThat(page.locator("#now")).hasText("Right now: closed");
    EveryLook.isForEverybody(page, "hours-closed");
    Chromium.button(page, "Let the hours hold again").click();
    assertThat(page.locator("#now")).hasText("Right now: open");
  }

  @Test
  void an_agent_goes_away_and_does_not() {
    Page page = asAdmin("/users/agents/ada.brook/hours");
    page.locator("[name=from]").fill("2099-07-01T09:00");
    page.locator("[name=to]").fill("2099-07-15T09:00");
    page.locator("[name=reason]").fill("Holiday");
    Chromium.button(page, "Put down as away").click();
    assertThat(page.locator(".plain")).containsText("Holiday");
    page.locator("[name=own]").check();
    page.locator("[name='day.monday']").fill("9-17");
    Chromium.button(page, "Show what that means").click();
    EveryLook.isForEverybody(page, "agent-hours");
    page.locator(".plain button").click();
    assertThat(page.locator(".good-news")).isVisible();
    assertThat(page.locator(".plain")).hasCount(0);
  }
}

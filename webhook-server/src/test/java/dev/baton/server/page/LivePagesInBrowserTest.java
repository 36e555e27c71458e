package dev.baton.server.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.baton.server.page.Chromium.awaitHeadline;
import static dev.baton.server.page.Chromium.phone;
import static dev.baton.server.page.Chromium.readAndPress;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.baton.server.Installation;
import dev.baton.server.people.OwnLink;
import dev.baton.server.people.Staff;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that an agent has left open tells him of an offer by itself. */
class LivePagesInBrowserTest {
  private static Chromium browser;
  private static Installation acme;
  private static Staff staff;
  private static String link;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    link = OwnLink.of(staff.database(), data, Installation.ACME, "ann");
  }

  @AfterAll
  static void stop() {
    if (staff != null) staff.close();
    if (acme != null) acme.close();
    if (browser != null) browser.close();
  }

  @Test
  void an_offer_appears_without_a_touch_and_what_is_being_typed_stays() {
    Page page = browser.page(phone(), acme.app().address().resolve(link));
    readAndPress(page, "Open my leads");
    awaitHeadline(page, "My leads");
    assertThat(page.locator("#news")).isHidden();
    page.getByRole(AriaRole.SEARCHBOX).fill("Winifr");

    acme.leadArrives();

    assertThat(page.locator("#news")).isVisible(new IsVisibleOptions().setTimeout(20_000));
    assertThat(page.locator("#asked")).containsText("A lead for you");
    assertThat(page.getByRole(AriaRole.SEARCHBOX)).hasValue("Winifr");
    EveryLook.isForEverybody(page, "my-news");
    page.getByText("A lead for you").click();
    awaitHeadline(page, "A lead for you");
    page.context().close();
  }
}

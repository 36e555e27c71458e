package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real browser, and an agent's way of using it. Tests are skipped where there is none. */
final class Chromium implements AutoCloseable {
  /** Without windows it does the same in a fraction of the time; with them it does, too. */
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Chromium start() {
    Optional<Path> program = PROGRAMS.stream().filter(Files::isExecutable).findFirst();
    assumeTrue(
        program.isPresent(),
        "No Chromium: apt-get install chromium-headless-shell, to see the pages in a browser");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options = new BrowserType.LaunchOptions().setExecutablePath(program.get()).setArgs(FLAGS);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** The smallest screen that is promised. */
  static NewContextOptions phone() {
    return screen(360, 640);
  }

  static NewContextOptions screen(int width, int height) {
    return new NewContextOptions().setViewportSize(width, height);
  }

  /** A window of somebody who was never here before. */
  Page page(NewContextOptions options) {
    Page page = browser.newContext(options).newPage();
    page.setDefaultTimeout(15_000);
    return page;
  }

  Page page(NewContextOptions options, URI address) {
    Page page = page(options);
    page.navigate(address.toString());
    return page;
  }

  static Locator button(Page page, String words) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
  }

  static String headline(Page page) {
    return page.locator("h1").innerText();
  }

  /** Reads the page for as long as people need at least, then presses. */
  static void readAndPress(Page page, String words) {
    read(page);
    button(page, words).click();
  }

  /** Until a second has passed since the page came: presses before count as a machine's. */
  static void read(Page page) {
    await()
        .pollInSameThread()
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                (Boolean)
                    page.evaluate(
                        "performance.now() - performance.getEntriesByType('navigation')[0].responseStart"
                            + " > 1050"));
  }

  /** Waits for a headline; whoever looks at the page need not do anything for it. */
  static void awaitHeadline(Page page, String words) {
    page.locator("h1").getByText(words, new Locator.GetByTextOptions().setExact(true)).waitFor();
    assertThat(headline(page)).isEqualTo(words);
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

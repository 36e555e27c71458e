package dev.baton.server.page;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;

/**
 * Pictures of pages, taken only where the system property {@code baton.pictures} is set, such as by
 * {@code mvn verify -Dtest='*Browser*' -Dbaton.pictures}.
 */
final class Pictures {
  private static final boolean WANTED = System.getProperty("baton.pictures") != null;

  private Pictures() {}

  /**
   * A picture the documentation shows, kept with it.
   *
   * @param showing what is waited for, as selectors; it then lies in the upper part of the page
   */
  static void forDocumentation(Page page, String name, String... showing) {
    if (!WANTED) return;
    page.waitForFunction(
        "wanted => wanted.every(what => [...document.querySelectorAll(what)]"
            + ".some(found => found.getBoundingClientRect().bottom < innerHeight))",
        List.of(showing),
        new Page.WaitForFunctionOptions().setTimeout(120_000));
    take(page, Path.of("../connector-core/docs/pictures", name + ".png"));
  }

  /** A picture to look at while the pages are worked on. */
  static void forUs(Page page, String name) {
    take(page, Path.of("target/pictures", name + ".png"));
  }

  private static void take(Page page, Path file) {
    if (!WANTED) return;
    page.screenshot(
        new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
  }
}

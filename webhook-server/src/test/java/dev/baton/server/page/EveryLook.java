package dev.baton.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.Locale;

/** A page on a phone, a tablet and a desk, by day and by night, is usable by everybody. */
final class EveryLook {
  private static final List<Integer> WIDTHS = List.of(360, 768, 1280);
  private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

  /** Rows are alike: of a long list a dozen are looked at, and axe takes seconds, not minutes. */
  private static final String SHORTEN =
      """
      () => {
        window.wholeLists = [...document.querySelectorAll('tbody, ul, ol, dl')]
          .map(list => [list, [...list.children].slice(12)]);
        window.wholeLists.forEach(([list, rest]) => rest.forEach(row => row.remove()));
      }""";

  private static final String MAKE_WHOLE =
      "() => window.wholeLists.reverse().forEach(([list, rest]) => list.append(...rest))";

  private EveryLook() {}

  /** axe finds nothing, and nothing sticks out at the side. */
  static void isForEverybody(Page page, String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, width == 360 ? 640 : 800);
      for (ColorScheme scheme : SCHEMES) {
        page.emulateMedia(
            new Page.EmulateMediaOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        String look = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
        Pictures.forUs(page, look);
        // The night changes nothing but colours, and those are the same at each width.
        boolean night = scheme == ColorScheme.DARK;
        if (night && width != WIDTHS.getFirst()) continue;
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
            .as(look)
            .isLessThanOrEqualTo(width);
        page.evaluate(SHORTEN);
        var axe = new AxeBuilder(page);
        if (night) axe.withRules(List.of("color-contrast"));
        assertThat(axe.analyze().getViolations())
            .as(look)
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .isEmpty();
        page.evaluate(MAKE_WHOLE);
      }
    }
  }
}

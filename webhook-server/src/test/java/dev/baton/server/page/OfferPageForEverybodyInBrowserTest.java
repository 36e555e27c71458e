package dev.baton.server.page;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The offer page can be used by everybody, whatever it shows: on three sizes of screen, light and
 * dark. With {@code -Dbaton.pictures} each look is kept in {@code target/pictures}.
 */
class OfferPageForEverybodyInBrowserTest {
  private static Chromium browser;
  private static Offers patient;
  private static Offers hasty;

  @BeforeAll
  static void start(@TempDir Path data) {
    browser = Chromium.start();
    patient = Offers.lasting(Duration.ofMinutes(5), data.resolve("patient"));
    hasty = Offers.lasting(Duration.ofSeconds(12), data.resolve("hasty"));
  }

  @AfterAll
  static void stop() {
    if (hasty != null) hasty.close();
    if (patient != null) patient.close();
    if (browser != null) browser.close();
  }

  @ParameterizedTest
  @EnumSource
  void it_can_be_used_by_everybody(Scene scene) {
    Page page = scene.reach(scene.needsShortOffers() ? hasty : patient, browser);
    EveryLook.isForEverybody(page, scene.name().toLowerCase(Locale.ROOT));
    page.context().close();
  }
}

package dev.baton.server.page;

import dev.baton.rotation.Stage;
import dev.baton.server.words.Words;
import java.util.Locale;

/** What the stages of a lead are called on pages. */
final class StageNames {
  private StageNames() {}

  static String css(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  static String name(Stage stage, Words words) {
    return words.say("report.stage." + stage.name());
  }
}

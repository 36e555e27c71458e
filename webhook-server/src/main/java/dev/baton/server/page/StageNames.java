package dev.baton.server.page;

import dev.baton.rotation.Stage;
import java.util.Locale;

/** What the stages of a lead are called on pages. */
final class StageNames {
  private StageNames() {}

  static String css(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  static String name(Stage stage) {
    return switch (stage) {
      case NEW -> "new";
      case QUARANTINED -> "quarantined";
      case HELD -> "held";
      case FOLLOWING -> "following";
      case SHARK_TANK -> "shark tank";
      case OFFERED -> "being offered";
      case CATCHALL -> "with the catchall";
      case DELINQUENT -> "delinquent";
      case OWNED -> "owned";
      case ENDED -> "ended";
    };
  }
}

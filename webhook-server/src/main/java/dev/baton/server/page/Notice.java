package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing happened although something was pressed. */
enum Notice {
  TOO_QUICK("common.too-quick"),
  TOO_OLD("common.too-old"),
  ONCE_MORE("common.once-more"),
  NOT_THEM("offer.not-them");

  private final String text;

  Notice(String text) {
    this.text = text;
  }

  String in(Words words) {
    return words.say(text);
  }

  /** As it stands in the page's address. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Notice> of(String key) {
    return Stream.of(values()).filter(notice -> notice.key().equals(key)).findFirst();
  }
}

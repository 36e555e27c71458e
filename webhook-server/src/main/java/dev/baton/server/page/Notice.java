package dev.baton.server.page;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why nothing happened although something was pressed. */
enum Notice {
  TOO_QUICK("That was very quick. Please press once more."),
  TOO_OLD("This page was open for long. Please press once more."),
  ONCE_MORE("Please press once more, on this page."),
  NOT_THEM("This lead cannot go to that person. Please choose somebody else.");

  private final String words;

  Notice(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** As it stands in the page's address. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Notice> of(String key) {
    return Stream.of(values()).filter(notice -> notice.key().equals(key)).findFirst();
  }
}

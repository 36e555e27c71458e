package dev.baton.server.people;

import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.Map;

/** A page that says one thing. */
final class Told {
  private Told() {}

  static String page(Words words, String title, String said) {
    return page(words, title, said, "/login", words.say("gate.log-in"));
  }

  static String page(Words words, String title, String said, String link, String linkLabel) {
    return Templates.render(
        "people/told.jte",
        Map.of(
            "reader", words, "title", title, "words", said, "link", link, "linkLabel", linkLabel));
  }
}

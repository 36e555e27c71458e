package dev.baton.server.people;

import dev.baton.server.page.Templates;
import java.util.Map;

/** A page that says one thing. */
final class Told {
  private Told() {}

  static String page(String title, String words) {
    return page(title, words, "/login", "Log in");
  }

  static String page(String title, String words, String link, String linkLabel) {
    return Templates.render(
        "people/told.jte",
        Map.of("title", title, "words", words, "link", link, "linkLabel", linkLabel));
  }
}

package dev.baton.server.page;

import dev.baton.server.words.Words;
import java.util.Optional;

/**
 * What the page shows that a CRM sends an admin back to.
 *
 * @param words in the language of the admin's browser
 * @param status of HTTP
 * @param next where one goes on; empty where there is nowhere
 * @param form what pressing the button sends; empty where there is nothing to press
 */
public record ConsentView(
    Words words,
    int status,
    boolean good,
    String headline,
    String said,
    Optional<Form> form,
    String next) {

  /** What the CRM gave, on its way through the page. */
  public record Form(String state, String code) {}

  static ConsentView asking(Words words, String headline, String said, Form form) {
    return new ConsentView(words, 200, true, headline, said, Optional.of(form), "");
  }

  static ConsentView good(Words words, String headline, String said, String next) {
    return new ConsentView(words, 200, true, headline, said, Optional.empty(), next);
  }

  /** Whatever went wrong, one can try once more. */
  static ConsentView bad(Words words, int status, String headline, String said) {
    String all = said + " " + words.say("gate.consent.again");
    return new ConsentView(words, status, false, headline, all, Optional.empty(), "");
  }
}

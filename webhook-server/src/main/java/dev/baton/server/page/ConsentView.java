package dev.baton.server.page;

import java.util.Optional;

/**
 * What the page shows that a CRM sends an admin back to.
 *
 * @param status of HTTP
 * @param next where one goes on; empty where there is nowhere
 * @param form what pressing the button sends; empty where there is nothing to press
 */
public record ConsentView(
    int status, boolean good, String headline, String words, Optional<Form> form, String next) {

  /** What the CRM gave, on its way through the page. */
  public record Form(String state, String code) {}

  static ConsentView asking(String headline, String words, Form form) {
    return new ConsentView(200, true, headline, words, Optional.of(form), "");
  }

  static ConsentView good(String headline, String words, String next) {
    return new ConsentView(200, true, headline, words, Optional.empty(), next);
  }

  static ConsentView bad(int status, String headline, String words) {
    return new ConsentView(status, false, headline, words, Optional.empty(), "");
  }
}

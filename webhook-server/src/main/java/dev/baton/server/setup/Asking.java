package dev.baton.server.setup;

import dev.baton.crm.CrmUnavailable;
import dev.baton.server.http.Problem;
import java.util.function.Supplier;

/** Asks a CRM something while somebody waits for the page. */
final class Asking {
  private Asking() {}

  /**
   * The CRM's answer.
   *
   * @throws Problem saying what to do where there is none
   */
  static <T> T crm(Supplier<T> question) {
    try {
      return question.get();
    } catch (CrmUnavailable away) {
      String why = String.valueOf(away.getMessage());
      if (away.needsPerson()) throw new Problem(409, "The CRM refuses", why);
      throw Problem.comeBack("The CRM cannot be asked now: " + why, 10);
    } catch (IllegalStateException noTokens) {
      throw new Problem(409, "Not connected", String.valueOf(noTokens.getMessage()));
    }
  }
}

package dev.baton.server.page;

import dev.baton.company.CrmConnection;
import dev.baton.crm.Consents.Standing;
import dev.baton.flow.AskingConsent;
import dev.baton.flow.AskingConsent.Outcome;
import dev.baton.flow.Connectors;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.util.List;

/**
 * Where a CRM sends the browser of an admin whom it asked to let Baton in. Looking at the page
 * changes nothing: what the CRM gave is used when the admin presses the button.
 */
public final class ConsentPages {
  /** The one address of it; CRMs want to know it beforehand. */
  public static final String ADDRESS = "/connect/callback";

  private static final int FORM_LIMIT = 8192;
  private static final String AGAIN =
      "To try once more, begin again on the page of the connection, or with “baton connect”, and"
          + " finish within ten minutes.";

  private final AskingConsent asking;
  private final Connectors connectors;

  public ConsentPages(AskingConsent asking, Connectors connectors) {
    this.asking = asking;
    this.connectors = connectors;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ADDRESS, Access.CONSENT_STATE, this::show),
        Route.post(ADDRESS, Access.CONSENT_STATE, FORM_LIMIT, this::connect));
  }

  /** What the CRM says of an error is not shown: anybody can write an address. */
  private Answer show(Question question) {
    String state = question.query().getOrDefault("state", "");
    Standing standing = asking.look(state);
    if (!(standing instanceof Standing.Open open)) return said(notOpen(standing));
    CrmConnection connection = connectors.connection(open.connection());
    String code = question.query().getOrDefault("code", "");
    if (code.isEmpty()) {
      return said(
          ConsentView.bad(
              403,
              "Not connected",
              "Baton was not let into " + named(connection) + ". Nothing was changed. " + AGAIN));
    }
    return said(
        ConsentView.asking(
            "Connect " + crm(connection) + "?",
            "Baton will read the records of "
                + named(connection)
                + ", set their owners, and write tasks and comments there.",
            new ConsentView.Form(state, code)));
  }

  private Answer connect(Question question) {
    if (question.fromElsewhere()) {
      return said(
          ConsentView.bad(403, "Not connected", "Press the button on Baton's own page. " + AGAIN));
    }
    String state = question.form().getOrDefault("state", "");
    String code = question.form().getOrDefault("code", "");
    return said(
        switch (asking.complete(state, code)) {
          case Outcome.LetIn in ->
              ConsentView.good(
                  crm(in.connection()) + " is connected",
                  "Baton is let into "
                      + named(in.connection())
                      + ". Go on to look over everything else and to send a test lead through, or"
                      + " do that with “baton connect "
                      + in.connection().crm()
                      + "”.",
                  "/connections/" + in.connection().id());
          case Outcome.NotOpen shut -> notOpen(shut.why());
          case Outcome.OtherAccount other ->
              ConsentView.bad(
                  409,
                  "That is another account",
                  "You let Baton into the "
                      + crm(other.connection())
                      + " account "
                      + (other.account().isEmpty() ? "of another kind" : other.account())
                      + ", but this connection is to account "
                      + other.connection().account()
                      + ". Nothing was kept. "
                      + AGAIN);
          case Outcome.TakenAlready taken ->
              ConsentView.bad(
                  409,
                  "Connected already",
                  "That "
                      + crm(taken.connection())
                      + " account is connected to Baton already, and an account has one connection."
                      + " Nothing was kept. "
                      + AGAIN);
          case Outcome.CrmRefused refused ->
              ConsentView.bad(
                  502,
                  "Not connected",
                  crm(refused.connection())
                      + " gave nothing for its own answer: "
                      + refused.why()
                      + ". "
                      + AGAIN);
        });
  }

  private static ConsentView notOpen(Standing standing) {
    return switch (standing) {
      case Standing.Used used ->
          ConsentView.bad(
              410,
              "Used already",
              "This page was used once, and works only once. If the connection stands, nothing is left"
                  + " to do. "
                  + AGAIN);
      case Standing.Expired expired ->
          ConsentView.bad(410, "Too late", "More than ten minutes have passed. " + AGAIN);
      default -> ConsentView.bad(404, "Not known", "Nobody began to connect here. " + AGAIN);
    };
  }

  private static String named(CrmConnection connection) {
    return connection.isAwaiting()
        ? "the " + crm(connection) + " account you chose"
        : "the " + crm(connection) + " account " + connection.account();
  }

  private static String crm(CrmConnection connection) {
    return CrmNames.of(connection.crm());
  }

  private static Answer said(ConsentView view) {
    return Answer.html(view.status(), Pages.consent(view));
  }
}

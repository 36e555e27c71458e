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
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
import java.util.List;

/**
 * Where a CRM sends the browser of an admin whom it asked to let Baton in. Looking at the page
 * changes nothing: what the CRM gave is used when the admin presses the button.
 */
public final class ConsentPages {
  /** The one address of it; CRMs want to know it beforehand. */
  public static final String ADDRESS = "/connect/callback";

  private static final int FORM_LIMIT = 8192;

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
    Words words = Readers.ofStranger(question);
    String state = question.query().getOrDefault("state", "");
    Standing standing = asking.look(state);
    if (!(standing instanceof Standing.Open open)) return said(notOpen(words, standing));
    CrmConnection connection = connectors.connection(open.connection());
    String code = question.query().getOrDefault("code", "");
    if (code.isEmpty()) {
      return said(
          ConsentView.bad(
              words,
              403,
              words.say("gate.consent.not"),
              words.say("gate.consent.not.let", named(words, connection))));
    }
    return said(
        ConsentView.asking(
            words,
            words.say("gate.consent.ask", crm(connection)),
            words.say("gate.consent.ask.what", named(words, connection)),
            new ConsentView.Form(state, code)));
  }

  private Answer connect(Question question) {
    Words words = Readers.ofStranger(question);
    if (question.fromElsewhere()) {
      return said(
          ConsentView.bad(
              words, 403, words.say("gate.consent.not"), words.say("gate.consent.not.here")));
    }
    String state = question.form().getOrDefault("state", "");
    String code = question.form().getOrDefault("code", "");
    return said(
        switch (asking.complete(state, code)) {
          case Outcome.LetIn in ->
              ConsentView.good(
                  words,
                  words.say("gate.consent.in", crm(in.connection())),
                  words.say(
                      "gate.consent.in.next", named(words, in.connection()), in.connection().crm()),
                  "/connections/" + in.connection().id());
          case Outcome.NotOpen shut -> notOpen(words, shut.why());
          case Outcome.OtherAccount other ->
              ConsentView.bad(words, 409, words.say("gate.consent.other"), mixedUp(words, other));
          case Outcome.TakenAlready taken ->
              ConsentView.bad(
                  words,
                  409,
                  words.say("gate.consent.taken"),
                  words.say("gate.consent.taken.why", crm(taken.connection())));
          case Outcome.CrmRefused refused ->
              ConsentView.bad(
                  words,
                  502,
                  words.say("gate.consent.not"),
                  words.say("gate.consent.not.answer", crm(refused.connection()), refused.why()));
        });
  }

  private static String mixedUp(Words words, Outcome.OtherAccount other) {
    String crm = crm(other.connection());
    String wanted = other.connection().account();
    return other.account().isEmpty()
        ? words.say("gate.consent.other.kind", crm, wanted)
        : words.say("gate.consent.other.why", crm, other.account(), wanted);
  }

  private static ConsentView notOpen(Words words, Standing standing) {
    return switch (standing) {
      case Standing.Used used ->
          ConsentView.bad(
              words, 410, words.say("gate.consent.used"), words.say("gate.consent.used.why"));
      case Standing.Expired expired ->
          ConsentView.bad(
              words, 410, words.say("gate.consent.late"), words.say("gate.consent.late.why"));
      default ->
          ConsentView.bad(
              words, 404, words.say("gate.consent.unknown"), words.say("gate.consent.unknown.why"));
    };
  }

  private static String named(Words words, CrmConnection connection) {
    return connection.isAwaiting()
        ? words.say("gate.consent.account.awaiting", crm(connection))
        : words.say("gate.consent.account", crm(connection), connection.account());
  }

  private static String crm(CrmConnection connection) {
    return CrmNames.of(connection.crm());
  }

  private static Answer said(ConsentView view) {
    return Answer.html(view.status(), Pages.consent(view));
  }
}

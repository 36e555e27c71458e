package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.crm.CrmUnavailable;
import dev.baton.flow.AskingConsent;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.server.api.WebhookAddresses;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.List;
import java.util.Map;

/** One CRM account: how it is, whether all is in place there, and where it has to call Baton. */
public final class ConnectionPage {
  private static final String ONE = "/connections/{id}";

  private final ConnectedAccounts accounts;
  private final ConnectingAccounts connecting;
  private final AskingConsent asking;
  private final UnusedConnectionPage unused;
  private final WebhookAddresses webhooks;
  private final CrmsOnOffer offer;
  private final FirstStepsLeft left;
  private final Acts acts;
  private final Shells shells;

  public ConnectionPage(
      ConnectedAccounts accounts,
      ConnectingAccounts connecting,
      AskingConsent asking,
      UnusedConnectionPage unused,
      WebhookAddresses webhooks,
      CrmsOnOffer offer,
      FirstStepsLeft left,
      Acts acts,
      Shells shells) {
    this.accounts = accounts;
    this.connecting = connecting;
    this.asking = asking;
    this.unused = unused;
    this.webhooks = webhooks;
    this.offer = offer;
    this.left = left;
    this.acts = acts;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    int limit = ConnectionsPage.FORM_LIMIT;
    return List.of(
        Route.get(ONE, access, this::show),
        Route.post(ONE + "/prepare", access, limit, this::prepare),
        Route.post(ONE + "/webhook", access, limit, this::renewWebhook));
  }

  private Answer show(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection connection = accounts.required(asked);
    boolean checked = asked.query().containsKey("check") && !connection.isAwaiting();
    List<Finding> findings = checked ? findings(connection, shells.words(visitor)) : List.of();
    var time = new CompanyTime(shells.company(visitor.company()).zone(), shells.words(visitor));
    return Answer.html(
        200,
        Templates.render(
            "setup/connection.jte",
            Map.ofEntries(
                Map.entry("shell", shells.around(visitor, ConnectionsPage.CONNECTIONS)),
                Map.entry("state", accounts.state(connection, time)),
                Map.entry("zone", time.zoneName()),
                Map.entry("checked", checked),
                Map.entry("findings", findings),
                Map.entry("consentMissing", isConsentMissing(connection)),
                Map.entry("consentPossible", asking.isPossible(connection.id())),
                Map.entry(
                    "webhook",
                    connection.isAwaiting() ? "" : webhooks.whole(connection).toString()),
                Map.entry("secret", hasSecret(connection)),
                Map.entry("unused", unused.stays(connection).isEmpty()),
                Map.entry("byFile", offer.isInFile(connection.id())),
                Map.entry("setup", left.of(visitor.company())),
                Map.entry("done", asked.query().getOrDefault("done", "")))));
  }

  /** Looks, and changes nothing. */
  private List<Finding> findings(CrmConnection connection, Words words) {
    try {
      return connecting.look(connection.id()).findings();
    } catch (CrmUnavailable away) {
      return List.of(
          Finding.wrong(words.say("connection.check.account"), String.valueOf(away.getMessage())));
    }
  }

  private boolean isConsentMissing(CrmConnection connection) {
    return connection.isAwaiting() || asking.isMissing(connection.id());
  }

  private boolean hasSecret(CrmConnection connection) {
    return !webhooks.readable(connection).equals(webhooks.whole(connection));
  }

  private Answer prepare(Question asked) {
    CrmConnection connection = accounts.required(asked);
    Asking.crm(() -> connecting.connect(connection.id()));
    acts.note(asked.requiredVisitor(), "connection prepared", connection.id().value(), "");
    return Answer.seeOther("/connections/" + connection.id() + "?done=prepared&check=now");
  }

  private Answer renewWebhook(Question asked) {
    CrmConnection connection = accounts.required(asked);
    if (webhooks.renewed(connection).isEmpty()) {
      throw new Problem(
          409,
          "There is no secret in it",
          "The client secret of the app proves this CRM's webhooks, so that their address may be"
              + " known.");
    }
    acts.note(asked.requiredVisitor(), "webhook address renewed", connection.id().value(), "");
    return Answer.seeOther("/connections/" + connection.id() + "?done=webhook");
  }
}

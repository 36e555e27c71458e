package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.ConnectionUse;
import dev.baton.company.CrmConnection;
import dev.baton.flow.GivingUpConnections;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.CrmNames;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks whether a connection that was begun and never used is to be removed, and removes it. */
public final class UnusedConnectionPage {
  private static final String REMOVE = "/connections/{id}/remove";

  private final ConnectedAccounts accounts;
  private final GivingUpConnections giving;
  private final CrmsOnOffer offer;
  private final Acts acts;
  private final Shells shells;

  public UnusedConnectionPage(
      ConnectedAccounts accounts,
      GivingUpConnections giving,
      CrmsOnOffer offer,
      Acts acts,
      Shells shells) {
    this.accounts = accounts;
    this.giving = giving;
    this.offer = offer;
    this.acts = acts;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    return List.of(
        Route.get(REMOVE, access, this::ask),
        Route.post(REMOVE, access, ConnectionsPage.FORM_LIMIT, this::remove));
  }

  private Answer ask(Question asked) {
    CrmConnection connection = accounts.required(asked);
    return page(asked, connection, stays(connection));
  }

  /** Why a connection is not removed, as far as that is known without asking the CRM. */
  Optional<String> stays(CrmConnection connection) {
    return offer.isInFile(connection.id())
        ? Optional.of("IN_FILE")
        : giving.use(connection).map(ConnectionUse::name);
  }

  private Answer page(Question asked, CrmConnection connection, Optional<String> stays) {
    Shell shell = shells.around(asked.requiredVisitor(), ConnectionsPage.CONNECTIONS);
    return Answer.html(
        stays.isPresent() ? 409 : 200,
        Templates.render(
            "setup/unusedConnection.jte",
            Map.of(
                "shell",
                shell,
                "id",
                connection.id().value(),
                "crm",
                CrmNames.of(connection.crm()),
                "account",
                connection.isAwaiting() ? "" : connection.account(),
                "stays",
                stays.map(why -> shell.words().say("connection.stays." + why)).orElse(""))));
  }

  private Answer remove(Question asked) {
    CrmConnection connection = accounts.required(asked);
    if (offer.isInFile(connection.id())) return page(asked, connection, stays(connection));
    Optional<ConnectionUse> used = Asking.crm(() -> giving.giveUp(connection));
    if (used.isPresent()) return page(asked, connection, used.map(ConnectionUse::name));
    acts.note(
        asked.requiredVisitor(),
        "connection removed",
        connection.id().value(),
        CrmNames.of(connection.crm()));
    return Answer.seeOther(ConnectionsPage.CONNECTIONS + "?done=removed");
  }
}

package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.company.ApiTokens;
import dev.baton.company.TokenHash;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.security.RandomTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** All CRM accounts of a company, and the token by which its programs come in. */
public final class ConnectionsPage {
  static final String CONNECTIONS = "/connections";
  static final int FORM_LIMIT = 16_384;

  private final ConnectedAccounts accounts;
  private final ApiTokens tokens;
  private final FirstStepsLeft left;
  private final Acts acts;
  private final Shells shells;
  private final InstantSource clock;

  public ConnectionsPage(
      ConnectedAccounts accounts,
      ApiTokens tokens,
      FirstStepsLeft left,
      Acts acts,
      Shells shells,
      InstantSource clock) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.left = left;
    this.acts = acts;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    return List.of(
        Route.get(CONNECTIONS, access, this::list),
        Route.post("/connections/token", access, FORM_LIMIT, this::newToken));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    var time = new CompanyTime(shells.company(visitor.company()).zone(), shells.words(visitor));
    return Answer.html(
        200,
        Templates.render(
            "setup/connections.jte",
            Map.of(
                "shell",
                shells.around(visitor, CONNECTIONS),
                "connections",
                accounts.of(visitor.company()).stream().map(c -> accounts.state(c, time)).toList(),
                "token",
                tokens
                    .madeAt(visitor.company())
                    .map(at -> time.tell(at, clock.instant()))
                    .orElse(""),
                "zone",
                time.zoneName(),
                "setup",
                left.of(visitor.company()),
                "done",
                asked.query().getOrDefault("done", ""))));
  }

  /** Shown this once: only its SHA-256 is kept. The one before ends. */
  private Answer newToken(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    String token = RandomTokens.next();
    boolean replaced = tokens.madeAt(visitor.company()).isPresent();
    tokens.replace(visitor.company(), TokenHash.of(token), clock.instant());
    acts.note(visitor, "API token made", "", replaced ? "the one before has ended" : "the first");
    return Answer.html(
        200,
        Templates.render(
            "setup/token.jte",
            Map.of("shell", shells.around(visitor, CONNECTIONS), "token", token)));
  }
}

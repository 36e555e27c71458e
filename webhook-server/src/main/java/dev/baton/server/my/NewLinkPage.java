package dev.baton.server.my;

import dev.baton.account.AccessLinks;
import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** An admin replaces an agent's link: who has the old one is out, at once. */
public final class NewLinkPage {
  private static final int FORM_LIMIT = 1_024;

  private final RoutingBooks books;
  private final AccessLinks links;
  private final AuditLog audit;
  private final Shells shells;
  private final Ways ways;

  /**
   * How the new link gets to the agent.
   *
   * @param mailed whether messages carry it; an admin passes it on himself otherwise
   */
  public record Ways(URI publicUrl, boolean mailed, InstantSource clock) {}

  public NewLinkPage(
      RoutingBooks books, AccessLinks links, AuditLog audit, Shells shells, Ways ways) {
    this.books = books;
    this.links = links;
    this.audit = audit;
    this.shells = shells;
    this.ways = ways;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/users/agents/{id}/link",
            Access.to(Permission.MANAGE_AGENTS),
            FORM_LIMIT,
            this::replace));
  }

  private Answer replace(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    String id = asked.path().getOrDefault("id", "");
    Agent agent =
        books.current(visitor.company()).agents().stream()
            .filter(each -> each.id().value().equals(id))
            .findFirst()
            .orElseThrow(
                () -> Problem.notFound("There is no such agent, or it is not published yet."));
    links.replace(visitor.company(), agent.id());
    audit.add(
        new AuditLog.Entry(
            visitor.company(),
            ways.clock().instant(),
            visitor.named(),
            "link replaced",
            agent.name(),
            ""));
    if (ways.mailed()) return Answer.seeOther("/users/agents/" + agent.id() + "?done=link");
    String token = links.token(visitor.company(), agent.id());
    return Answer.html(
        200,
        Templates.render(
            "people/newLink.jte",
            Map.of(
                "shell",
                shells.around(visitor, "/users"),
                "agent",
                agent.id().value(),
                "name",
                agent.name(),
                "link",
                ways.publicUrl().resolve(OwnLinkPages.address(token)).toString())));
  }
}

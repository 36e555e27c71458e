package dev.baton.server.my;

import dev.baton.account.AccessLinks;
import dev.baton.account.AccessLinks.Holder;
import dev.baton.account.Sessions.Kind;
import dev.baton.agent.Agent;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.security.ComingIn;
import dev.baton.server.security.ComingIn.Outcome;
import dev.baton.server.security.Nonces;
import dev.baton.server.security.SessionCookie;
import dev.baton.server.security.Visitors;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in by the link in an agent's messages. Looking at it changes nothing, for mail scanners
 * look, too; who presses the button is in, to his own leads and nothing more.
 */
public final class OwnLinkPages {
  private static final int FORM_LIMIT = 4_096;
  private static final String ADDRESS = "/a/{token}";

  private final AccessLinks links;
  private final RoutingBooks books;
  private final Shells shells;
  private final ComingIn comingIn;
  private final Proofs proofs;

  /**
   * What a press is proved by.
   *
   * @param visitors who is in already
   */
  public record Proofs(Visitors visitors, Nonces nonces, InstantSource clock) {}

  public OwnLinkPages(
      AccessLinks links, RoutingBooks books, Shells shells, ComingIn comingIn, Proofs proofs) {
    this.links = links;
    this.books = books;
    this.shells = shells;
    this.comingIn = comingIn;
    this.proofs = proofs;
  }

  /** Where a link with that token leads. */
  public static String address(String token) {
    return "/a/" + token;
  }

  public List<Route> routes() {
    return List.of(
        Route.get(ADDRESS, Access.PERSONAL_LINK, this::show),
        Route.post(ADDRESS, Access.PERSONAL_LINK, FORM_LIMIT, this::comeIn));
  }

  private static String token(Question asked) {
    return asked.path().getOrDefault("token", "");
  }

  private Answer show(Question asked) {
    Optional<Holder> holder = links.holder(token(asked));
    if (holder.isEmpty()) return nobodys(token(asked));
    if (isIn(asked, holder.get())) return Answer.seeOther(Slim.LEADS);
    return agent(holder.get())
        .map(agent -> page(200, asked, holder.get(), agent, ""))
        .orElseGet(OwnLinkPages::left);
  }

  private boolean isIn(Question asked, Holder holder) {
    return proofs
        .visitors()
        .of(asked.header().apply("Cookie"))
        .filter(visitor -> visitor.kind() != Kind.CODE_WANTED)
        .filter(visitor -> visitor.company().equals(holder.company()))
        .flatMap(visitor -> visitor.account().agent())
        .filter(holder.agent()::equals)
        .isPresent();
  }

  private Optional<Agent> agent(Holder holder) {
    return books.current(holder.company()).agent(holder.agent()).filter(Agent::active);
  }

  private Answer page(int status, Question asked, Holder holder, Agent agent, String notice) {
    return Answer.html(
        status,
        Templates.render(
            "my/link.jte",
            Map.of(
                "company",
                shells.company(holder.company()).name(),
                "name",
                agent.name(),
                "address",
                address(token(asked)),
                "nonce",
                proofs.nonces().make(token(asked), proofs.clock().instant()),
                "notice",
                notice)));
  }

  private Answer comeIn(Question asked) {
    String token = token(asked);
    Optional<Holder> holder = links.holder(token);
    if (holder.isEmpty()) return nobodys(token);
    Optional<Agent> agent = agent(holder.get());
    if (agent.isEmpty()) return left();
    Optional<String> notice = notice(asked, token);
    if (notice.isPresent()) {
      return page(400, asked, holder.get(), agent.get(), notice.get());
    }
    return switch (comingIn.byLink(holder.get(), agent.get().name())) {
      case Outcome.In in ->
          Answer.seeOther(Slim.LEADS).with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
      case Outcome.Wrong unused -> left();
      case Outcome.Throttled unused ->
          page(
              429,
              asked,
              holder.get(),
              agent.get(),
              "This link was opened too often. Wait a quarter of an hour.");
    };
  }

  /** Why the press does not count; empty where it does. */
  private Optional<String> notice(Question asked, String token) {
    if (asked.fromElsewhere()) return Optional.of("Please press once more, on this page.");
    String nonce = asked.form().getOrDefault("nonce", "");
    return switch (proofs.nonces().check(token, nonce, proofs.clock().instant())) {
      case GOOD -> Optional.empty();
      case TOO_QUICK -> Optional.of("That was very quick. Please press once more.");
      case TOO_OLD -> Optional.of("This page was open for long. Please press once more.");
      case FORGED -> Optional.of("Please press once more, on this page.");
    };
  }

  private Answer nobodys(String token) {
    return links.wasReplaced(token)
        ? told(
            410,
            "This link was replaced",
            "An admin has made you a new one, and this one opens nothing any more. The new one"
                + " stands in every message you get from now on. If none comes, ask an admin.")
        : told(
            404,
            "This link opens nothing",
            "Perhaps a part of it is missing. Open it again from the message, or use a newer"
                + " message.");
  }

  private static Answer left() {
    return told(
        410,
        "This link opens nothing any more",
        "You do not answer leads here any more. If that is wrong, ask an admin of your company.");
  }

  private static Answer told(int status, String title, String words) {
    return Answer.html(
        status,
        Templates.render(
            "people/told.jte",
            Map.of("title", title, "words", words, "link", "", "linkLabel", "")));
  }
}

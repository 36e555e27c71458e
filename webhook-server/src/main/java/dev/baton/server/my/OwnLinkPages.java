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
import dev.baton.server.words.Readers;
import dev.baton.server.words.Words;
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
    if (holder.isEmpty()) return nobodys(asked);
    if (isIn(asked, holder.get())) return Answer.seeOther(Slim.LEADS);
    return agent(holder.get())
        .map(agent -> page(200, asked, holder.get(), agent, ""))
        .orElseGet(() -> left(holder.get()));
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

  /**
   * The page that lets an agent in.
   *
   * @param notice the key of what he is told first; may be empty
   */
  private Answer page(int status, Question asked, Holder holder, Agent agent, String notice) {
    Words words = words(holder);
    return Answer.html(
        status,
        Templates.render(
            "my/link.jte",
            Map.of(
                "words",
                words,
                "company",
                shells.company(holder.company()).name(),
                "name",
                agent.name(),
                "address",
                address(token(asked)),
                "nonce",
                proofs.nonces().make(token(asked), proofs.clock().instant()),
                "notice",
                notice.isEmpty() ? "" : words.say(notice))));
  }

  private Answer comeIn(Question asked) {
    String token = token(asked);
    Optional<Holder> holder = links.holder(token);
    if (holder.isEmpty()) return nobodys(asked);
    Optional<Agent> agent = agent(holder.get());
    if (agent.isEmpty()) return left(holder.get());
    Optional<String> notice = notice(asked, token);
    if (notice.isPresent()) {
      return page(400, asked, holder.get(), agent.get(), notice.get());
    }
    return switch (comingIn.byLink(holder.get(), agent.get().name())) {
      case Outcome.In in ->
          Answer.seeOther(Slim.LEADS).with("Set-Cookie", SessionCookie.keep(in.token(), in.kind()));
      case Outcome.Wrong unused -> left(holder.get());
      case Outcome.Throttled unused ->
          page(429, asked, holder.get(), agent.get(), "my.link.too-often");
    };
  }

  /** The key of why the press does not count; empty where it does. */
  private Optional<String> notice(Question asked, String token) {
    if (asked.fromElsewhere()) return Optional.of("common.once-more");
    String nonce = asked.form().getOrDefault("nonce", "");
    return switch (proofs.nonces().check(token, nonce, proofs.clock().instant())) {
      case GOOD -> Optional.empty();
      case TOO_QUICK -> Optional.of("common.too-quick");
      case TOO_OLD -> Optional.of("common.too-old");
      case FORGED -> Optional.of("common.once-more");
    };
  }

  /** Whose it was, or is meant to be, is not known. */
  private Answer nobodys(Question asked) {
    Words words = Readers.ofStranger(asked);
    return links.wasReplaced(token(asked))
        ? told(410, "my.link.replaced", words)
        : told(404, "my.link.nobodys", words);
  }

  private Answer left(Holder holder) {
    return told(410, "my.link.left", words(holder));
  }

  private Words words(Holder holder) {
    return shells.words(holder.company(), holder.agent());
  }

  private static Answer told(int status, String title, Words words) {
    return Answer.html(
        status,
        Templates.render(
            "people/told.jte",
            Map.of(
                "title", words.say(title), "words", words.say(title + ".what"), "reader", words)));
  }
}

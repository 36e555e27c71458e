package dev.baton.server.my;

import dev.baton.agent.Agent;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import java.time.InstantSource;

/** Knows which agent a visitor is. Somebody who is none, or none any more, has no leads. */
public final class KnowingMe {
  private final RoutingBooks books;
  private final Shells shells;
  private final InstantSource clock;

  public KnowingMe(RoutingBooks books, Shells shells, InstantSource clock) {
    this.books = books;
    this.shells = shells;
    this.clock = clock;
  }

  Me me(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    RoutingBook book = books.current(visitor.company());
    Agent agent =
        visitor
            .account()
            .agent()
            .flatMap(book::agent)
            .filter(Agent::active)
            .orElseThrow(
                () ->
                    new Problem(
                        404,
                        "No leads of your own",
                        "Here agents find their leads, and you are none. An admin can make you one"
                            + " on the users page."));
    return new Me(
        visitor,
        shells.company(visitor.company()),
        book,
        agent,
        shells.words(visitor),
        clock.instant());
  }
}

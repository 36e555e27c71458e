package dev.baton.server.people;

import dev.baton.company.Embeddings;
import dev.baton.company.Origin;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Doorkeeper;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.security.Visitors;
import dev.baton.server.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows who has logged in, and says on a page what somebody may not do. */
public final class Door implements Doorkeeper {
  private final Visitors visitors;
  private final Shells shells;
  private final Embeddings embeddings;

  public Door(Visitors visitors, Shells shells, Embeddings embeddings) {
    this.visitors = visitors;
    this.shells = shells;
    this.embeddings = embeddings;
  }

  @Override
  public List<String> mayFrame(Visitor visitor) {
    return embeddings.of(visitor.company()).stream().map(Origin::value).toList();
  }

  /** Somebody who still owes the code is a stranger to every page but that of the code. */
  @Override
  public Optional<Visitor> visitor(Optional<String> cookieHeader) {
    return visitors
        .of(cookieHeader)
        .filter(v -> v.kind() != dev.baton.account.Sessions.Kind.CODE_WANTED);
  }

  @Override
  public Answer page(Problem problem, Optional<Visitor> visitor) {
    String html =
        visitor
            .map(
                who ->
                    Templates.render(
                        "people/problem.jte",
                        Map.of(
                            "shell",
                            shells.around(who, ""),
                            "title",
                            problem.title(),
                            "words",
                            problem.detail())))
            .orElseGet(() -> Told.page(Words.ENGLISH, problem.title(), problem.detail()));
    return Answer.html(problem.status(), html);
  }
}

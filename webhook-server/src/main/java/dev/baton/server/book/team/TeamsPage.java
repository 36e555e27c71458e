package dev.baton.server.book.team;

import dev.baton.account.Permission;
import dev.baton.agent.Team;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The teams of a company, in the order in which they take leads. */
public final class TeamsPage {
  static final String TEAMS = "/teams";
  private static final int FORM_LIMIT = 4_096;

  private final Editing editing;
  private final Shells shells;

  public TeamsPage(Editing editing, Shells shells) {
    this.editing = editing;
    this.shells = shells;
  }

  /**
   * A team in the list.
   *
   * @param takes of what leads
   * @param first whether none stands before it
   */
  public record Line(
      String id,
      String name,
      String kind,
      String takes,
      String method,
      int members,
      String caps,
      String slas,
      boolean first) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(TEAMS, access, this::list),
        Route.post("/teams/{id}/earlier", access, FORM_LIMIT, this::earlier),
        Route.post("/teams/{id}/remove", access, FORM_LIMIT, this::remove));
  }

  private Answer list(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    List<Team> teams = editing.seenBy(visitor).teams();
    Shell shell = shells.around(visitor, TEAMS);
    List<Line> lines =
        IntStream.range(0, teams.size())
            .mapToObj(i -> line(teams.get(i), i == 0, shell.words()))
            .toList();
    return Answer.html(
        200, Templates.render("book/teams.jte", Map.of("shell", shell, "lines", lines)));
  }

  private static Line line(Team team, boolean first, Words words) {
    return new Line(
        team.id().value(),
        team.name(),
        TeamWords.kind(team.kind(), words),
        team.tags().isEmpty()
            ? words.say("team.teams.tags.all")
            : String.join(
                ", ", team.tags().stream().sorted(String.CASE_INSENSITIVE_ORDER).toList()),
        TeamWords.method(team.distribution(), words),
        team.members().size(),
        String.join("; ", team.caps().stream().map(c -> TeamWords.cap(c, words)).toList()),
        String.join("; ", team.slas().stream().map(s -> TeamWords.sla(s, words)).toList()),
        first);
  }

  static Team team(Question asked, BookDraft book) {
    String id = asked.path().getOrDefault("id", "");
    return book.teams().stream()
        .filter(team -> team.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such team."));
  }

  /** Of two teams that take a lead, the first has it. */
  private Answer earlier(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Team team = team(asked, editing.seenBy(visitor));
    require(
        editing.change(
            visitor,
            book -> {
              var teams = new ArrayList<>(book.teams());
              int at =
                  IntStream.range(0, teams.size())
                      .filter(i -> teams.get(i).id().equals(team.id()))
                      .findFirst()
                      .orElse(0);
              if (at > 0) Collections.swap(teams, at - 1, at);
              return book.teamed(teams);
            }));
    return Answer.seeOther(TEAMS);
  }

  private Answer remove(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Team team = team(asked, editing.seenBy(visitor));
    require(
        editing.change(
            visitor,
            book ->
                book.teamed(
                    book.teams().stream().filter(t -> !t.id().equals(team.id())).toList())));
    return Answer.seeOther(TEAMS);
  }

  private static void require(List<String> problems) {
    if (!problems.isEmpty()) {
      throw new Problem(409, "The teams stay", String.join(" ", problems));
    }
  }
}

package dev.baton.server.book;

import dev.baton.account.Permission;
import dev.baton.review.Change;
import dev.baton.review.Conflict;
import dev.baton.routing.RoutingBooks.Issue;
import dev.baton.server.book.Editing.Outcome;
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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** What has been changed and not published, the revisions before, and the way back to one. */
public final class DraftPage {
  private static final int FORM_LIMIT = 4_096;

  private final Editing editing;
  private final LookingOver looking;
  private final EffectOnLeads effect;
  private final Shells shells;

  public DraftPage(Editing editing, LookingOver looking, EffectOnLeads effect, Shells shells) {
    this.editing = editing;
    this.looking = looking;
    this.effect = effect;
    this.shells = shells;
  }

  /** A revision as the page tells it; {@code when} in the company's zone. */
  public record Revision(int number, String when, String by) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get("/draft", access, asked -> page(200, asked, said(asked), List.of(), List.of())),
        Route.post("/draft/publish", access, FORM_LIMIT, this::publish),
        Route.post("/draft/discard", access, FORM_LIMIT, this::discard),
        Route.get("/history", access, this::history),
        Route.get("/history/{revision}", access, this::revision),
        Route.post("/history/{revision}/restore", access, FORM_LIMIT, this::restore));
  }

  private String said(Question asked) {
    Words words = shells.words(asked.requiredVisitor());
    return switch (asked.query().getOrDefault("done", "")) {
      case "published" -> words.say("book.draft.published");
      case "discarded" -> words.say("book.draft.discarded");
      case "restored" -> words.say("book.draft.restored");
      default -> "";
    };
  }

  private Answer page(
      int status, Question asked, String said, List<String> problems, List<Conflict> conflicts) {
    Visitor visitor = asked.requiredVisitor();
    List<Change> changes = editing.changes(visitor);
    return Answer.html(
        status,
        Templates.render(
            "book/draft.jte",
            Map.of(
                "shell",
                shells.around(visitor, ""),
                "changes",
                changes,
                "said",
                said,
                "problems",
                problems,
                "findings",
                changes.isEmpty()
                    ? List.of()
                    : looking.findings(visitor.company(), editing.seenBy(visitor)),
                "effect",
                changes.isEmpty() ? List.of() : List.of(effect(visitor)),
                "conflicts",
                conflicts)));
  }

  private EffectView effect(Visitor visitor) {
    return effect.of(
        visitor.company(),
        editing.begunFrom(visitor),
        editing.seenBy(visitor),
        shells.company(visitor.company()).zone(),
        shells.words(visitor));
  }

  private Answer publish(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    return switch (editing.publish(visitor)) {
      case Outcome.Published unused -> Answer.seeOther("/draft?done=published");
      case Outcome.Nothing unused -> Answer.seeOther("/draft");
      case Outcome.Refused refused -> page(409, asked, "", refused.problems(), List.of());
      case Outcome.CarriedOver over ->
          page(
              409,
              asked,
              shells
                  .words(visitor)
                  .say(
                      "book.draft.overtaken", over.by().by(), String.valueOf(over.by().revision())),
              List.of(),
              over.conflicts());
    };
  }

  private Answer discard(Question asked) {
    editing.discard(asked.requiredVisitor());
    return Answer.seeOther("/draft?done=discarded");
  }

  private Answer history(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    ZoneId zone = shells.company(visitor.company()).zone();
    Shell shell = shells.around(visitor, "");
    var when =
        DateTimeFormatter.ofPattern(shell.words().say("book.history.time"), shell.words().locale())
            .withZone(zone);
    return Answer.html(
        200,
        Templates.render(
            "book/history.jte",
            Map.of(
                "shell",
                shell,
                "revisions",
                editing.history(visitor).stream().map(issue -> told(issue, when)).toList(),
                "zone",
                zone.getId())));
  }

  private static Revision told(Issue issue, DateTimeFormatter when) {
    return new Revision(issue.revision(), when.format(issue.at()), issue.by());
  }

  private Answer revision(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    int number = number(asked);
    try {
      return Answer.html(
          200,
          Templates.render(
              "book/revision.jte",
              Map.of(
                  "shell",
                  shells.around(visitor, ""),
                  "number",
                  number,
                  "changes",
                  editing.changesOf(visitor, number))));
    } catch (NoSuchElementException none) {
      throw Problem.notFound("There is no such revision.");
    }
  }

  private static int number(Question asked) {
    try {
      int number = Integer.parseInt(asked.path().getOrDefault("revision", ""));
      if (number > 0) return number;
    } catch (NumberFormatException none) {
      // Said below.
    }
    throw Problem.notFound("There is no such revision.");
  }

  private Answer restore(Question asked) {
    try {
      editing.goBackTo(asked.requiredVisitor(), number(asked));
    } catch (NoSuchElementException none) {
      throw Problem.notFound("There is no such revision.");
    }
    return Answer.seeOther("/draft?done=restored");
  }
}

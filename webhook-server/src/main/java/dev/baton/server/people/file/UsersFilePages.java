package dev.baton.server.people.file;

import dev.baton.account.Accounts;
import dev.baton.account.AuditLog;
import dev.baton.account.Permission;
import dev.baton.agent.Presences;
import dev.baton.agent.ZipCentroids;
import dev.baton.flow.MindingAgents;
import dev.baton.message.ContactBook;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.report.CsvFile;
import dev.baton.server.words.Words;
import dev.baton.tag.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Users out of Baton and into it as a file. A file is looked at first; the page that shows what it
 * would do sends it back when somebody takes it over, and nothing is kept in between.
 */
public final class UsersFilePages {
  private static final int FILE_LIMIT = 6 * 1024 * 1024;

  /** A text may grow when its letters become UTF-8, and forms have more around them. */
  private static final int BODY_LIMIT = 3 * FILE_LIMIT;

  private static final String IMPORT = "/users/import";

  private final Editing editing;
  private final Accounts accounts;
  private final ContactBook contacts;
  private final Presences presences;
  private final TakingOver taking;
  private final ZipCentroids zips;
  private final Shells shells;

  public UsersFilePages(
      Editing editing,
      Accounts accounts,
      ContactBook contacts,
      Presences presences,
      MindingAgents minding,
      AuditLog audit,
      ZipCentroids zips,
      Shells shells,
      InstantSource clock) {
    this.editing = editing;
    this.accounts = accounts;
    this.contacts = contacts;
    this.presences = presences;
    this.taking = new TakingOver(editing, accounts, contacts, minding, audit, clock);
    this.zips = zips;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_AGENTS);
    return List.of(
        Route.get("/users/export.csv", access, this::export),
        Route.get(IMPORT, access, asked -> page(200, asked, Form.EMPTY)),
        Route.post(IMPORT, access, BODY_LIMIT, this::look),
        Route.post(IMPORT + "/take-over", access, BODY_LIMIT, this::takeOver));
  }

  private Users users(Visitor visitor) {
    return Users.of(visitor.company(), editing.seenBy(visitor), accounts, contacts, presences);
  }

  /** As he sees them, with what he has changed, so that he can go on with it in a spreadsheet. */
  private Answer export(Question asked) {
    var rows = new ArrayList<List<String>>();
    rows.add(headings(Column.values()));
    for (User user : users(asked.requiredVisitor()).all()) {
      Map<Column, String> cells = UserCells.of(user);
      rows.add(
          Arrays.stream(Column.values())
              .map(c -> Quoting.written(cells.getOrDefault(c, "")))
              .toList());
    }
    return CsvFile.ofHarmless("users.csv", rows);
  }

  private Answer page(int status, Question asked, Form form) {
    return Answer.html(
        status,
        Templates.render(
            "people/import.jte",
            Map.of(
                "shell",
                shells.around(asked.requiredVisitor(), "/users"),
                "form",
                form,
                "columns",
                headings(Column.values()),
                "sample",
                String.join(",", headings(Column.EMAIL, Column.NAME, Column.TAGS)))));
  }

  private static List<String> headings(Column... columns) {
    return Arrays.stream(columns).map(Column::heading).toList();
  }

  private Words words(Question asked) {
    return shells.words(asked.requiredVisitor());
  }

  /** Changes nothing. */
  private Answer look(Question asked) {
    Words words = words(asked);
    Optional<byte[]> file = asked.file("file");
    Form form = Form.of(asked.form()).without("csrf");
    if (file.isEmpty() && form.value("text").isEmpty()) {
      return page(400, asked, form.wrong("file", words.say("file.refused.none")));
    }
    if (file.isPresent() && file.get().length > FILE_LIMIT) {
      return page(400, asked, form.wrong("file", words.say("file.refused.large")));
    }
    if (file.isEmpty()) return preview(asked, form, form.value("text"), "text", "text");
    return switch (TextOfFile.read(file.get(), words)) {
      case TextOfFile.Reading.Refused refused ->
          page(400, asked, form.wrong("file", refused.why()));
      case TextOfFile.Reading.Text text ->
          preview(asked, form, text.text(), text.encoding(), "file");
    };
  }

  private Answer preview(Question asked, Form form, String text, String encoding, String field) {
    return switch (UserSheet.read(text, words(asked))) {
      case UserSheet.Reading.Refused refused -> page(400, asked, form.wrong(field, refused.why()));
      case UserSheet.Reading.Sheet sheet -> {
        ImportPlan plan = plan(asked, sheet.sheet());
        yield shown(200, asked, plan, encoding, text, problems(asked, plan));
      }
    };
  }

  private ImportPlan plan(Question asked, UserSheet sheet) {
    Visitor visitor = asked.requiredVisitor();
    Words words = shells.words(visitor);
    BookDraft book = editing.seenBy(visitor);
    var tags = book.tags().stream().map(Tag::name).collect(Collectors.toSet());
    var reading =
        new ReadingRows(visitor, tags, email -> accounts.byEmail(email).isPresent(), zips, words);
    return ImportPlan.of(sheet, users(visitor), reading, words);
  }

  /** What the draft would have wrong that it has right now. */
  private List<String> problems(Question asked, ImportPlan plan) {
    BookDraft before = editing.seenBy(asked.requiredVisitor());
    BookDraft after = plan.onto(before);
    if (after.equals(before)) return List.of();
    var problems = new ArrayList<>(after.problems());
    problems.removeAll(before.problems());
    return problems;
  }

  private Answer shown(
      int status,
      Question asked,
      ImportPlan plan,
      String encoding,
      String text,
      List<String> problems) {
    return Answer.html(
        status,
        Templates.render(
            "people/preview.jte",
            Map.of(
                "shell",
                shells.around(asked.requiredVisitor(), "/users"),
                "view",
                PreviewView.of(plan, encoding, text, problems))));
  }

  private Answer takeOver(Question asked) {
    Words words = words(asked);
    String text = asked.form().getOrDefault("text", "");
    if (text.getBytes(StandardCharsets.UTF_8).length > 2 * FILE_LIMIT) {
      return page(400, asked, Form.EMPTY.wrong("file", words.say("file.refused.large")));
    }
    if (!(UserSheet.read(text, words) instanceof UserSheet.Reading.Sheet sheet)) {
      return page(400, asked, Form.EMPTY.wrong("file", words.say("file.refused.lost")));
    }
    ImportPlan plan = plan(asked, sheet.sheet());
    List<String> problems = taking.takeOver(asked.requiredVisitor(), plan, words);
    return problems.isEmpty()
        ? Answer.seeOther("/users?done=imported")
        : shown(409, asked, plan, "", text, problems);
  }
}

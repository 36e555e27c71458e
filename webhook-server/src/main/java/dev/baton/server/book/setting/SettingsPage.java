package dev.baton.server.book.setting;

import dev.baton.account.Permission;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is set for the whole company: who is asked, when, for how long, and what is told later. */
public final class SettingsPage {
  public static final String ADDRESS = "/settings";
  private static final int FORM_LIMIT = 1_048_576;

  /** Where on the page a problem of the whole book is mended. */
  private static final List<Map.Entry<String, String>> PLACES =
      List.of(
          Map.entry("Offer window", "window"),
          Map.entry("Catchall", CatchallPeople.PEOPLE),
          Map.entry("cannot be looked for in leads", "namesAsTags"),
          Map.entry("Reports go back", "retention"));

  private final Editing editing;
  private final Shells shells;

  public SettingsPage(Editing editing, Shells shells) {
    this.editing = editing;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(ADDRESS, access, this::show),
        Route.post(ADDRESS, access, FORM_LIMIT, this::save));
  }

  private Answer show(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    return page(200, asked, SettingsSheet.in(shells.words(visitor)).filled(book), book);
  }

  private Answer page(int status, Question asked, Form form, BookDraft book) {
    Visitor visitor = asked.requiredVisitor();
    var values = new HashMap<String, Object>();
    values.put("shell", shells.around(visitor, ADDRESS));
    values.put("form", form);
    values.put("people", CatchallPeople.boxes(book));
    values.put("demonstration", book.settings().window().demonstration());
    values.put("done", asked.query().getOrDefault("done", ""));
    return Answer.html(status, Templates.render("book/settings.jte", values));
  }

  private Answer save(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Sheet<BookDraft> sheet = SettingsSheet.in(shells.words(visitor));
    Sheet.Reading<BookDraft> read = sheet.read(book, Form.of(asked.form()));
    if (!read.form().good()) return page(400, asked, read.form(), book);
    List<String> problems =
        editing.change(visitor, before -> sheet.read(before, read.form()).value());
    if (problems.isEmpty()) return Answer.seeOther(ADDRESS + "?done=saved");
    return page(409, asked, Sheet.placed(read.form(), problems, PLACES, "save"), book);
  }
}

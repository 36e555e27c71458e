package dev.baton.server.book.hours;

import dev.baton.account.Permission;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.server.book.Editing;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writings;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;

/** When the company hands out leads, and the holidays of its regions: into the draft. */
public final class HoursPage {
  public static final String ADDRESS = "/settings/hours";
  private static final int FORM_LIMIT = 262_144;

  private final Editing editing;
  private final OpeningNow openingNow;
  private final Shells shells;
  private final InstantSource clock;

  /**
   * @param openingNow what stands on the page of hours that hold
   */
  public HoursPage(Editing editing, OpeningNow openingNow, Shells shells, InstantSource clock) {
    this.editing = editing;
    this.openingNow = openingNow;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(ADDRESS, access, this::show),
        Route.post(ADDRESS, access, FORM_LIMIT, this::save),
        Route.post(ADDRESS + "/now", access, FORM_LIMIT, this::openOrClose));
  }

  private Sheet<Calendar> sheet(Question asked) {
    Words words = shells.words(asked.requiredVisitor());
    return Sheet.of(words, new CalendarEntry(words));
  }

  private Calendar calendar(Question asked) {
    return editing.seenBy(asked.requiredVisitor()).settings().calendar();
  }

  private Answer show(Question asked) {
    Calendar calendar = calendar(asked);
    return page(200, asked, sheet(asked).filled(calendar), calendar, Form.EMPTY);
  }

  private Answer page(int status, Question asked, Form form, Calendar meant, Form word) {
    Visitor visitor = asked.requiredVisitor();
    Shell shell = shells.around(visitor, "/settings");
    var values = new HashMap<String, Object>();
    values.put("shell", shell);
    values.put("form", form);
    values.put("word", word);
    values.put("ownZone", CalendarEntry.ownZone(calendar(asked)));
    values.put("reportZone", reportZone(visitor, meant));
    values.put("now", openingNow.told(visitor.company(), shell.words()));
    values.put("week", week(meant, shell.words()));
    values.put("done", asked.query().getOrDefault("done", ""));
    return Answer.html(status, Templates.render("book/hours.jte", values));
  }

  /** The clock of reports, where it shows other times; they keep it, for they told days by it. */
  private String reportZone(Visitor visitor, Calendar calendar) {
    ZoneId reports = shells.company(visitor.company()).zone();
    return reports.getRules().equals(calendar.zone().getRules()) ? "" : Writings.written(reports);
  }

  private List<OpenTimes> week(Calendar calendar, Words words) {
    return calendar.hours().map(hours -> OpenTimes.of(hours, clock.instant(), words)).stream()
        .toList();
  }

  private Answer save(Question asked) {
    Sheet<Calendar> sheet = sheet(asked);
    Sheet.Reading<Calendar> read = sheet.read(calendar(asked), Form.of(asked.form()));
    if (!read.form().good()) return page(400, asked, read.form(), read.value(), Form.EMPTY);
    if (read.form().ticked("look")) {
      return page(200, asked, read.form(), read.value(), Form.EMPTY);
    }
    List<String> problems =
        editing.change(asked.requiredVisitor(), book -> changed(book, sheet, read.form()));
    return problems.isEmpty()
        ? Answer.seeOther(ADDRESS + "?done=saved")
        : page(
            409, asked, read.form().wrong(CalendarEntry.HOURS, problems), read.value(), Form.EMPTY);
  }

  private static BookDraft changed(BookDraft book, Sheet<Calendar> sheet, Form form) {
    Calendar after = sheet.read(book.settings().calendar(), form).value();
    return book.set(book.settings().with(after));
  }

  private Answer openOrClose(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    var typed = new Typed(shells.words(visitor), Form.of(asked.form()));
    Form word = openingNow.say(visitor, typed);
    if (word.good()) return Answer.seeOther(ADDRESS + "?done=now");
    Calendar calendar = calendar(asked);
    return page(400, asked, sheet(asked).filled(calendar), calendar, word);
  }
}

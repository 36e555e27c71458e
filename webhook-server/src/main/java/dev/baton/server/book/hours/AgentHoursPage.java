package dev.baton.server.book.hours;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.Holiday;
import dev.baton.agent.Schedule;
import dev.baton.agent.WeeklyHours;
import dev.baton.routing.BookDraft;
import dev.baton.routing.Calendar;
import dev.baton.server.book.Editing;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.book.form.Typed;
import dev.baton.server.book.form.Writings;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.words.Words;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** When an agent works, into the draft; and when he is out of office, at once. */
public final class AgentHoursPage {
  private static final int FORM_LIMIT = 65_536;
  private static final String ONE = "/users/agents/{id}/hours";

  private final Editing editing;
  private final TimeAway away;
  private final Shells shells;
  private final InstantSource clock;

  public AgentHoursPage(Editing editing, TimeAway away, Shells shells, InstantSource clock) {
    this.editing = editing;
    this.away = away;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_AGENTS);
    return List.of(
        Route.get(ONE, access, this::show),
        Route.post(ONE, access, FORM_LIMIT, this::save),
        Route.post(ONE + "/away", access, FORM_LIMIT, this::goAway),
        Route.post(ONE + "/back", access, FORM_LIMIT, this::comeBack));
  }

  private static Sheet<Schedule> sheet(BookDraft book, Words words) {
    return Sheet.of(
        words,
        new OwnHours(words, book.settings().calendar().zone())
            .of(Schedule::shift, (schedule, shift) -> new Schedule(shift, schedule.region())));
  }

  private static Agent agent(Question asked, BookDraft book) {
    String id = asked.path().getOrDefault("id", "");
    return book.agents().stream()
        .filter(agent -> agent.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such agent."));
  }

  private static String address(Agent agent, String done) {
    return "/users/agents/" + agent.id() + "/hours?done=" + done;
  }

  private Answer show(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Agent agent = agent(asked, book);
    Form form = sheet(book, shells.words(visitor)).filled(agent.schedule());
    return page(200, asked, form, agent.schedule(), Form.EMPTY);
  }

  /**
   * @param meant what the form says
   * @param leaving the form of going away
   */
  private Answer page(int status, Question asked, Form form, Schedule meant, Form leaving) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Agent agent = agent(asked, book);
    Calendar calendar = book.settings().calendar();
    ZoneId zone = zone(agent, calendar);
    Shell shell = shells.around(visitor, "/users");
    var values = new HashMap<String, Object>();
    values.put("shell", shell);
    values.put("form", form);
    values.put("leaving", leaving);
    values.put("agent", agent.id().value());
    values.put("name", agent.name());
    values.put("region", agent.schedule().region().orElse(""));
    values.put("companyZone", Writings.written(calendar.zone()));
    values.put("zone", Writings.written(zone));
    values.put("week", week(meant, calendar, shell.words()));
    values.put("absences", away.of(visitor.company(), agent.id(), zone, shell.words()));
    values.put("done", asked.query().getOrDefault("done", ""));
    return Answer.html(status, Templates.render("book/agentHours.jte", values));
  }

  /** The clock he lives by. */
  private static ZoneId zone(Agent agent, Calendar calendar) {
    return agent.schedule().shift().map(WeeklyHours::zone).orElse(calendar.zone());
  }

  private List<OpenTimes> week(Schedule schedule, Calendar calendar, Words words) {
    Function<LocalDate, String> holiday =
        date ->
            calendar.holidays().stream()
                .filter(h -> h.date().equals(date))
                .filter(h -> schedule.region().filter(h.region()::equals).isPresent())
                .map(Holiday::name)
                .findFirst()
                .orElse("");
    return schedule
        .shift()
        .or(() -> calendar.hours().map(hours -> hours.week()))
        .map(hours -> OpenTimes.of(hours, clock.instant(), words, holiday))
        .stream()
        .toList();
  }

  private Answer save(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Agent agent = agent(asked, book);
    Words words = shells.words(visitor);
    Sheet.Reading<Schedule> read = sheet(book, words).read(agent.schedule(), Form.of(asked.form()));
    if (!read.form().good()) return page(400, asked, read.form(), read.value(), Form.EMPTY);
    if (read.form().ticked("look")) {
      return page(200, asked, read.form(), read.value(), Form.EMPTY);
    }
    List<String> problems =
        editing.change(
            visitor, before -> changed(before, agent, sheet(before, words), read.form()));
    return problems.isEmpty()
        ? Answer.seeOther(address(agent, "saved"))
        : page(409, asked, read.form().wrong("own", problems), read.value(), Form.EMPTY);
  }

  private static BookDraft changed(BookDraft book, Agent agent, Sheet<Schedule> sheet, Form form) {
    return book.staffed(
        book.agents().stream()
            .map(
                each ->
                    each.id().equals(agent.id())
                        ? each.working(sheet.read(each.schedule(), form).value())
                        : each)
            .toList());
  }

  private Answer goAway(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Agent agent = agent(asked, book);
    Calendar calendar = book.settings().calendar();
    Words words = shells.words(visitor);
    var typed = new Typed(words, Form.of(asked.form()));
    Form said = away.goes(visitor, agent.id(), zone(agent, calendar), typed);
    if (said.good()) return Answer.seeOther(address(agent, "away"));
    Form form = sheet(book, words).filled(agent.schedule());
    return page(400, asked, form, agent.schedule(), said);
  }

  private Answer comeBack(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Agent agent = agent(asked, editing.seenBy(visitor));
    Optional<String> when = Optional.ofNullable(asked.form().get("absence"));
    boolean was = when.filter(key -> away.ends(visitor, agent.id(), key)).isPresent();
    return Answer.seeOther(address(agent, was ? "back" : "gone"));
  }
}

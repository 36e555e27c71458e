package dev.baton.server.book.team;

import dev.baton.account.Permission;
import dev.baton.agent.Distribution;
import dev.baton.agent.Team;
import dev.baton.agent.TeamId;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.book.form.Sheet;
import dev.baton.server.book.form.Writings;
import dev.baton.server.book.hours.OpenTimes;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One team: whose leads it takes, who is in it, and how they share. */
public final class TeamPage {
  /** A box and a weight for each of some thousand agents. */
  private static final int FORM_LIMIT = 1_048_576;

  private static final String NEW = "/teams/new";
  private static final String ONE = "/teams/{id}";

  private final Editing editing;
  private final Shells shells;
  private final InstantSource clock;

  public TeamPage(Editing editing, Shells shells, InstantSource clock) {
    this.editing = editing;
    this.shells = shells;
    this.clock = clock;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.EDIT_BOOK);
    return List.of(
        Route.get(NEW, access, this::fresh),
        Route.post(NEW, access, FORM_LIMIT, this::add),
        Route.get(ONE, access, this::show),
        Route.post(ONE, access, FORM_LIMIT, this::change));
  }

  private static Team blank(TeamId id) {
    return Team.of(id.value(), Distribution.BY_SCORE, List.of());
  }

  private static ZoneId zone(BookDraft book) {
    return book.settings().calendar().zone();
  }

  private Answer fresh(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    return page(
        200, asked, Form.EMPTY, editing.seenBy(visitor), Optional.empty(), Optional.empty());
  }

  private Answer show(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Team team = TeamsPage.team(asked, book);
    Form form = TeamSheet.of(zone(book), shells.words(visitor)).filled(team);
    return page(200, asked, form, book, Optional.of(team), Optional.of(team));
  }

  /**
   * @param team as it was; empty for a new one
   * @param meant as the form says it
   */
  private Answer page(
      int status,
      Question asked,
      Form form,
      BookDraft book,
      Optional<Team> team,
      Optional<Team> meant) {
    Shell shell = shells.around(asked.requiredVisitor(), TeamsPage.TEAMS);
    Words words = shell.words();
    var rows = new TeamRows(words);
    var values = new HashMap<String, Object>();
    values.put("shell", shell);
    values.put("form", form);
    values.put("id", team.map(t -> t.id().value()).orElse(""));
    values.put("name", team.map(Team::name).orElseGet(() -> words.say("team.teams.new")));
    values.put("candidates", TeamChoices.candidates(book, team));
    values.put("choices", TeamChoices.choices(form, book, words));
    values.put("caps", rows.caps().shown(form, 2, 200));
    values.put("slas", rows.slas().shown(form, 3, 3));
    values.put("weights", rows.weights().shown(form, 2, 200));
    values.put("metrics", rows.metrics().shown(form, 2, 10));
    values.put("zone", Writings.written(zone(book)));
    values.put(
        "week",
        meant
            .flatMap(Team::hours)
            .map(hours -> OpenTimes.of(hours, clock.instant(), words, any -> ""))
            .stream()
            .toList());
    values.put("done", asked.query().getOrDefault("done", ""));
    return Answer.html(status, Templates.render("book/team.jte", values));
  }

  private Answer add(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Words words = shells.words(visitor);
    Form form = Form.of(asked.form());
    TeamId id = new TeamId("new");
    try {
      id = new TeamId(form.value("id").isEmpty() ? idOf(form.value("name")) : form.value("id"));
    } catch (IllegalArgumentException wrong) {
      boolean nothing = form.value("id").isEmpty() && form.value("name").isEmpty();
      if (!nothing) form = form.wrong("id", words.say("team.id.wrong"));
    }
    if (form.value("id").equals("new")) form = form.wrong("id", words.say("team.id.new"));
    Team blank = blank(id);
    Sheet.Reading<Team> read = TeamSheet.read(blank, form, zone(book), words);
    if (!read.form().good() || looks(read.form())) {
      return answer(asked, read, book, Optional.empty());
    }
    List<String> problems =
        editing.change(
            visitor,
            before -> {
              var teams = new ArrayList<>(before.teams());
              teams.add(TeamSheet.read(blank, read.form(), zone(before), words).value());
              return before.teamed(teams);
            });
    if (problems.isEmpty()) return Answer.seeOther("/teams/" + id + "?done=saved");
    return page(
        409,
        asked,
        TeamSheet.placed(read.form(), problems),
        book,
        Optional.empty(),
        Optional.of(read.value()));
  }

  private static boolean looks(Form form) {
    return form.ticked("look");
  }

  /** {@code old-town} for Old Town. */
  private static String idOf(String name) {
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return id.equals("new") ? "new-team" : id.substring(0, Math.min(id.length(), 63));
  }

  private Answer answer(
      Question asked, Sheet.Reading<Team> read, BookDraft book, Optional<Team> team) {
    int status = read.form().good() ? 200 : 400;
    return page(status, asked, read.form(), book, team, Optional.of(read.value()));
  }

  private Answer change(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    BookDraft book = editing.seenBy(visitor);
    Team team = TeamsPage.team(asked, book);
    Words words = shells.words(visitor);
    Sheet.Reading<Team> read = TeamSheet.read(team, Form.of(asked.form()), zone(book), words);
    if (!read.form().good() || looks(read.form())) {
      return answer(asked, read, book, Optional.of(team));
    }
    List<String> problems =
        editing.change(visitor, before -> replaced(before, team.id(), read.form(), words));
    if (problems.isEmpty()) return Answer.seeOther("/teams/" + team.id() + "?done=saved");
    return page(
        409,
        asked,
        TeamSheet.placed(read.form(), problems),
        book,
        Optional.of(team),
        Optional.of(read.value()));
  }

  private static BookDraft replaced(BookDraft book, TeamId id, Form form, Words words) {
    return book.teamed(
        book.teams().stream()
            .map(t -> t.id().equals(id) ? TeamSheet.read(t, form, zone(book), words).value() : t)
            .toList());
  }
}

package dev.baton.server.people;

import dev.baton.account.Accounts;
import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.Presences;
import dev.baton.message.ContactBook;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
import dev.baton.server.book.HeldTags;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.Form;
import dev.baton.server.page.Shell;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.people.UserLines.Line;
import dev.baton.server.words.Words;
import dev.baton.tag.TagName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everybody of a company: agents of the routing book, and people who can come in. Several agents
 * are changed in one step.
 */
public final class UsersPage {
  static final String USERS = "/users";

  /** Thousands of ticked agents. */
  private static final int SEVERAL_LIMIT = 4 * 1_048_576;

  /** What the box beside an agent is called; a number follows. */
  private static final String PICKED = "pick-";

  private final Editing editing;
  private final UserLines gathering;
  private final Shells shells;

  public UsersPage(
      Editing editing,
      Accounts accounts,
      ContactBook contacts,
      Presences presences,
      Shells shells) {
    this.editing = editing;
    this.gathering = new UserLines(accounts, contacts, presences);
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_AGENTS);
    return List.of(
        Route.get(USERS, access, asked -> list(200, asked, ticked(asked))),
        Route.post(USERS + "/several", access, SEVERAL_LIMIT, this::changeSeveral));
  }

  /** Who was ticked elsewhere, such as beside his numbers. */
  private static Form ticked(Question asked) {
    return Form.of(
        asked.query().entrySet().stream()
            .filter(field -> field.getKey().startsWith(PICKED))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private Answer list(int status, Question asked, Form form) {
    Visitor visitor = asked.requiredVisitor();
    String looked = Optional.ofNullable(asked.query().get("q")).orElse(form.value("q")).strip();
    Shell shell = shells.around(visitor, USERS);
    List<Line> lines =
        gathering
            .of(visitor.company(), editing.seenBy(visitor), picked(form), shell.words())
            .stream()
            .filter(l -> l.fits(looked.toLowerCase(Locale.ROOT)))
            .toList();
    return Answer.html(
        status,
        Templates.render(
            "people/users.jte",
            Map.of(
                "shell",
                shell,
                "lines",
                lines,
                "looked",
                looked,
                "done",
                asked.query().getOrDefault("done", ""),
                "form",
                form,
                "roles",
                visitor.may(Permission.MANAGE_ROLES))));
  }

  private static Set<String> picked(Form form) {
    return form.values().entrySet().stream()
        .filter(field -> field.getKey().startsWith(PICKED))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  /** All of it in one step of the draft, or nothing. */
  private Answer changeSeveral(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    Form form = checked(Form.of(asked.form()), editing.seenBy(visitor), shells.words(visitor));
    if (!form.good()) return list(400, asked, form);
    Set<String> picked = picked(form);
    List<String> problems =
        editing.change(
            visitor,
            book ->
                book.staffed(
                    book.agents().stream()
                        .map(a -> picked.contains(a.id().value()) ? changed(a, form) : a)
                        .toList()));
    return problems.isEmpty()
        ? Answer.seeOther(USERS + "?done=changed")
        : list(409, asked, form.wrong("several", problems));
  }

  private static Form checked(Form form, BookDraft book, Words words) {
    Form checked = form;
    Set<String> known = book.agents().stream().map(a -> a.id().value()).collect(Collectors.toSet());
    if (picked(form).stream().noneMatch(known::contains)) {
      checked = checked.wrong("several", words.say("people.users.wrong.nobody"));
    }
    for (String field : List.of("catchall", "active")) {
      if (!List.of("", "yes", "no").contains(form.value(field))) {
        checked = checked.wrong(field, words.say("people.users.wrong.choice"));
      }
    }
    boolean nothing =
        form.value("catchall").isEmpty()
            && form.value("active").isEmpty()
            && TagTicks.typed(form.value("add")).isEmpty()
            && TagTicks.typed(form.value("take")).isEmpty();
    return nothing ? checked.wrong("add", words.say("people.users.wrong.nothing")) : checked;
  }

  private static Agent changed(Agent agent, Form form) {
    var taken = new LinkedHashSet<TagName>();
    TagTicks.typed(form.value("take")).forEach(t -> HeldTags.named(t).ifPresent(taken::add));
    var tags = new LinkedHashSet<>(HeldTags.without(agent, taken).tags());
    for (String tag : TagTicks.typed(form.value("add"))) {
      if (HeldTags.named(tag).filter(name -> HeldTags.holds(agent.holding(tags), name)).isEmpty()) {
        tags.add(tag);
      }
    }
    return new Agent(
        agent.id(),
        agent.name(),
        agent.email(),
        tags,
        form.value("active").isEmpty() ? agent.active() : form.value("active").equals("yes"),
        form.value("catchall").isEmpty() ? agent.catchall() : form.value("catchall").equals("yes"),
        agent.crm(),
        agent.schedule(),
        agent.locations());
  }
}

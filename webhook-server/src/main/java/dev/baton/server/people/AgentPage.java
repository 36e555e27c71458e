package dev.baton.server.people;

import dev.baton.account.Account;
import dev.baton.account.Accounts;
import dev.baton.account.EmailAddress;
import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Presences;
import dev.baton.agent.Schedule;
import dev.baton.agent.ZipCentroids;
import dev.baton.routing.BookDraft;
import dev.baton.server.book.Editing;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One agent: what he is called, what he holds, whether he is there. */
public final class AgentPage {
  /** Thousands of tags may be ticked. */
  private static final int FORM_LIMIT = 524_288;

  private static final String ONE = "/users/agents/{id}";

  private final Editing editing;
  private final Accounts accounts;
  private final Presences presences;
  private final SwitchingAvailability switching;
  private final ZipCentroids zips;
  private final Shells shells;

  public AgentPage(
      Editing editing,
      Accounts accounts,
      Presences presences,
      SwitchingAvailability switching,
      ZipCentroids zips,
      Shells shells) {
    this.zips = zips;
    this.editing = editing;
    this.accounts = accounts;
    this.presences = presences;
    this.switching = switching;
    this.shells = shells;
  }

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_AGENTS);
    return List.of(
        Route.get("/users/new", access, asked -> page(200, asked, fresh(), Optional.empty())),
        Route.post("/users/new", access, FORM_LIMIT, this::add),
        Route.get(ONE, access, this::show),
        Route.post(ONE, access, FORM_LIMIT, this::change),
        Route.post(ONE + "/availability", access, FORM_LIMIT, this::switchAvailability));
  }

  private static Form fresh() {
    return Form.of(Map.of("active", "yes"));
  }

  private Optional<Agent> agent(Question asked) {
    String id = asked.path().getOrDefault("id", "");
    return editing.seenBy(asked.requiredVisitor()).agents().stream()
        .filter(agent -> agent.id().value().equals(id))
        .findFirst();
  }

  private Agent required(Question asked) {
    return agent(asked).orElseThrow(() -> Problem.notFound("There is no such agent."));
  }

  private Answer show(Question asked) {
    Agent agent = required(asked);
    var values = new HashMap<String, String>();
    values.put("id", agent.id().value());
    values.put("name", agent.name());
    values.put("email", agent.email());
    values.putAll(TagTicks.of(agent, editing.seenBy(asked.requiredVisitor())));
    values.putAll(LocationsForm.of(agent.locations()));
    values.put("region", agent.schedule().region().orElse(""));
    if (agent.catchall()) values.put("catchall", "yes");
    if (agent.active()) values.put("active", "yes");
    return page(200, asked, Form.of(values), Optional.of(agent));
  }

  private Answer page(int status, Question asked, Form form, Optional<Agent> agent) {
    Visitor visitor = asked.requiredVisitor();
    Shell shell = shells.around(visitor, UsersPage.USERS);
    Words words = shell.words();
    Optional<Account> account =
        agent
            .flatMap(known -> accounts.ofAgent(visitor.company(), known.id()))
            .filter(known -> known.email().isPresent());
    return Answer.html(
        status,
        Templates.render(
            "people/agent.jte",
            Map.ofEntries(
                Map.entry("shell", shell),
                Map.entry("form", form),
                Map.entry("groups", TagTicks.groups(form, editing.seenBy(visitor), words)),
                Map.entry("places", LocationsForm.rows(form)),
                Map.entry("agent", agent.map(a -> a.id().value()).orElse("")),
                Map.entry("name", agent.map(Agent::name).orElse(words.say("people.agent.new"))),
                Map.entry(
                    "available",
                    agent
                        .filter(a -> presences.unavailable(visitor.company()).contains(a.id()))
                        .isEmpty()),
                Map.entry("account", account.map(a -> "/users/accounts/" + a.id()).orElse("")),
                Map.entry("roles", visitor.may(Permission.MANAGE_ROLES)),
                Map.entry("done", asked.query().getOrDefault("done", "")))));
  }

  private Answer add(Question asked) {
    Form form = checked(asked);
    AgentId id = null;
    try {
      id = new AgentId(form.value("id").isEmpty() ? form.value("email") : form.value("id"));
    } catch (IllegalArgumentException wrong) {
      form = form.wrong("id", wrong);
    }
    if (!form.good() || id == null) return page(400, asked, form, Optional.empty());
    Form good = form;
    var fresh = new Agent(id, good.value("name"), "", Set.of(), true, false, Map.of());
    List<String> problems =
        editing.change(asked.requiredVisitor(), book -> plus(book, filled(fresh, good)));
    return problems.isEmpty()
        ? Answer.seeOther(UsersPage.USERS)
        : page(409, asked, good.wrong("id", problems), Optional.empty());
  }

  private static BookDraft plus(BookDraft book, Agent agent) {
    var agents = new ArrayList<>(book.agents());
    agents.add(agent);
    return book.staffed(agents);
  }

  private Answer change(Question asked) {
    Agent agent = required(asked);
    Form form = checked(asked);
    if (!form.good()) return page(400, asked, form, Optional.of(agent));
    List<String> problems =
        editing.change(
            asked.requiredVisitor(),
            book ->
                book.staffed(
                    book.agents().stream()
                        .map(each -> each.id().equals(agent.id()) ? filled(each, form) : each)
                        .toList()));
    return problems.isEmpty()
        ? Answer.seeOther("/users/agents/" + agent.id() + "?done=saved")
        : page(409, asked, form.wrong("tags", problems), Optional.of(agent));
  }

  private Form checked(Question asked) {
    Words words = shells.words(asked.requiredVisitor());
    Form form = Form.of(asked.form());
    Form checked = form;
    if (form.value("name").isEmpty() || form.value("name").length() > 200) {
      checked = checked.wrong("name", words.say("people.wrong.name"));
    }
    if (!form.value("email").isEmpty()) {
      try {
        var unused = new EmailAddress(form.value("email"));
      } catch (IllegalArgumentException wrong) {
        checked = checked.wrong("email", wrong);
      }
    }
    return LocationsForm.checked(checked, zips, words);
  }

  private Agent filled(Agent agent, Form form) {
    return new Agent(
        agent.id(),
        form.value("name"),
        form.value("email"),
        TagTicks.held(form),
        form.ticked("active"),
        form.ticked("catchall"),
        agent.crm(),
        new Schedule(
            agent.schedule().shift(), Optional.of(form.value("region")).filter(r -> !r.isEmpty())),
        LocationsForm.locations(form, zips));
  }

  /** Whether he is there is a fact of now, and no matter of a draft. */
  private Answer switchAvailability(Question asked) {
    Agent agent = required(asked);
    boolean there = asked.form().getOrDefault("available", "").equals("yes");
    switching.switched(asked.requiredVisitor(), agent, there);
    return Answer.seeOther("/users/agents/" + agent.id() + "?done=" + (there ? "there" : "away"));
  }
}

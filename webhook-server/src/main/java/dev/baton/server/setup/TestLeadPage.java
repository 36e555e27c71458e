package dev.baton.server.setup;

import dev.baton.account.Permission;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CrmConnection;
import dev.baton.flow.Connectors;
import dev.baton.flow.RotatingLeads;
import dev.baton.flow.SendingTestLeads;
import dev.baton.flow.SendingTestLeads.Journey;
import dev.baton.flow.TestLead;
import dev.baton.ledger.LeadFile;
import dev.baton.rotation.Decision;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.api.WebhookAddresses;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.http.Visitor;
import dev.baton.server.page.CompanyTime;
import dev.baton.server.page.CrmNames;
import dev.baton.server.page.Shells;
import dev.baton.server.page.Templates;
import dev.baton.server.why.Explaining;
import dev.baton.server.why.TestLeadAdvice;
import dev.baton.server.why.TestLeadSteps;
import dev.baton.server.why.TestLeadSteps.Step;
import dev.baton.server.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A test lead, sent through a connected CRM and watched on its way to its owner. */
public final class TestLeadPage {
  private static final int LONGEST_WORDS = 500;
  private static final String SEND = "/connections/{id}/test-lead";
  private static final String ONE = SEND + "/{key}";

  private final ConnectedAccounts accounts;
  private final SendingTestLeads sending;
  private final Connectors connectors;
  private final WebhookAddresses webhooks;
  private final RotatingLeads rotating;
  private final RoutingBooks books;
  private final Explaining explaining;
  private final FirstStepsLeft left;
  private final Acts acts;
  private final Shells shells;
  private final InstantSource clock;

  public TestLeadPage(
      ConnectedAccounts accounts,
      SendingTestLeads sending,
      Connectors connectors,
      WebhookAddresses webhooks,
      RotatingLeads rotating,
      RoutingBooks books,
      FirstStepsLeft left,
      Acts acts,
      Shells shells,
      InstantSource clock) {
    this.accounts = accounts;
    this.sending = sending;
    this.connectors = connectors;
    this.webhooks = webhooks;
    this.rotating = rotating;
    this.books = books;
    this.explaining = new Explaining(books);
    this.left = left;
    this.acts = acts;
    this.shells = shells;
    this.clock = clock;
  }

  /** A step as it is told. */
  public record Line(String when, boolean ok, String what, List<String> because) {}

  /**
   * How far it has come.
   *
   * @param moving whether more is to be waited for
   * @param standing all of it in a few words
   * @param holder the id of who can be given it at once; empty where it is owned, or nobody holds
   *     it
   * @param others who else can be given it, by id
   * @param why the page that explains it; empty while it has not come in
   */
  public record Come(
      boolean moving,
      String standing,
      List<Line> lines,
      List<String> advice,
      String holder,
      Map<String, String> others,
      boolean gone,
      String why) {}

  public List<Route> routes() {
    Access access = Access.to(Permission.MANAGE_SECRETS);
    int limit = ConnectionsPage.FORM_LIMIT;
    return List.of(
        Route.post(SEND, access, limit, this::send),
        Route.get(ONE, access, this::show),
        Route.post(ONE + "/give", access, limit, this::give),
        Route.post(ONE + "/delete", access, limit, this::delete));
  }

  private Answer send(Question asked) {
    CrmConnection connection = accounts.required(asked);
    String words = asked.form().getOrDefault("words", "");
    if (words.length() > LONGEST_WORDS) {
      throw Problem.badRequest("A test lead has at most " + LONGEST_WORDS + " characters.");
    }
    TestLead test = Asking.crm(() -> sending.send(connection.id(), words));
    acts.note(
        asked.requiredVisitor(),
        "test lead sent",
        connection.id().value(),
        test.record().object() + " " + test.record().id());
    return Answer.seeOther(address(connection, test));
  }

  private static String address(CrmConnection connection, TestLead test) {
    return "/connections/" + connection.id() + "/test-lead/" + test.key();
  }

  private TestLead test(CrmConnection connection, Question asked) {
    return TestLead.of(connection.id(), asked.path().getOrDefault("key", ""))
        .orElseThrow(() -> Problem.notFound("There is no such test lead."));
  }

  private Answer show(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection connection = accounts.required(asked);
    TestLead test = test(connection, asked);
    return Answer.html(
        200,
        Templates.render(
            "setup/testLead.jte",
            Map.of(
                "shell",
                shells.around(visitor, ConnectionsPage.CONNECTIONS),
                "crm",
                CrmNames.of(connection.crm()),
                "record",
                test.record().object() + " " + test.record().id(),
                "address",
                address(connection, test),
                "back",
                "/connections/" + connection.id(),
                "paused",
                asked.query().containsKey("paused"),
                "come",
                come(visitor, connection, test),
                "setup",
                left.of(visitor.company()))));
  }

  private Come come(Visitor visitor, CrmConnection connection, TestLead test) {
    Journey journey = sending.look(test);
    Words words = shells.words(visitor);
    RoutingBook book = books.current(visitor.company());
    var time = new CompanyTime(shells.company(visitor.company()).zone(), words);
    TestLeadSteps so =
        TestLeadSteps.of(
            test,
            journey,
            journey
                .file()
                .map(file -> explaining.in(words).explain(file, time.zone(), Optional.empty())),
            words);
    Optional<AgentId> owner = journey.file().flatMap(file -> file.rotation().owner());
    String called =
        owner.map(id -> name(book, id)).orElseGet(() -> words.say("connection.test.nobody"));
    var steps = new ArrayList<>(so.steps());
    journey.file().ifPresent(file -> steps.addAll(TestLeadSteps.owned(file, called, words)));
    boolean told = steps.stream().anyMatch(s -> s.step().equals("OWNER_WRITTEN"));
    boolean gone = steps.stream().anyMatch(s -> s.step().equals("CLEANED_UP"));
    Optional<AgentId> holder =
        journey.file().flatMap(f -> f.rotation().held()).map(offer -> offer.agent());
    return new Come(
        !gone && !told,
        standing(
            so,
            owner.map(id -> name(book, id)),
            holder.map(id -> name(book, id)),
            told,
            gone,
            words),
        steps.stream().map(step -> line(step, time)).toList(),
        journey.told().isPresent() ? List.of() : advice(connection, words),
        owner.isPresent() || gone ? "" : holder.map(AgentId::value).orElse(""),
        journey.file().isEmpty() || owner.isPresent() || gone ? Map.of() : others(book, holder),
        gone,
        so.lead().map(lead -> "/leads/" + lead + "/why").orElse(""));
  }

  private static String standing(
      TestLeadSteps so,
      Optional<String> owner,
      Optional<String> holder,
      boolean told,
      boolean gone,
      Words words) {
    if (gone) return words.say("connection.test.standing.gone");
    if (owner.isPresent()) {
      return told
          ? words.say("connection.test.standing.arrived", owner.get())
          : words.say("connection.test.standing.owned", owner.get());
    }
    if (holder.isPresent()) return words.say("connection.test.standing.offered", holder.get());
    return words.say(
        so.lead().isPresent() ? "connection.test.standing.in" : "connection.test.standing.coming");
  }

  /** What the CRM's adapter says of it is English. */
  private List<String> advice(CrmConnection connection, Words words) {
    URI webhook = webhooks.readable(connection);
    var advice = new ArrayList<String>();
    if (TestLeadAdvice.onThisMachine(webhook)) {
      advice.add(words.say("connection.test.advice.local", webhook.resolve("/").toString()));
    }
    advice.addAll(connectors.account(connection.id()).whenNothingIsTold(webhook));
    return advice;
  }

  private static String name(RoutingBook book, AgentId id) {
    return book.agent(id).map(Agent::name).orElse(id.value());
  }

  private static Map<String, String> others(RoutingBook book, Optional<AgentId> holder) {
    var others = new LinkedHashMap<String, String>();
    book.agents().stream()
        .filter(Agent::active)
        .filter(agent -> holder.filter(agent.id()::equals).isEmpty())
        .forEach(agent -> others.put(agent.id().value(), agent.name()));
    return others;
  }

  private Line line(Step step, CompanyTime time) {
    Instant now = clock.instant();
    return new Line(
        step.at().map(at -> time.tell(at, now)).orElse(""), step.ok(), step.what(), step.because());
  }

  /** So that an admin sees the rest of the way without looking for the agent. */
  private Answer give(Question asked) {
    Visitor visitor = asked.requiredVisitor();
    CrmConnection connection = accounts.required(asked);
    TestLead test = test(connection, asked);
    LeadFile file =
        sending.look(test).file().orElseThrow(() -> Problem.notFound("It has not come in yet."));
    String id = asked.form().getOrDefault("agent", "");
    AgentId agent =
        books.current(visitor.company()).agents().stream()
            .map(Agent::id)
            .filter(each -> each.value().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.badRequest("Choose who gets it."));
    Decision decision =
        rotating.carryOut(file.lead().id(), new Assign(agent, visitor.account().name()));
    if (decision instanceof Decision.Refused refused) {
      throw new Problem(409, "Not given", "Refused: " + refused.refusal().why() + ".");
    }
    acts.note(visitor, "test lead given", connection.id().value(), "to " + agent);
    return Answer.seeOther(address(connection, test));
  }

  private Answer delete(Question asked) {
    CrmConnection connection = accounts.required(asked);
    TestLead test = test(connection, asked);
    Asking.crm(
        () -> {
          sending.cleanUp(test);
          return test;
        });
    return Answer.seeOther("/connections/" + connection.id() + "?done=deleted");
  }
}

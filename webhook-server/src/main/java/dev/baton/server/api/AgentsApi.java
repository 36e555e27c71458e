package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.Absence;
import dev.baton.agent.Agent;
import dev.baton.agent.TeamId;
import dev.baton.company.Companies;
import dev.baton.company.CompanyId;
import dev.baton.crm.CrmUsers.Known;
import dev.baton.crm.KnownUser;
import dev.baton.flow.MindingAgents;
import dev.baton.flow.MindingUsers;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingFacts;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What routing knows of an agent, and when he is out of office (domain §7). */
public final class AgentsApi {
  private static final int LONGEST_REASON = 500;

  private final RoutingBooks books;
  private final Companies companies;
  private final Function<CompanyId, RoutingFacts> facts;
  private final MindingAgents minding;
  private final MindingUsers users;

  /**
   * @param facts what is known of a company's agents at the moment
   */
  public AgentsApi(
      RoutingBooks books,
      Companies companies,
      Function<CompanyId, RoutingFacts> facts,
      MindingAgents minding,
      MindingUsers users) {
    this.books = books;
    this.companies = companies;
    this.facts = facts;
    this.minding = minding;
    this.users = users;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/agents/{id}", Access.API_TOKEN, this::agent),
        Route.post("/api/v1/agents/{id}/absences", Access.API_TOKEN, Bodies.LIMIT, this::absence));
  }

  private Answer agent(Question question) {
    CompanyId company = question.requiredCompany();
    RoutingBook book = books.current(company);
    Agent agent = find(question, book);
    ObjectNode json = json(agent, book, facts.apply(company));
    addUsers(json, agent, company);
    return Answer.json(json.toString());
  }

  private static Agent find(Question question, RoutingBook book) {
    String id = question.path().getOrDefault("id", "");
    return book.agents().stream()
        .filter(a -> a.id().value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such agent."));
  }

  private static ObjectNode json(Agent agent, RoutingBook book, RoutingFacts facts) {
    RoutingFacts.Fact fact = facts.of(agent.id());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", agent.id().value());
    json.put("name", agent.name());
    json.put("active", agent.active());
    json.put("catchall", agent.catchall());
    json.put("available", fact.available());
    json.put("presence", book.availability(agent, Optional.empty(), facts).name());
    ArrayNode absences = json.putArray("absences");
    for (Absence absence : fact.absences()) {
      ObjectNode one = absences.addObject();
      one.put("reason", absence.reason());
      one.put("from", absence.from().toString());
      one.put("to", absence.to().toString());
    }
    json.put("performance", fact.performance());
    json.put("lastOfferedAt", fact.lastOffered().map(Instant::toString).orElse(null));
    json.put("lastReceivedAt", fact.received().last().map(Instant::toString).orElse(null));
    ArrayNode received = json.putArray("received");
    fact.received()
        .counts()
        .forEach(
            (counted, count) -> {
              ObjectNode one = received.addObject();
              one.put("team", counted.team().map(TeamId::value).orElse(null));
              one.put("period", counted.period().name());
              one.put("tag", counted.tag().orElse(null));
              one.put("count", count);
            });
    return json;
  }

  /** Who the agent is in the CRM, and whether that is why he is not available. */
  private void addUsers(ObjectNode json, Agent agent, CompanyId company) {
    boolean left = users.left(company).containsKey(agent.id());
    json.put("unavailableBecause", left ? "CRM_USER_INACTIVE" : null);
    ArrayNode crm = json.putArray("crm");
    List<Known> known = users.ofAgents(company);
    agent.crm().entrySet().stream()
        .sorted(Comparator.comparing(e -> e.getKey().value()))
        .forEach(
            e -> {
              ObjectNode one = crm.addObject();
              one.put("connection", e.getKey().value());
              one.put("owner", e.getValue().owner());
              one.put("user", e.getValue().user());
              known.stream()
                  .filter(k -> k.connection().equals(e.getKey()))
                  .map(Known::user)
                  .filter(k -> k.user().owner().equals(e.getValue().owner()))
                  .findFirst()
                  .ifPresent(k -> addSeen(one, k));
            });
  }

  private static void addSeen(ObjectNode json, KnownUser known) {
    json.put("userActive", known.user().active());
    if (!known.user().active()) json.put("userInactiveSince", known.changedAt().toString());
  }

  private Answer absence(Question question) {
    CompanyId company = question.requiredCompany();
    Agent agent = find(question, books.current(company));
    JsonNode body = Bodies.object(question);
    Moments moments = Moments.of(companies, company);
    String reason = Bodies.text(body, "reason").strip();
    Instant from = moments.read("from", Bodies.text(body, "from"));
    Instant to = moments.read("to", Bodies.text(body, "to"));
    if (!from.isBefore(to)) {
      throw Problem.badRequest(
          "to is the first moment back and comes after from, the first moment away.");
    }
    if (reason.length() > LONGEST_REASON) {
      throw Problem.badRequest("reason has at most " + LONGEST_REASON + " characters.");
    }
    minding.away(company, agent.id(), new Absence(reason, from, to));
    return agent(question);
  }
}

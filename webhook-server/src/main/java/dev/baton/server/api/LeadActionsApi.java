package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.AgentId;
import dev.baton.flow.MindingAgents;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.Refusal;
import dev.baton.rotation.RotationCommand;
import dev.baton.rotation.RotationCommand.Assign;
import dev.baton.rotation.RotationCommand.Move;
import dev.baton.rotation.RotationCommand.Release;
import dev.baton.rotation.RotationCommand.Restore;
import dev.baton.rotation.RotationCommand.Resubmit;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.Traits;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.tag.TagMatch;
import dev.baton.tag.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an admin's program does to a lead, and to an agent's availability. */
public final class LeadActionsApi {
  private static final int LIMIT = 25 * 1024;
  private static final String BY = "the API";

  private final RotatingLeads rotating;
  private final MindingAgents minding;
  private final Leads leads;
  private final RoutingBooks books;

  public LeadActionsApi(
      RotatingLeads rotating, MindingAgents minding, Leads leads, RoutingBooks books) {
    this.rotating = rotating;
    this.minding = minding;
    this.leads = leads;
    this.books = books;
  }

  private interface Wish {
    RotationCommand command(LeadFile lead, JsonNode body);
  }

  public List<Route> routes() {
    return List.of(
        act("assign", (lead, body) -> new Assign(agent(body).orElseThrow(this::noAgent), BY)),
        act("move", (lead, body) -> new Move(agent(body), BY)),
        act("release", (lead, body) -> new Release(BY)),
        act("restore", (lead, body) -> new Restore(BY)),
        act("resubmit", (lead, body) -> new Resubmit(traits(lead, body), BY)),
        Route.post(
            "/api/v1/agents/{id}/availability", Access.API_TOKEN, LIMIT, this::availability));
  }

  private Route act(String what, Wish wish) {
    return Route.post(
        "/api/v1/leads/{id}/" + what, Access.API_TOKEN, LIMIT, question -> act(question, wish));
  }

  private Answer act(Question question, Wish wish) {
    LeadFile lead = LeadsApi.file(leads, question);
    RotationCommand command = wish.command(lead, Bodies.object(question));
    Decision decision = rotating.carryOut(lead.lead().id(), command);
    if (decision instanceof Refused refused) throw refused(refused.refusal());
    LeadFile after = LeadsApi.file(leads, question);
    return Answer.json(LeadJson.file(after, books.current(question.requiredCompany())).toString());
  }

  /** Somebody else was quicker, or the lead is not where the wish takes it to be. */
  static Problem refused(Refusal refusal) {
    String owner = refusal.owner().map(o -> " It belongs to " + o + ".").orElse("");
    return new Problem(409, "Refused", "Refused: " + refusal.why() + "." + owner);
  }

  private Problem noAgent() {
    return Problem.badRequest("Send {\"agent\": \"…\"}: the id of who gets the lead.");
  }

  private static Optional<AgentId> agent(JsonNode body) {
    String id = Bodies.text(body, "agent");
    if (id.isEmpty()) return Optional.empty();
    try {
      return Optional.of(new AgentId(id));
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest("agent: " + wrong.getMessage());
    }
  }

  /** The tags the lead carries from now on; those it has where none are sent. */
  private static Traits traits(LeadFile lead, JsonNode body) {
    Traits was = lead.rotation().traits();
    if (!body.has("tags")) return was;
    var tags = new ArrayList<TagMatch>();
    for (JsonNode name : body.path("tags")) {
      try {
        TagName tag = TagName.of(name.asText());
        tags.add(
            lead.rotation().tags().stream()
                .filter(match -> match.tag().equals(tag))
                .findFirst()
                .orElse(TagMatch.given(tag)));
      } catch (IllegalArgumentException wrong) {
        throw Problem.badRequest("tags: " + wrong.getMessage());
      }
    }
    return new Traits(tags, was.kind(), was.place());
  }

  private Answer availability(Question question) {
    JsonNode available = Bodies.object(question).path("available");
    if (!available.isBoolean()) {
      throw Problem.badRequest("Send {\"available\": true} or {\"available\": false}.");
    }
    String id = question.path().getOrDefault("id", "");
    AgentId agent =
        books.current(question.requiredCompany()).agents().stream()
            .map(a -> a.id())
            .filter(a -> a.value().equals(id))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("There is no such agent."));
    minding.switched(question.requiredCompany(), agent, available.asBoolean());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("agent", agent.value());
    json.put("available", available.asBoolean());
    return Answer.json(json.toString());
  }
}

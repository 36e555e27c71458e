package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.AgentId;
import dev.baton.flow.PostingLetters;
import dev.baton.flow.PostingLetters.Trial;
import dev.baton.lead.LeadId;
import dev.baton.message.Channel.Outcome;
import dev.baton.message.Message;
import dev.baton.message.MessageId;
import dev.baton.message.Messages;
import dev.baton.message.Messages.Wanted;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.time.Instant;
import java.util.List;

/** What people were told, and whether it arrived; a trial message for whoever wants to know. */
public final class MessagesApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Messages messages;
  private final PostingLetters posting;

  public MessagesApi(Messages messages, PostingLetters posting) {
    this.messages = messages;
    this.posting = posting;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/messages", Access.API_TOKEN, this::list),
        Route.post("/api/v1/messages/test", Access.API_TOKEN, Bodies.LIMIT, this::tryOut));
  }

  private Answer list(Question question) {
    Wanted wanted = Wanted.ALL;
    String lead = question.query().get("lead");
    if (lead != null) wanted = wanted.about(lead(lead));
    String agent = question.query().get("agent");
    if (agent != null) wanted = wanted.to(agent(agent));
    ObjectNode json = JSON.objectNode();
    ArrayNode rows = json.putArray("messages");
    messages
        .latest(question.requiredCompany(), wanted, LeadsApi.limit(question))
        .forEach(message -> rows.add(json(message)));
    return Answer.json(json.toString());
  }

  private static LeadId lead(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("lead is the id of a lead, but it was " + text);
    }
  }

  private static AgentId agent(String text) {
    try {
      return new AgentId(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("agent is the id of an agent, but it was " + text);
    }
  }

  private static ObjectNode json(Message message) {
    ObjectNode json = JSON.objectNode();
    json.put("id", message.id().toString());
    json.put("agent", message.agent().map(AgentId::value).orElse(null));
    json.put("lead", message.lead().map(LeadId::toString).orElse(null));
    json.put("offer", message.offer() == 0 ? null : message.offer());
    json.put("kind", message.kind().name());
    json.put("channel", message.medium().name());
    json.put("address", message.address());
    json.put("escalates", message.escalates());
    json.put("state", message.state().name());
    json.put("note", message.note());
    json.put("attempts", message.attempts());
    json.put("createdAt", message.createdAt().toString());
    json.put("dueAt", message.due().map(Instant::toString).orElse(null));
    json.put("settledAt", message.settledAt().map(Instant::toString).orElse(null));
    return json;
  }

  private Answer tryOut(Question question) {
    JsonNode body = Bodies.object(question);
    Trial trial =
        posting.tryOut(
            question.requiredCompany(),
            agent(Bodies.text(body, "agent")),
            ContactApi.medium("channel", Bodies.text(body, "channel")));
    ObjectNode json = JSON.objectNode();
    json.put("message", trial.message().map(MessageId::toString).orElse(null));
    switch (trial.outcome()) {
      case Outcome.Sent unused -> json.put("outcome", "SENT").put("note", "");
      case Outcome.TryAgain again -> json.put("outcome", "TRY_AGAIN").put("note", again.why());
      case Outcome.Refused refused -> json.put("outcome", "REFUSED").put("note", refused.why());
    }
    return Answer.json(json.toString());
  }
}

package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.feedback.Comment;
import dev.baton.feedback.Comment.Said;
import dev.baton.feedback.Comments;
import dev.baton.feedback.ContactStatus;
import dev.baton.feedback.DealStatus;
import dev.baton.feedback.ExpectedValue;
import dev.baton.feedback.Feedback;
import dev.baton.flow.RecordingFeedback;
import dev.baton.flow.RotatingLeads;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Decision;
import dev.baton.rotation.Decision.Refused;
import dev.baton.rotation.RotationCommand.Channel;
import dev.baton.rotation.RotationCommand.GiveBack;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of an owned lead, by its owner or by an admin's program (domain §6). */
public final class FeedbackApi {
  private static final String BY = "the API";

  private final RecordingFeedback feedback;
  private final Comments comments;
  private final RotatingLeads rotating;
  private final Leads leads;
  private final RoutingBooks books;

  public FeedbackApi(
      RecordingFeedback feedback,
      Comments comments,
      RotatingLeads rotating,
      Leads leads,
      RoutingBooks books) {
    this.feedback = feedback;
    this.comments = comments;
    this.rotating = rotating;
    this.leads = leads;
    this.books = books;
  }

  public List<Route> routes() {
    String lead = "/api/v1/leads/{id}/";
    return List.of(
        Route.post(lead + "feedback", Access.API_TOKEN, Bodies.LIMIT, this::feedback),
        Route.post(lead + "comments", Access.API_TOKEN, Bodies.LIMIT, this::comment),
        Route.get(lead + "comments", Access.API_TOKEN, this::comments),
        Route.post(lead + "give-back", Access.API_TOKEN, Bodies.LIMIT, this::giveBack));
  }

  private Answer feedback(Question question) {
    LeadFile lead = LeadsApi.file(leads, question);
    JsonNode body = Bodies.object(question);
    var said =
        new Feedback(
            one(ContactStatus.class, "contact", body, ContactStatus.NOT_CONTACTED),
            one(DealStatus.class, "deal", body, DealStatus.NONE),
            value(body),
            Bodies.text(body, "reason"));
    Optional<AgentId> agent = owner(lead, body);
    return told(
        question,
        feedback.give(
            question.requiredCompany(), lead.lead().id(), said, agent, author(question, agent)));
  }

  private static <E extends Enum<E>> E one(Class<E> of, String field, JsonNode body, E unlessSaid) {
    String text = Bodies.text(body, field);
    if (text.isEmpty()) return unlessSaid;
    try {
      return Enum.valueOf(of, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Problem.badRequest(
          field + " is one of " + Arrays.toString(of.getEnumConstants()) + ".");
    }
  }

  private static Optional<ExpectedValue> value(JsonNode body) {
    String amount = Bodies.text(body, "value");
    if (amount.isEmpty()) return Optional.empty();
    try {
      return Optional.of(
          new ExpectedValue(
              new BigDecimal(amount), Currency.getInstance(Bodies.text(body, "currency"))));
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest(
          "Send value as an amount such as 1200.50, zero or more, and currency as its code, such"
              + " as EUR.");
    }
  }

  /** Who says it, where it is the lead's owner; an admin's program otherwise. */
  private static Optional<AgentId> owner(LeadFile lead, JsonNode body) {
    String id = Bodies.text(body, "agent");
    if (id.isEmpty()) return Optional.empty();
    Optional<AgentId> owner = lead.rotation().owner();
    if (owner.filter(o -> o.value().equals(id)).isEmpty()) {
      throw new Problem(
          409,
          "Refused",
          "Refused: NOT_YOURS. "
              + owner.map(o -> "The lead belongs to " + o + ".").orElse("Nobody owns the lead.")
              + " Leave agent out to say it as an admin.");
    }
    return owner;
  }

  private String author(Question question, Optional<AgentId> agent) {
    return agent
        .map(
            a ->
                books
                    .current(question.requiredCompany())
                    .agent(a)
                    .map(Agent::name)
                    .orElse(a.value()))
        .orElse(BY);
  }

  private Answer comment(Question question) {
    LeadFile lead = LeadsApi.file(leads, question);
    JsonNode body = Bodies.object(question);
    String text = Bodies.text(body, "text").strip();
    if (text.isEmpty() || text.length() > Comment.LONGEST) {
      throw Problem.badRequest(
          "Send {\"text\": \"…\"} with 1 to "
              + Comment.LONGEST
              + " characters, and \"memo\": true to tell nobody.");
    }
    Optional<AgentId> agent = owner(lead, body);
    String author = author(question, agent);
    if (body.path("memo").asBoolean()) {
      Said by = agent.isPresent() ? Said.OWNER : Said.ADMIN;
      feedback.memo(question.requiredCompany(), lead.lead().id(), text, by, author);
      return comments(question);
    }
    // Said here, because a memo is what helps.
    if (!lead.rotation().owned()) {
      throw new Problem(
          409, "Refused", "Refused: NOT_OWNED. Nobody owns the lead; a memo can be written.");
    }
    Decision decision =
        feedback.comment(question.requiredCompany(), lead.lead().id(), text, agent, author);
    if (decision instanceof Refused refused) throw LeadActionsApi.refused(refused.refusal());
    return comments(question);
  }

  private Answer comments(Question question) {
    LeadFile lead = LeadsApi.file(leads, question);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("comments");
    for (Comment comment : comments.of(question.requiredCompany(), lead.lead().id())) {
      ObjectNode one = all.addObject();
      one.put("id", comment.id().toString());
      one.put("at", comment.at().toString());
      one.put("by", comment.by().name());
      one.put("author", comment.author());
      one.put("kind", comment.kind().name());
      one.put("text", comment.text());
    }
    return Answer.json(json.toString());
  }

  private Answer giveBack(Question question) {
    LeadFile lead = LeadsApi.file(leads, question);
    JsonNode body = Bodies.object(question);
    if (Bodies.text(body, "agent").isEmpty()) {
      throw Problem.badRequest("Send {\"agent\": \"…\"}: the id of the owner who gives it back.");
    }
    AgentId agent = owner(lead, body).orElseThrow();
    return told(question, rotating.carryOut(lead.lead().id(), new GiveBack(agent, Channel.PAGE)));
  }

  private Answer told(Question question, Decision decision) {
    if (decision instanceof Refused refused) throw LeadActionsApi.refused(refused.refusal());
    LeadFile after = LeadsApi.file(leads, question);
    return Answer.json(LeadJson.file(after, books.current(question.requiredCompany())).toString());
  }
}

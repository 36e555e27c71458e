package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.company.ConnectionId;
import dev.baton.delivery.Attempt;
import dev.baton.delivery.Deliveries.Wanted;
import dev.baton.delivery.Delivery;
import dev.baton.delivery.Delivery.Direction;
import dev.baton.delivery.Delivery.State;
import dev.baton.flow.MindingDeliveries;
import dev.baton.lead.LeadId;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What went in and out, try by try, and once more where somebody says so. */
public final class DeliveriesApi {
  private static final int LIMIT = 1024;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final MindingDeliveries deliveries;

  public DeliveriesApi(MindingDeliveries deliveries) {
    this.deliveries = deliveries;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/deliveries", Access.API_TOKEN, this::list),
        Route.post("/api/v1/deliveries/retry", Access.API_TOKEN, LIMIT, this::retryAll),
        Route.get("/api/v1/deliveries/{direction}/{id}", Access.API_TOKEN, this::delivery),
        Route.post("/api/v1/deliveries/out/{id}/retry", Access.API_TOKEN, LIMIT, this::retry),
        Route.post("/api/v1/deliveries/in/{id}/replay", Access.API_TOKEN, LIMIT, this::replay));
  }

  private Answer list(Question question) {
    int limit = LeadsApi.limit(question);
    List<Delivery> found = deliveries.latest(question.requiredCompany(), wanted(question), limit);
    ObjectNode json = JSON.objectNode();
    ArrayNode rows = json.putArray("deliveries");
    found.forEach(delivery -> rows.add(json(delivery)));
    if (found.size() == limit) json.put("before", found.getLast().id());
    return Answer.json(json.toString());
  }

  private static Wanted wanted(Question question) {
    Wanted wanted = Wanted.all(direction(question.query().getOrDefault("direction", "out")));
    String state = question.query().get("state");
    if (state != null) wanted = wanted.in(state(state));
    String lead = question.query().get("lead");
    if (lead != null) wanted = wanted.about(lead(lead));
    String before = question.query().get("before");
    return before == null ? wanted : wanted.before(number("before", before));
  }

  private static Direction direction(String text) {
    return switch (text) {
      case "in" -> Direction.IN;
      case "out" -> Direction.OUT;
      default -> throw Problem.badRequest("direction is in or out, but it was " + text);
    };
  }

  private static State state(String text) {
    try {
      return State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Problem.badRequest(
          "state is one of " + Arrays.toString(State.values()) + ", but it was " + text);
    }
  }

  private static LeadId lead(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("lead is the id of a lead, but it was " + text);
    }
  }

  private static long number(String name, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw Problem.badRequest(name + " is a number, but it was " + text);
    }
  }

  private Answer delivery(Question question) {
    String direction = question.path().getOrDefault("direction", "");
    if (!direction.equals("in") && !direction.equals("out")) throw noSuch();
    return one(question, direction(direction));
  }

  private Answer one(Question question, Direction direction) {
    Delivery delivery = find(question, direction);
    ObjectNode json = json(delivery);
    ArrayNode attempts = json.putArray("tries");
    deliveries
        .attempts(question.requiredCompany(), delivery)
        .forEach(attempt -> attempts.add(json(attempt)));
    return Answer.json(json.toString());
  }

  /** The same answer for one that never was and another company's. */
  private Delivery find(Question question, Direction direction) {
    long id;
    try {
      id = Long.parseLong(question.path().getOrDefault("id", ""));
    } catch (NumberFormatException notANumber) {
      throw noSuch();
    }
    return deliveries
        .find(question.requiredCompany(), direction, id)
        .orElseThrow(DeliveriesApi::noSuch);
  }

  private static Problem noSuch() {
    return Problem.notFound("There is no such delivery.");
  }

  private Answer retry(Question question) {
    Delivery held = find(question, Direction.OUT);
    if (!deliveries.retry(question.requiredCompany(), held.id())) {
      throw new Problem(
          409, "Refused", "Only what is on hold can be tried once more; this is " + held.state());
    }
    return one(question, Direction.OUT);
  }

  private Answer replay(Question question) {
    Delivery notice = find(question, Direction.IN);
    if (!deliveries.replay(question.requiredCompany(), notice.id())) {
      throw new Problem(409, "Refused", "The notice has no outcome yet: it is worked on anyway.");
    }
    return one(question, Direction.IN);
  }

  private Answer retryAll(Question question) {
    JsonNode body = Bodies.object(question);
    Optional<String> cause = text(body, "cause");
    Optional<ConnectionId> connection = text(body, "connection").map(DeliveriesApi::connection);
    ObjectNode json = JSON.objectNode();
    json.put("retried", deliveries.retryAll(question.requiredCompany(), connection, cause));
    return Answer.json(json.toString());
  }

  private static Optional<String> text(JsonNode body, String field) {
    return Optional.of(Bodies.text(body, field)).filter(value -> !value.isEmpty());
  }

  private static ConnectionId connection(String id) {
    try {
      return new ConnectionId(id);
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest("connection: " + wrong.getMessage());
    }
  }

  private ObjectNode json(Delivery delivery) {
    ObjectNode json = JSON.objectNode();
    json.put("direction", delivery.direction() == Direction.IN ? "in" : "out");
    json.put("id", delivery.id());
    json.put("connection", delivery.connection().value());
    json.put("lead", delivery.lead().map(LeadId::toString).orElse(null));
    json.put("what", deliveries.words(delivery));
    json.put("state", delivery.state().name());
    json.put("cause", delivery.cause().orElse(null));
    json.put("note", delivery.note());
    json.put("attempts", delivery.attempts());
    json.put("at", delivery.at().toString());
    json.put("dueAt", delivery.due().map(Instant::toString).orElse(null));
    json.put("settledAt", delivery.settled().map(Instant::toString).orElse(null));
    return json;
  }

  private static ObjectNode json(Attempt attempt) {
    ObjectNode json = JSON.objectNode();
    json.put("number", attempt.number());
    json.put("startedAt", attempt.startedAt().toString());
    json.put("tookMs", attempt.took().toMillis());
    json.put("asked", attempt.asked());
    json.put("status", attempt.status());
    json.put("answer", attempt.answer());
    return json;
  }
}

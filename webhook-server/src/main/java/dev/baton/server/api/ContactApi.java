package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.CompanyId;
import dev.baton.message.CompanyContacts;
import dev.baton.message.ContactBook;
import dev.baton.message.ContactSettings;
import dev.baton.message.Escalation;
import dev.baton.message.Medium;
import dev.baton.message.QuietHours;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How agents and the company want to be told. What is left out of a change stays as it is; the
 * addresses of chat rooms are secrets and are not shown again.
 */
public final class ContactApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ContactBook contacts;
  private final RoutingBooks books;
  private final Function<URI, Optional<String>> objection;
  private final InstantSource clock;

  /**
   * @param objection why the address of a chat room is not called
   */
  public ContactApi(
      ContactBook contacts,
      RoutingBooks books,
      Function<URI, Optional<String>> objection,
      InstantSource clock) {
    this.contacts = contacts;
    this.books = books;
    this.objection = objection;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/agents/{id}/contact", Access.API_TOKEN, this::agents),
        Route.post(
            "/api/v1/agents/{id}/contact", Access.API_TOKEN, Bodies.LIMIT, this::changeAgents),
        Route.get("/api/v1/contact", Access.API_TOKEN, this::companys),
        Route.post("/api/v1/contact", Access.API_TOKEN, Bodies.LIMIT, this::changeCompanys));
  }

  private AgentId agent(Question question) {
    String id = question.path().getOrDefault("id", "");
    return books.current(question.requiredCompany()).agents().stream()
        .map(Agent::id)
        .filter(agent -> agent.value().equals(id))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such agent."));
  }

  private Answer agents(Question question) {
    ContactSettings settings = contacts.of(question.requiredCompany(), agent(question));
    ObjectNode json = JSON.objectNode();
    json.put("mobile", settings.mobile());
    addNames(json.putArray("channels"), settings.media());
    settings.copies().forEach(json.putArray("copies")::add);
    json.put("language", settings.language());
    json.put("quietFrom", settings.quiet().map(q -> q.from().toString()).orElse(null));
    json.put("quietTo", settings.quiet().map(q -> q.to().toString()).orElse(null));
    json.put("escalateTo", settings.escalation().map(e -> e.medium().name()).orElse(null));
    json.put(
        "escalateAfterSeconds", settings.escalation().map(e -> e.after().toSeconds()).orElse(null));
    addNames(json.putArray("rooms"), settings.rooms().keySet());
    return Answer.json(json.toString());
  }

  private static void addNames(ArrayNode json, Collection<Medium> media) {
    media.stream().sorted().forEach(medium -> json.add(medium.name()));
  }

  private Answer changeAgents(Question question) {
    CompanyId company = question.requiredCompany();
    AgentId agent = agent(question);
    JsonNode body = Bodies.object(question);
    ContactSettings now = contacts.of(company, agent);
    ContactSettings changed =
        checked(
            () ->
                new ContactSettings(
                    text(body, "mobile", now.mobile()),
                    media(body, now.media()),
                    texts(body, "copies", now.copies()),
                    text(body, "language", now.language()),
                    quiet(body, now.quiet()),
                    escalation(body, now.escalation()),
                    rooms(body, now.rooms())));
    contacts.put(company, agent, changed, clock.instant());
    return agents(question);
  }

  private Answer companys(Question question) {
    CompanyContacts company = contacts.of(question.requiredCompany());
    ObjectNode json = JSON.objectNode();
    company.admins().forEach(json.putArray("admins")::add);
    json.put("language", company.language());
    addNames(json.putArray("rooms"), company.rooms().keySet());
    return Answer.json(json.toString());
  }

  private Answer changeCompanys(Question question) {
    CompanyId company = question.requiredCompany();
    JsonNode body = Bodies.object(question);
    CompanyContacts now = contacts.of(company);
    CompanyContacts changed =
        checked(
            () ->
                new CompanyContacts(
                    texts(body, "admins", now.admins()),
                    text(body, "language", now.language()),
                    rooms(body, now.rooms())));
    contacts.put(company, changed, clock.instant());
    return companys(question);
  }

  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest(wrong.getMessage() + ".");
    }
  }

  private static String text(JsonNode body, String field, String now) {
    return body.has(field) ? Bodies.text(body, field).strip() : now;
  }

  private static List<String> texts(JsonNode body, String field, List<String> now) {
    if (!body.has(field)) return now;
    JsonNode list = body.get(field);
    if (!list.isArray()) throw Problem.badRequest(field + ": send a list of texts.");
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText().strip()));
    return texts;
  }

  private static Set<Medium> media(JsonNode body, Set<Medium> now) {
    if (!body.has("channels")) return now;
    var media = EnumSet.noneOf(Medium.class);
    texts(body, "channels", List.of()).forEach(name -> media.add(medium("channels", name)));
    return media;
  }

  static Medium medium(String field, String name) {
    for (Medium medium : Medium.values()) if (medium.name().equals(name)) return medium;
    throw Problem.badRequest(
        field + ": one of " + List.of(Medium.values()) + ", but it was " + name + ".");
  }

  private static Optional<QuietHours> quiet(JsonNode body, Optional<QuietHours> now) {
    if (!body.has("quietFrom") && !body.has("quietTo")) return now;
    String from = Bodies.text(body, "quietFrom");
    String to = Bodies.text(body, "quietTo");
    if (from.isEmpty() && to.isEmpty()) return Optional.empty();
    return Optional.of(new QuietHours(time("quietFrom", from), time("quietTo", to)));
  }

  private static LocalTime time(String field, String text) {
    if (text.matches("([01][0-9]|2[0-3]):[0-5][0-9]")) return LocalTime.parse(text);
    throw Problem.badRequest(field + ": a time such as 21:30.");
  }

  private static Optional<Escalation> escalation(JsonNode body, Optional<Escalation> now) {
    if (!body.has("escalateTo") && !body.has("escalateAfterSeconds")) return now;
    String to = Bodies.text(body, "escalateTo");
    if (to.isEmpty()) return Optional.empty();
    JsonNode after = body.path("escalateAfterSeconds");
    if (!after.canConvertToInt() || after.asInt() < 1) {
      throw Problem.badRequest("escalateAfterSeconds: a number of at least 1.");
    }
    return Optional.of(new Escalation(medium("escalateTo", to), Duration.ofSeconds(after.asInt())));
  }

  /** An empty address takes a room away. */
  private Map<Medium, URI> rooms(JsonNode body, Map<Medium, URI> now) {
    var rooms = new EnumMap<Medium, URI>(Medium.class);
    rooms.putAll(now);
    JsonNode given = body.path("rooms");
    if (!given.isMissingNode() && !given.isObject()) {
      throw Problem.badRequest(
          "rooms: an object of addresses, such as {\"SLACK\": \"https://…\"}.");
    }
    given
        .fieldNames()
        .forEachRemaining(
            name -> {
              Medium medium = medium("rooms", name);
              String address = Bodies.text(given, name).strip();
              if (address.isEmpty()) rooms.remove(medium);
              else rooms.put(medium, room(name, address));
            });
    return rooms;
  }

  private URI room(String name, String address) {
    URI room;
    try {
      room = URI.create(address);
    } catch (IllegalArgumentException notAnAddress) {
      throw Problem.badRequest("rooms." + name + " is an address that begins with https://.");
    }
    objection
        .apply(room)
        .ifPresent(
            why -> {
              throw Problem.badRequest("rooms." + name + " " + why + ".");
            });
    return room;
  }
}

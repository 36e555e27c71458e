package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.inbox.Inbox;
import dev.baton.lead.LeadId;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.rotation.Stage;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Leads and the notices they came from, for programs. */
public final class LeadsApi {
  private static final int MOST = 1000;
  private static final int USUALLY = 50;

  private final Leads leads;
  private final RoutingBooks books;
  private final Inbox inbox;

  public LeadsApi(Leads leads, RoutingBooks books, Inbox inbox) {
    this.leads = leads;
    this.books = books;
    this.inbox = inbox;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/leads", Access.API_TOKEN, this::list),
        Route.get("/api/v1/leads/{id}", Access.API_TOKEN, this::lead),
        Route.get("/api/v1/notices", Access.API_TOKEN, this::notices));
  }

  private Answer list(Question question) {
    Optional<Stage> stage = Optional.ofNullable(question.query().get("state")).map(this::stage);
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (Leads.Row row : leads.latest(question.requiredCompany(), stage, limit(question))) {
      found.add(LeadJson.row(row));
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("leads", found);
    ObjectNode counts = json.putObject("counts");
    leads.counts(question.requiredCompany()).forEach((s, count) -> counts.put(s.name(), count));
    return Answer.json(json.toString());
  }

  private Stage stage(String text) {
    try {
      return Stage.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Problem.badRequest(
          "state is one of " + Arrays.toString(Stage.values()) + ", but it was " + text);
    }
  }

  static int limit(Question question) {
    String text = question.query().getOrDefault("limit", String.valueOf(USUALLY));
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) return limit;
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw Problem.badRequest("limit is a number from 1 to " + MOST + ", but it was " + text);
  }

  private Answer lead(Question question) {
    LeadFile file = file(leads, question);
    return Answer.json(LeadJson.file(file, books.current(question.requiredCompany())).toString());
  }

  /** The lead a path names; the same answer for one that never was and another company's. */
  static LeadFile file(Leads leads, Question question) {
    LeadId id;
    try {
      id = LeadId.parse(question.path().getOrDefault("id", ""));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.notFound("There is no such lead.");
    }
    return leads
        .file(question.requiredCompany(), id)
        .orElseThrow(() -> Problem.notFound("There is no such lead."));
  }

  /** The latest notices with what became of each; their text may name people, so it stays here. */
  private Answer notices(Question question) {
    ArrayNode found = JsonNodeFactory.instance.arrayNode();
    for (Inbox.Kept kept : inbox.latest(question.requiredCompany(), limit(question))) {
      ObjectNode json = found.addObject();
      json.put("id", kept.id());
      json.put("receivedAt", kept.receivedAt().toString());
      json.put("state", kept.state());
      json.put("note", kept.note());
      json.put("attempts", kept.attempts());
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("notices", found);
    return Answer.json(json.toString());
  }
}

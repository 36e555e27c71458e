package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.AdminOverride;
import dev.baton.agent.AdminOverride.ClosedUntil;
import dev.baton.agent.AdminOverride.OpenUntil;
import dev.baton.agent.OperatingHours;
import dev.baton.company.Companies;
import dev.baton.company.CompanyId;
import dev.baton.flow.KeepingHours;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingBooks.Publication.Overtaken;
import dev.baton.routing.RoutingBooks.Publication.Published;
import dev.baton.routing.RoutingBooks.Publication.Refused;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** An admin opens or closes the company for a time, whatever its operating hours (domain §5). */
public final class HoursApi {
  private static final String BY = "the API";

  private final KeepingHours keeping;
  private final RoutingBooks books;
  private final Companies companies;
  private final InstantSource clock;

  public HoursApi(
      KeepingHours keeping, RoutingBooks books, Companies companies, InstantSource clock) {
    this.keeping = keeping;
    this.books = books;
    this.companies = companies;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/hours/override", Access.API_TOKEN, Bodies.LIMIT, this::override));
  }

  private Answer override(Question question) {
    CompanyId company = question.requiredCompany();
    Optional<AdminOverride> word = word(question, company);
    return switch (keeping.override(company, word, BY)) {
      case Published published -> Answer.json(json(published.book(), word).toString());
      case Refused refused ->
          throw new Problem(409, "Refused", String.join(" ", refused.problems()));
      case Overtaken unused ->
          throw new Problem(409, "Refused", "Somebody published at the same moment; try again.");
    };
  }

  /** Empty where the override is lifted: an until that is null. */
  private Optional<AdminOverride> word(Question question, CompanyId company) {
    JsonNode body = Bodies.object(question);
    if (body.path("until").isNull()) return Optional.empty();
    String text = Bodies.text(body, "until");
    if (text.isEmpty() || !body.path("open").isBoolean()) {
      throw Problem.badRequest(
          "Send {\"open\": true, \"until\": \"…\"} to open, false to close, or {\"until\": null} to"
              + " let the hours hold again.");
    }
    Instant until = Moments.of(companies, company).read("until", text);
    if (!until.isAfter(clock.instant())) {
      throw Problem.badRequest("until is over already: send a moment to come.");
    }
    boolean open = body.path("open").asBoolean();
    if (open && books.current(company).settings().calendar().hours().isEmpty()) {
      throw new Problem(
          409, "Refused", "The company has no operating hours, so it is open already.");
    }
    return Optional.of(open ? new OpenUntil(until) : new ClosedUntil(until));
  }

  private ObjectNode json(RoutingBook book, Optional<AdminOverride> word) {
    Optional<OperatingHours> hours = book.settings().calendar().hours();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("revision", book.revision());
    json.put("open", hours.map(h -> h.open(clock.instant())).orElse(true));
    json.put("overriddenUntil", word.map(w -> w.until().toString()).orElse(null));
    return json;
  }
}

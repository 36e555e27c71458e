package dev.baton.server.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.agent.AgentId;
import dev.baton.agent.RecordKind;
import dev.baton.agent.ZipCentroids;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadContent;
import dev.baton.lead.LeadText;
import dev.baton.ledger.LeadFile;
import dev.baton.ledger.Leads;
import dev.baton.routing.LineUp;
import dev.baton.routing.RoutingBook;
import dev.baton.routing.RoutingBooks;
import dev.baton.routing.RoutingFacts;
import dev.baton.routing.Traits;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.why.Explaining;
import dev.baton.tag.TagMatch;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Why a lead went where it went, and where a pasted one would go. Changes nothing. */
public final class RoutingApi {
  private static final int LEAD_LIMIT = 25 * 1024;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Leads leads;
  private final RoutingBooks books;
  private final Companies companies;
  private final Function<CompanyId, RoutingFacts> facts;
  private final Explaining explaining;
  private final ZipCentroids zips;

  /**
   * @param facts what is known of a company's agents at the moment
   * @param zips where zip codes are
   */
  public RoutingApi(
      Leads leads,
      RoutingBooks books,
      Companies companies,
      Function<CompanyId, RoutingFacts> facts,
      ZipCentroids zips) {
    this.zips = zips;
    this.leads = leads;
    this.books = books;
    this.companies = companies;
    this.facts = facts;
    this.explaining = new Explaining(books);
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/leads/{id}/why", Access.API_TOKEN, this::why),
        Route.post("/api/v1/route", Access.API_TOKEN, LEAD_LIMIT, this::route));
  }

  private Answer why(Question question) {
    LeadFile file = LeadsApi.file(leads, question);
    Optional<AgentId> about =
        Optional.ofNullable(question.query().get("agent")).map(RoutingApi::agent);
    return Answer.json(
        WhyJson.of(explaining.explain(file, zone(question.requiredCompany()), about)).toString());
  }

  private static AgentId agent(String id) {
    try {
      return new AgentId(id);
    } catch (IllegalArgumentException wrong) {
      throw Problem.badRequest("agent: " + wrong.getMessage());
    }
  }

  private ZoneId zone(CompanyId company) {
    return companies.all().stream()
        .filter(c -> c.id().equals(company))
        .map(Company::zone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }

  /** Only as a rehearsal: a lead comes in by the CRM, where its record lives. */
  private Answer route(Question question) {
    if (!question.query().getOrDefault("dryRun", "").equals("true")) {
      throw Problem.badRequest(
          "Leads come in by the CRM; here one can only be tried out: add ?dryRun=true.");
    }
    LeadContent content = content(question.body());
    CompanyId company = question.requiredCompany();
    RoutingBook book = books.current(company);
    RoutingFacts known = facts.apply(company);
    Traits lead = Traits.read(book, kind(question), content, zips);
    LineUp line = LineUp.draw(book, lead, List.of(), Set.of(), known);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("revision", book.revision());
    book.settings().intake().spam().against(content).ifPresent(entry -> json.put("spam", entry));
    ArrayNode tagsFound = json.putArray("tags");
    for (TagMatch match : lead.tags()) {
      ObjectNode tag = tagsFound.addObject();
      tag.put("tag", match.tag().text());
      tag.put("place", match.place());
      tag.put("start", match.start());
      tag.put("end", match.end());
    }
    json.set(
        "agents",
        WhyJson.agents(explaining.verdicts(book, lead, line, known, Set.of(), Optional.empty())));
    line.team().ifPresent(team -> json.put("team", team.value()));
    return Answer.json(json.toString());
  }

  /** Whose record it would be; leads unless said otherwise. */
  private static RecordKind kind(Question question) {
    String kind = question.query().getOrDefault("kind", RecordKind.LEADS.name());
    try {
      return RecordKind.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Problem.badRequest("kind: one of leads, cases and opportunities, but this is " + kind);
    }
  }

  private static LeadContent content(byte[] body) {
    JsonNode json;
    try {
      json = MAPPER.readTree(body);
    } catch (JacksonException notJson) {
      throw Problem.badRequest("The body is not JSON: " + notJson.getOriginalMessage());
    } catch (IOException unreadable) {
      throw Problem.badRequest("The body cannot be read.");
    }
    if (!json.isObject()) {
      throw Problem.badRequest(
          "Send an object with any of subject, body, fields, tags, email and phone.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    json.path("fields")
        .fields()
        .forEachRemaining(f -> fields.put(f.getKey(), f.getValue().asText()));
    Set<String> tags = new LinkedHashSet<>();
    for (JsonNode tag : json.path("tags")) tags.add(tag.asText());
    return new LeadContent(
        new LeadText(json.path("subject").asText(""), json.path("body").asText(""), fields),
        new Contact("", json.path("email").asText(""), json.path("phone").asText("")),
        tags,
        "");
  }
}

package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.baton.company.CompanyId;
import dev.baton.lead.Contact;
import dev.baton.lead.LeadId;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.people.ErasingNoted;
import java.util.List;

/** Has everything of one person forgotten who asked for it. */
public final class ErasuresApi {
  private final ErasingNoted erasing;

  public ErasuresApi(ErasingNoted erasing) {
    this.erasing = erasing;
  }

  public List<Route> routes() {
    return List.of(Route.post("/api/v1/erasures", Access.API_TOKEN, Bodies.LIMIT, this::erase));
  }

  private Answer erase(Question asked) {
    CompanyId company = asked.requiredCompany();
    JsonNode body = Bodies.object(asked);
    List<LeadId> leads = leads(company, body);
    int erased = erasing.erase(company, leads, "API token");
    var json = JsonNodeFactory.instance.objectNode();
    json.put("erased", erased);
    var ids = json.putArray("leads");
    leads.forEach(lead -> ids.add(lead.toString()));
    return Answer.json(json.toString());
  }

  private List<LeadId> leads(CompanyId company, JsonNode body) {
    String lead = Bodies.text(body, "lead");
    var person = new Contact("", Bodies.text(body, "email"), Bodies.text(body, "phone"));
    boolean named = !person.email().isBlank() || !person.phone().isBlank();
    if (named == !lead.isEmpty()) {
      throw Problem.badRequest("Send the person's email or phone, or both; or the id of one lead.");
    }
    if (named) return erasing.leadsOf(company, person);
    try {
      return List.of(LeadId.parse(lead));
    } catch (IllegalArgumentException notAnId) {
      throw Problem.badRequest("lead: send the id of a lead.");
    }
  }
}

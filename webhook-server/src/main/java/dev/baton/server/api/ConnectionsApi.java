package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.company.Companies;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmAccount;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.flow.Connectors;
import dev.baton.flow.LookingAtUsers;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.util.ArrayList;
import java.util.List;

/** Whether a connected CRM account has everything Baton needs, in an admin's words. */
public final class ConnectionsApi {
  private static final int LIMIT = 1024;

  private final Companies companies;
  private final Connectors connectors;
  private final LookingAtUsers users;

  public ConnectionsApi(Companies companies, Connectors connectors, LookingAtUsers users) {
    this.companies = companies;
    this.connectors = connectors;
    this.users = users;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/api/v1/connections/{id}/connect", Access.API_TOKEN, LIMIT, this::connect));
  }

  /** Creates what of Baton's fields can be created, then looks at everything. */
  private Answer connect(Question question) {
    CrmConnection connection =
        companies.connections().stream()
            .filter(c -> c.company().equals(question.requiredCompany()))
            .filter(c -> c.id().value().equals(question.path().get("id")))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("There is no such connection."));
    CrmAccount account = connectors.account(connection.id());
    var findings = new ArrayList<Finding>(account.prepare());
    findings.addAll(account.check());
    findings.addAll(users.findings(connection));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("connection", connection.id().value());
    json.put("ready", findings.stream().allMatch(Finding::ok));
    ArrayNode told = json.putArray("findings");
    for (Finding finding : findings) {
      ObjectNode each = told.addObject();
      each.put("what", finding.what());
      each.put("ok", finding.ok());
      if (!finding.advice().isEmpty()) each.put("advice", finding.advice());
    }
    return Answer.json(json.toString());
  }
}

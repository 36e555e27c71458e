package dev.baton.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.company.Companies;
import dev.baton.company.CrmConnection;
import dev.baton.crm.Consents;
import dev.baton.crm.CrmAccount.Finding;
import dev.baton.flow.AskingConsent;
import dev.baton.flow.ConnectingAccounts;
import dev.baton.flow.ConnectingAccounts.Looked;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import java.net.URI;
import java.util.List;

/** Whether a connected CRM account has everything Baton needs, in an admin's words. */
public final class ConnectionsApi {
  private static final int LIMIT = 1024;

  private final Companies companies;
  private final ConnectingAccounts connecting;
  private final WebhookAddresses webhooks;
  private final AskingConsent asking;

  public ConnectionsApi(
      Companies companies,
      ConnectingAccounts connecting,
      WebhookAddresses webhooks,
      AskingConsent asking) {
    this.asking = asking;
    this.webhooks = webhooks;
    this.companies = companies;
    this.connecting = connecting;
  }

  public List<Route> routes() {
    return List.of(
        Route.get("/api/v1/connections", Access.API_TOKEN, this::list),
        Route.post("/api/v1/connections/{id}/connect", Access.API_TOKEN, LIMIT, this::connect),
        Route.post("/api/v1/connections/{id}/consent", Access.API_TOKEN, LIMIT, this::consent));
  }

  /** The CRM's page for the browser of who may let Baton in: good once, for ten minutes. */
  private Answer consent(Question question) {
    CrmConnection connection = connection(companies, question);
    URI page =
        asking
            .begin(connection.id())
            .orElseThrow(
                () ->
                    new Problem(
                        409,
                        "Nobody is to be asked",
                        "This connection needs nobody's consent: Baton comes in by what its settings"
                            + " give. For HubSpot, consent takes hubspot-client-id; for Salesforce,"
                            + " the connection's setting sign-in has to be consent."));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("connection", connection.id().value());
    json.put("url", page.toString());
    json.put("goodForSeconds", Consents.GOOD_FOR.toSeconds());
    return Answer.json(json.toString());
  }

  private Answer list(Question question) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode all = json.putArray("connections");
    companies.connections().stream()
        .filter(c -> c.company().equals(question.requiredCompany()))
        .forEach(
            c ->
                all.addObject()
                    .put("connection", c.id().value())
                    .put("crm", c.crm())
                    .put("account", c.account()));
    return Answer.json(json.toString());
  }

  /** The connection a path names; the same answer for one that never was and another company's. */
  static CrmConnection connection(Companies companies, Question question) {
    return companies.connections().stream()
        .filter(c -> c.company().equals(question.requiredCompany()))
        .filter(c -> c.id().value().equals(question.path().get("id")))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("There is no such connection."));
  }

  /** Renewed where that is wished for: the address before is good for another day. */
  private URI webhook(CrmConnection connection, JsonNode body, boolean dryRun) {
    if (!body.path("newSecret").asBoolean(false)) return webhooks.whole(connection);
    if (dryRun)
      throw Problem.badRequest("A dry run makes no new secret: leave out one of the two.");
    return webhooks
        .renewed(connection)
        .orElseThrow(
            () ->
                Problem.badRequest(
                    "The address for "
                        + connection.crm()
                        + " holds no secret: the client secret of the app proves its webhooks."));
  }

  /** Creates what of Baton's fields can be created, then looks; as a dry run it only looks. */
  private Answer connect(Question question) {
    CrmConnection connection = connection(companies, question);
    boolean dryRun = question.query().getOrDefault("dryRun", "").equals("true");
    URI webhook = webhook(connection, Bodies.object(question), dryRun);
    Looked looked = dryRun ? connecting.look(connection.id()) : connecting.connect(connection.id());
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("connection", connection.id().value());
    json.put("webhook", webhook.toString());
    json.put("ready", looked.ready());
    json.put("consentMissing", asking.isMissing(connection.id()));
    ArrayNode told = json.putArray("findings");
    for (Finding finding : looked.findings()) {
      ObjectNode each = told.addObject();
      each.put("what", finding.what());
      each.put("ok", finding.ok());
      if (!finding.advice().isEmpty()) each.put("advice", finding.advice());
    }
    return Answer.json(json.toString());
  }
}

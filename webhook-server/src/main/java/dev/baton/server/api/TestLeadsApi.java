package dev.baton.server.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.baton.company.Companies;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.company.CrmConnection;
import dev.baton.crm.CrmUnavailable;
import dev.baton.flow.Connectors;
import dev.baton.flow.SendingTestLeads;
import dev.baton.flow.TestLead;
import dev.baton.routing.RoutingBooks;
import dev.baton.server.http.Access;
import dev.baton.server.http.Answer;
import dev.baton.server.http.Problem;
import dev.baton.server.http.Question;
import dev.baton.server.http.Route;
import dev.baton.server.why.Explaining;
import dev.baton.server.why.TestLeadAdvice;
import dev.baton.server.why.TestLeadSteps;
import dev.baton.server.words.Words;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A test lead, sent through a connected CRM and followed step by step. */
public final class TestLeadsApi {
  private static final String ONE = "/api/v1/connections/{id}/test-lead/{key}";
  private static final int LONGEST_WORDS = 500;

  private final Companies companies;
  private final Connectors connectors;
  private final SendingTestLeads sending;
  private final Explaining explaining;
  private final Function<CrmConnection, URI> webhooks;

  /**
   * @param webhooks the address a connection's CRM has to call, as people may read it
   */
  public TestLeadsApi(
      Companies companies,
      Connectors connectors,
      SendingTestLeads sending,
      RoutingBooks books,
      Function<CrmConnection, URI> webhooks) {
    this.companies = companies;
    this.connectors = connectors;
    this.sending = sending;
    this.explaining = new Explaining(books);
    this.webhooks = webhooks;
  }

  public List<Route> routes() {
    return List.of(
        Route.post(
            "/api/v1/connections/{id}/test-lead", Access.API_TOKEN, Bodies.LIMIT, this::send),
        Route.get(ONE, Access.API_TOKEN, this::look),
        Route.delete(ONE, Access.API_TOKEN, this::cleanUp));
  }

  private Answer send(Question question) {
    CrmConnection connection = ConnectionsApi.connection(companies, question);
    String words = Bodies.text(Bodies.object(question), "words");
    if (words.length() > LONGEST_WORDS) {
      throw Problem.badRequest("words: at most " + LONGEST_WORDS + " characters.");
    }
    TestLead test = asking(() -> sending.send(connection.id(), words));
    String watch = "/api/v1/connections/" + connection.id() + "/test-lead/" + test.key();
    ObjectNode json = TestLeadJson.named(test).put("watch", watch);
    return new Answer(
        202,
        Map.of("Content-Type", "application/json", "Location", watch),
        json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Answer look(Question question) {
    TestLead test = test(question);
    SendingTestLeads.Journey journey = sending.look(test);
    ObjectNode json =
        TestLeadJson.of(
            test,
            TestLeadSteps.of(
                test,
                journey,
                journey
                    .file()
                    .map(
                        file ->
                            explaining.explain(file, zone(question), java.util.Optional.empty())),
                Words.ENGLISH));
    if (journey.told().isEmpty()) {
      var advice = json.putArray("advice");

      CrmConnection connection = ConnectionsApi.connection(companies, question);
      TestLeadAdvice.of(webhooks.apply(connection), connectors.account(connection.id()))
          .forEach(advice::add);
    }
    return Answer.json(json.toString());
  }

  private Answer cleanUp(Question question) {
    TestLead test = test(question);
    asking(
        () -> {
          sending.cleanUp(test);
          return test;
        });
    return Answer.json(TestLeadJson.named(test).put("cleanedUp", true).toString());
  }

  private TestLead test(Question question) {
    CrmConnection connection = ConnectionsApi.connection(companies, question);
    return TestLead.of(connection.id(), question.path().getOrDefault("key", ""))
        .orElseThrow(() -> Problem.notFound("There is no such test lead."));
  }

  private static <T> T asking(Supplier<T> crm) {
    try {
      return crm.get();
    } catch (CrmUnavailable away) {
      String why = String.valueOf(away.getMessage());
      if (away.needsPerson()) throw new Problem(409, "The CRM refuses", why);
      throw Problem.comeBack("The CRM cannot be asked now: " + why, 10);
    } catch (IllegalStateException noTokens) {
      throw new Problem(409, "Not connected", String.valueOf(noTokens.getMessage()));
    }
  }

  private ZoneId zone(Question question) {
    CompanyId company = question.requiredCompany();
    return companies.all().stream()
        .filter(c -> c.id().equals(company))
        .map(Company::zone)
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }
}

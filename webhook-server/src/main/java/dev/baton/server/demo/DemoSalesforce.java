package dev.baton.server.demo;

import dev.baton.agent.CrmIdentity;
import dev.baton.company.CompanyId;
import dev.baton.company.ConnectionId;
import dev.baton.company.CrmConnection;
import dev.baton.salesforce.sandbox.ObjectType;
import dev.baton.salesforce.sandbox.Org;
import dev.baton.salesforce.sandbox.OutboundFlow;
import dev.baton.salesforce.sandbox.SalesforceSandbox;
import dev.baton.salesforce.sandbox.SandboxRecord;
import dev.baton.salesforce.sandbox.SandboxSettings;
import dev.baton.server.Config;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The Salesforce of the demonstration: the same agents, who answer in their tasks there. */
final class DemoSalesforce implements AutoCloseable {
  private final SalesforceSandbox sandbox =
      SalesforceSandbox.start(SandboxSettings.defaults().withOutboundMinute(Duration.ofSeconds(2)));
  private final Org org = sandbox.openOrg("Harbour Homes");
  private final Set<String> seen = new HashSet<>();
  private final RandomGenerator random;
  private int count;

  DemoSalesforce(RandomGenerator random) {
    this.random = random;
  }

  ConnectionId connection() {
    return new ConnectionId("demo-" + org.id().toLowerCase(Locale.ROOT));
  }

  CrmConnection connectionOf(CompanyId company) {
    return new CrmConnection(
        connection(),
        company,
        "salesforce",
        org.id(),
        Map.of("my-domain", sandbox.api().toString()));
  }

  Config.SalesforceApp app() {
    return new Config.SalesforceApp(org.access().consumerKey(), org.access().consumerSecret(), "");
  }

  /** The agent is a user here, too. */
  CrmIdentity user(String name, String email) {
    String id = org.addUser(name, email).id();
    return new CrmIdentity(id, id);
  }

  /** Sends what the flows of Baton's package would send. */
  void tell(URI target) {
    org.outbound()
        .activate(
            OutboundFlow.on(ObjectType.LEAD, target)
                .sending("CreatedDate", "LastModifiedById", "OwnerId", "SystemModstamp")
                .whenCreated());
    org.outbound()
        .activate(
            OutboundFlow.on(ObjectType.TASK, target)
                .sending(
                    "LastModifiedById",
                    "OwnerId",
                    "Status",
                    "SystemModstamp",
                    "Baton_Offer_Key__c",
                    "Baton_Offer_Response__c")
                .whenChanged("Baton_Offer_Response__c", "Status")
                .leavingOutIntegrationUser());
  }

  /** Somebody asks for something by the company's web form in Salesforce. */
  void leadArrives(String wish) {
    count++;
    org.createLead(
        Map.of(
            "FirstName",
            "Sam",
            "LastName",
            "Visitor " + count,
            "Company",
            "Visitor " + count,
            "Email",
            "visitor" + count + "@customer.example",
            "Description",
            wish));
  }

  /** Agents look at their tasks; most answer there at once, some not at all. */
  void look() {
    for (SandboxRecord task : org.tasks()) {
      if (task.isTrue("IsClosed") || !seen.add(task.id())) continue;
      int mood = random.nextInt(100);
      if (mood < 80) {
        org.answerOffer(task.id(), mood < 55 ? "accept" : "decline", task.value("OwnerId"));
      }
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}

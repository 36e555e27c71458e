package dev.baton.proof.faults;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmWebhook;
import dev.baton.crm.OAuthTokenVault;
import dev.baton.crm.OAuthTokens;
import dev.baton.salesforce.SalesforceConnector;
import dev.baton.salesforce.SalesforceMailbox;
import dev.baton.salesforce.SalesforceWebhook;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.sandbox.Fault;
import dev.baton.salesforce.sandbox.FaultPlan;
import dev.baton.salesforce.sandbox.ObjectType;
import dev.baton.salesforce.sandbox.Org;
import dev.baton.salesforce.sandbox.SalesforceSandbox;
import dev.baton.salesforce.sandbox.SandboxRecord;
import dev.baton.salesforce.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Salesforce, as its sandbox is. */
final class PractisedSalesforce implements PractisedCrm {
  private static final String SECRET = "practice-practice-practice";
  private static final List<String> TOLD =
      List.of(
          "Baton_Contact_Status__c",
          "Baton_Deal_Status__c",
          "Baton_Expected_Value__c",
          "Baton_Expected_Currency__c",
          "Baton_Reason__c");

  private final SalesforceSandbox sandbox;
  private final Duration patience;

  /**
   * @param callsPerDay what each org allows
   */
  PractisedSalesforce(InstantSource clock, Duration patience, long callsPerDay) {
    this.patience = patience;
    sandbox =
        SalesforceSandbox.start(
            SandboxSettings.defaults().withClock(clock).withCallsPerDay(callsPerDay));
  }

  @Override
  public String name() {
    return "salesforce";
  }

  @Override
  public String object() {
    return SalesforceSettings.LEAD;
  }

  @Override
  public URI api() {
    return sandbox.api();
  }

  @Override
  public Optional<Runnable> say(WireFault fault, String call) {
    FaultPlan next = sandbox.faults().next(1);
    // Asking for a session is no SOAP, which alone can say the rest.
    if (call.contains("/services/oauth2/") && fault != WireFault.AWAY) return Optional.empty();
    if (fault == WireFault.LOCKED && Names.reads(call)) return Optional.empty();
    Fault said =
        switch (fault) {
          case AWAY -> next.beDown(503);
          case TOO_MANY -> next.exceedRequestLimit();
          case LOCKED ->
              next.failRecords("UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access");
          case NO_SESSION -> next.refuseSession();
          default -> throw new IllegalArgumentException("Not said by Salesforce: " + fault);
        };
    return Optional.of(said::off);
  }

  @Override
  public boolean createsEachTime(String call) {
    return call.equals("create");
  }

  @Override
  public Duration leftAlone() {
    return Duration.ofMinutes(15);
  }

  @Override
  public Account open(int number) {
    return new Practised(sandbox.openOrg("Acme " + number));
  }

  @Override
  public void close() {
    sandbox.close();
  }

  private final class Practised implements Account {
    private final Org org;

    Practised(Org org) {
      this.org = org;
    }

    @Override
    public String id() {
      return org.id();
    }

    @Override
    public OAuthTokens firstTokens() {
      return new OAuthTokens("", Instant.MAX, "");
    }

    @Override
    public CrmConnector connector(
        ConnectionId connection, URI through, OAuthTokenVault vault, InstantSource clock) {
      return new SalesforceConnector(
          connection,
          SalesforceSettings.defaults().at(through).patientFor(patience),
          new ClientCredentials(org.access().consumerKey(), org.access().consumerSecret()),
          vault,
          clock);
    }

    @Override
    public CrmWebhook webhook(CrmConnector connector) {
      return new SalesforceWebhook(
          () -> List.of(new SalesforceMailbox(org.id(), SECRET)),
          object(),
          ((SalesforceConnector) connector)::ourUser);
    }

    @Override
    public String addUser(String name) {
      String email = name.toLowerCase(Locale.ROOT) + "@" + org.id() + ".example";
      return org.addUser(name, email).id();
    }

    @Override
    public String leadComes(String email) {
      String lead =
          org.createLead(
              Map.of(
                  "LastName", "Customer",
                  "Company", "Example",
                  "Email", email,
                  "Description", "At the harbour"));
      org.giveTo(org.addQueue("New"), lead, org.admin().id());
      return lead;
    }

    @Override
    public void giveByHand(String record, String owner) {
      org.giveTo(owner, record, org.admin().id());
    }

    @Override
    public CrmWebhook.Request webhookAbout(
        String record, boolean created, int number, InstantSource clock) {
      String at = clock.instant().toString();
      String body =
          """
          <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>\
          <notifications xmlns="http://soap.sforce.com/2005/09/outbound">\
          <OrganizationId>%s</OrganizationId><ActionId>04k5g0000008OabAAE</ActionId>\
          <SessionId xsi:nil="true"/><Notification><Id>04l%012d</Id><sObject xsi:type="sf:Lead" \
          xmlns:sf="urn:sobject.enterprise.soap.sforce.com"><sf:Id>%s</sf:Id>%s\
          <sf:LastModifiedById>%s</sf:LastModifiedById><sf:SystemModstamp>%s</sf:SystemModstamp>\
          </sObject></Notification></notifications></soapenv:Body></soapenv:Envelope>"""
              .formatted(
                  org.id(),
                  number,
                  record,
                  created ? "<sf:CreatedDate>" + at + "</sf:CreatedDate>" : "",
                  org.admin().id(),
                  at);
      return new CrmWebhook.Request(
          "POST",
          "/webhooks/salesforce/" + SECRET,
          name -> Optional.empty(),
          body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String owner(String record) {
      return nameOf(org.record(record).orElseThrow().value("OwnerId"));
    }

    @Override
    public int records() {
      return org.records(ObjectType.LEAD).size();
    }

    @Override
    public CrmState state(String id) {
      SandboxRecord record = org.record(id).orElseThrow();
      var fields = new TreeMap<String, String>();
      fields.put("owner", nameOf(record.value("OwnerId")));
      for (String field : TOLD) fields.put(field, record.value(field));
      var pasts = new TreeMap<String, List<String>>();
      pasts.put("owner", steps(id, "OwnerId").stream().map(this::nameOf).toList());
      pasts.put("contact status", steps(id, "Baton_Contact_Status__c"));
      pasts.put("deal status", steps(id, "Baton_Deal_Status__c"));
      pasts.put("value", steps(id, "Baton_Expected_Value__c"));
      return new CrmState(
          fields,
          org.tasksOf(id).stream().filter(task -> !isComment(task)).map(this::task).toList(),
          org.tasksOf(id).stream()
              .filter(Practised::isComment)
              .map(task -> task.value("Subject") + ": " + task.value("Description"))
              .toList(),
          pasts);
    }

    private static boolean isComment(SandboxRecord task) {
      return task.value("Baton_Offer_Key__c").startsWith("comment ");
    }

    private List<String> steps(String id, String field) {
      return CrmState.steps(org.past(id).stream().map(then -> then.value(field)).toList());
    }

    private String task(SandboxRecord task) {
      String outcome =
          task.value("Description")
              .replaceAll("(?s)^.*(lead is yours alone|Others are asked, too).*?\\)\\.", "")
              .replaceAll("https://\\S+", "")
              .strip();
      return nameOf(task.value("OwnerId")) + " " + task.value("Status") + " " + outcome;
    }

    private String nameOf(String owner) {
      if (owner.startsWith("00G")) return "a queue";
      return org.users().stream()
          .filter(user -> user.id().equals(owner))
          .map(user -> user.name().strip())
          .findFirst()
          .orElse(owner);
    }
  }
}

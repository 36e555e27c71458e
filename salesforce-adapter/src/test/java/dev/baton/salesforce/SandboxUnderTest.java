package dev.baton.salesforce;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmUnderTest;
import dev.baton.crm.OAuthTokens;
import dev.baton.feedback.Feedback;
import dev.baton.lead.Contact;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import dev.baton.salesforce.client.SalesforceCredentials.ClientCredentials;
import dev.baton.salesforce.client.SalesforceSettings;
import dev.baton.salesforce.sandbox.ObjectType;
import dev.baton.salesforce.sandbox.Org;
import dev.baton.salesforce.sandbox.SalesforceSandbox;
import dev.baton.salesforce.sandbox.SandboxRecord;
import dev.baton.salesforce.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An org of the Salesforce sandbox, and a connector to it. */
final class SandboxUnderTest implements CrmUnderTest {
  static final ConnectionId CONNECTION = new ConnectionId("sf");

  private static final List<String> WORK =
      List.of("query", "update", "upsert", "create", "delete", "getUserInfo");

  final SalesforceSandbox sandbox = SalesforceSandbox.start(SandboxSettings.defaults());
  final Org org = sandbox.openOrg("Acme");
  final SalesforceConnector connector;
  private final RoutedObject routed;

  SandboxUnderTest(RoutedObject routed) {
    this(routed, SalesforceSettings.defaults());
  }

  SandboxUnderTest(RoutedObject routed, SalesforceSettings settings) {
    this.routed = routed;
    this.connector =
        new SalesforceConnector(
            CONNECTION,
            settings.at(sandbox.api()).routing(routed.object()),
            new ClientCredentials(org.access().consumerKey(), org.access().consumerSecret()),
            new KeptTokens(new OAuthTokens("", Instant.MAX, "")),
            InstantSource.system());
  }

  @Override
  public CrmConnector connector() {
    return connector;
  }

  @Override
  public String givenUser(String name, String email) {
    return org.addUser(name, email).id();
  }

  @Override
  public void givenUserLeft(String owner) {
    org.deactivateUser(owner);
  }

  @Override
  public CrmRecord givenRecord(LeadContent content) {
    String name = content.contact().name();
    String subject = content.text().subject();
    String body = content.text().body();
    String email = content.contact().email();
    String phone = content.contact().phone();
    return switch (routed) {
      case LEAD ->
          record(
              ObjectType.LEAD,
              Map.of(
                  "FirstName",
                  name.substring(0, name.indexOf(' ')),
                  "LastName",
                  name.substring(name.indexOf(' ') + 1),
                  "Company",
                  "Example",
                  "Email",
                  email,
                  "Phone",
                  phone,
                  "Description",
                  subject + "\n" + body));
      case CASE ->
          record(
              ObjectType.CASE,
              Map.of(
                  "Subject", subject,
                  "Description", body,
                  "SuppliedName", name,
                  "SuppliedEmail", email,
                  "SuppliedPhone", phone));
      case OPPORTUNITY -> {
        String account =
            org.create(ObjectType.ACCOUNT, Map.of("Name", name, "Phone", phone), org.admin().id());
        yield record(
            ObjectType.OPPORTUNITY,
            Map.of(
                "Name", subject,
                "Description", body,
                "StageName", "Prospecting",
                "CloseDate", "2027-01-31",
                "AccountId", account));
      }
    };
  }

  /** It waits in a queue, or, where there are none for its kind, with Baton's own user. */
  private CrmRecord record(ObjectType type, Map<String, String> fields) {
    String id = org.create(type, fields, org.admin().id());
    String waitsWith =
        routed == RoutedObject.OPPORTUNITY ? org.integrationUser().id() : org.addQueue("New");
    org.giveTo(waitsWith, id, org.admin().id());
    return new CrmRecord(CONNECTION, routed.object(), id);
  }

  /** The person of an opportunity is its account, which has no e-mail address in Salesforce. */
  @Override
  public Contact asKept(Contact person) {
    return routed == RoutedObject.OPPORTUNITY
        ? new Contact(person.name(), "", person.phone())
        : person;
  }

  @Override
  public void givenRecordDeleted(CrmRecord record) {
    org.delete(record.id(), org.admin().id());
  }

  @Override
  public String ownerOf(CrmRecord record) {
    String owner = org.record(record.id()).map(found -> found.value("OwnerId")).orElse("");
    boolean waits = owner.startsWith("00G") || owner.equals(org.integrationUser().id());
    return waits ? "" : owner;
  }

  @Override
  public List<Task> tasksOf(CrmRecord record) {
    List<Task> tasks = new ArrayList<>();
    for (SandboxRecord task : org.tasksOf(record.id())) {
      if (SalesforceComments.isKey(task.value("Baton_Offer_Key__c"))) continue;
      tasks.add(
          new Task(
              task.id(),
              task.value("OwnerId"),
              due(task),
              task.value("Subject"),
              task.value("Description"),
              task.isTrue("IsClosed")));
    }
    return tasks;
  }

  /** A task is due on a day; when on that day, its reminder tells, two minutes before. */
  private static Instant due(SandboxRecord task) {
    Instant due = OffsetDateTime.parse(task.value("ReminderDateTime")).toInstant().plusSeconds(120);
    LocalDate day = due.atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    return day.toString().equals(task.value("ActivityDate")) ? due : Instant.EPOCH;
  }

  @Override
  public List<String> commentsOf(CrmRecord record) {
    return org.tasksOf(record.id()).stream()
        .filter(task -> SalesforceComments.isKey(task.value("Baton_Offer_Key__c")))
        .map(task -> task.value("Subject") + ": " + task.value("Description"))
        .toList();
  }

  @Override
  public void setFeedbackByHand(CrmRecord record, Feedback feedback) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("Baton_Contact_Status__c", feedback.contact().name());
    values.put("Baton_Deal_Status__c", feedback.deal().name());
    values.put("Baton_Reason__c", feedback.reason());
    values.put(
        "Baton_Expected_Value__c", feedback.value().map(v -> v.amount().toString()).orElse(""));
    values.put(
        "Baton_Expected_Currency__c",
        feedback.value().map(v -> v.currency().getCurrencyCode()).orElse(""));
    org.change(record.id(), values, org.admin().id());
  }

  @Override
  public void setCommentByHand(CrmRecord record, String text) {
    org.change(record.id(), Map.of("Baton_Comment__c", text), org.admin().id());
  }

  @Override
  public void completeTask(String taskId) {
    org.completeTask(taskId, org.admin().id());
  }

  /** Aimed at the work itself, not at the renewal or the look that come before it. */
  @Override
  public void loseNextAnswer() {
    sandbox.faults().next(1).on("upsert").loseAnswer();
  }

  @Override
  public void limitCalls(Duration wait) {
    for (String operation : WORK) sandbox.faults().always().on(operation).exceedRequestLimit();
  }

  @Override
  public void beDown(boolean down) {
    if (down) {
      sandbox.faults().always().beDown(503);
    } else {
      sandbox.faults().off();
    }
  }

  @Override
  public void lock(CrmRecord record) {
    sandbox.faults().next(1).lock(record.id());
  }

  @Override
  public void refuseValuesOf(CrmRecord record) {
    sandbox.faults().always().refuseValuesOf(record.id());
  }

  @Override
  public void expireAccess() {
    connector.users(); // so that there is a session to end
    org.access().expireSessions();
  }

  @Override
  public void withdrawAccess() {
    connector.users();
    org.access().withdraw();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}

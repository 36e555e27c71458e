package dev.baton.hubspot;

import dev.baton.company.ConnectionId;
import dev.baton.crm.CrmConnector;
import dev.baton.crm.CrmUnderTest;
import dev.baton.crm.OAuthTokens;
import dev.baton.crm.StatusMapping;
import dev.baton.feedback.Feedback;
import dev.baton.hubspot.client.HubSpotSettings;
import dev.baton.hubspot.sandbox.HubSpotSandbox;
import dev.baton.hubspot.sandbox.Portal;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.hubspot.sandbox.SandboxSettings;
import dev.baton.lead.CrmRecord;
import dev.baton.lead.LeadContent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A portal of the HubSpot sandbox, and a connector to it. */
final class SandboxUnderTest implements CrmUnderTest {
  private static final ConnectionId CONNECTION = new ConnectionId("hub");

  private final HubSpotSandbox sandbox =
      HubSpotSandbox.start(SandboxSettings.defaults().withoutLimits());
  private final Portal portal = sandbox.portal("4711");
  private final HubSpotConnector connector;
  private final RoutedObject routed;
  private int records;

  SandboxUnderTest(RoutedObject routed) {
    this.routed = routed;
    portal.installBatonProperties();
    InstantSource clock = InstantSource.system();
    this.connector =
        new HubSpotConnector(
            CONNECTION,
            HubSpotSettings.defaults()
                .at(sandbox.api())
                .routing(routed.object())
                .mapping(StatusMapping.read("", routed.usualStatuses())),
            sandbox.clientId(),
            sandbox.clientSecret(),
            new KeptTokens(new OAuthTokens("none yet", Instant.EPOCH, portal.refreshToken())),
            clock);
  }

  @Override
  public CrmConnector connector() {
    return connector;
  }

  @Override
  public String givenUser(String name, String email) {
    return portal.addOwner(name, email).id();
  }

  @Override
  public void givenUserLeft(String owner) {
    portal.archiveOwner(owner);
  }

  /** HubSpot has one contact for one address, so only the first has the address itself. */
  @Override
  public CrmRecord givenRecord(LeadContent content) {
    String email = content.contact().email();
    String name = content.contact().name();
    int space = Math.max(0, name.indexOf(' '));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("firstname", name.substring(0, space).strip());
    properties.put("lastname", name.substring(space).strip());
    properties.put("email", records == 0 ? email : email.replace("@", "+" + records + "@"));
    properties.put("phone", content.contact().phone());
    properties.put("message", content.text().subject() + "\n" + content.text().body());
    records++;
    String contact = portal.createContact(properties);
    String subject = content.text().subject();
    String body = content.text().body();
    String id =
        switch (routed) {
          case CONTACTS -> contact;
          case LEADS -> portal.createFor(contact, "leads", Map.of("hs_lead_name", subject), "1");
          case TICKETS ->
              portal.createFor(
                  contact,
                  "tickets",
                  Map.of("subject", subject, "content", body, "hs_pipeline_stage", "1"),
                  "1");
          case DEALS ->
              portal.createFor(
                  contact,
                  "deals",
                  Map.of("dealname", subject, "description", body, "dealstage", "qualifiedtobuy"),
                  "1");
        };
    return new CrmRecord(CONNECTION, routed.object(), id);
  }

  @Override
  public void givenRecordDeleted(CrmRecord record) {
    portal.delete(record.object(), record.id());
  }

  @Override
  public String ownerOf(CrmRecord record) {
    return portal
        .record(record.object(), record.id())
        .map(found -> found.value("hubspot_owner_id"))
        .orElse("");
  }

  @Override
  public List<Task> tasksOf(CrmRecord record) {
    List<Task> tasks = new ArrayList<>();
    for (SandboxRecord task : portal.tasksOf(record.object(), record.id())) {
      tasks.add(
          new Task(
              task.id(),
              task.value("hubspot_owner_id"),
              Instant.parse(task.value("hs_timestamp")),
              task.value("hs_task_subject"),
              task.value("hs_task_body"),
              task.value("hs_task_status").equals("COMPLETED")));
    }
    return tasks;
  }

  @Override
  public List<String> commentsOf(CrmRecord record) {
    return portal.notesOf(record.object(), record.id()).stream()
        .map(note -> note.value("hs_note_body"))
        .map(body -> body.replaceAll("<p>Baton comment .*", "").replaceAll("<[^>]*>", "\n"))
        .map(text -> text.replace("&lt;", "<").strip())
        .toList();
  }

  @Override
  public void setFeedbackByHand(CrmRecord record, Feedback feedback) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("baton_contact_status", feedback.contact().name());
    values.put("baton_deal_status", feedback.deal().name());
    values.put("baton_reason", feedback.reason());
    String value = routed == RoutedObject.DEALS ? "amount" : "baton_expected_value";
    values.put(value, feedback.value().map(v -> v.amount().toString()).orElse(""));
    values.put(
        "baton_expected_currency",
        feedback.value().map(v -> v.currency().getCurrencyCode()).orElse(""));
    portal.change(record.object(), record.id(), values, "1");
  }

  @Override
  public void setCommentByHand(CrmRecord record, String text) {
    portal.change(record.object(), record.id(), Map.of("baton_comment", text), "1");
  }

  @Override
  public void completeTask(String taskId) {
    portal.completeTask(taskId, "1");
  }

  /** Aimed at the work itself, not at the renewal of the token or the look that come before it. */
  @Override
  public void loseNextAnswer() {
    sandbox.faults().next(1).on("POST", "/crm/objects").loseAnswer();
  }

  @Override
  public void limitCalls(Duration wait) {
    sandbox.faults().always().on("", "/crm").tooManyCalls("TEN_SECONDLY_ROLLING");
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
    connector.users(); // so that there is a token to end
    portal.expireAccess();
  }

  @Override
  public void withdrawAccess() {
    connector.users();
    portal.withdrawAccess();
  }

  @Override
  public void close() {
    sandbox.close();
  }
}

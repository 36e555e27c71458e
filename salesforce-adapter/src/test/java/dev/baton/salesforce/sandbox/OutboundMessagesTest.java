package dev.baton.salesforce.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboundMessagesTest extends SandboxTest {
  private static final String OUTBOUND = "http://soap.sforce.com/2005/09/outbound";

  private final OutboundMessages outbound = org.outbound();
  private final Receiver receiver = new Receiver();
  private final String action =
      outbound.activate(
          OutboundFlow.on(ObjectType.LEAD, receiver.address())
              .sending("LastName", "OwnerId", "Phone")
              .whenCreated()
              .whenChanged("OwnerId")
              .leavingOutIntegrationUser());

  OutboundMessagesTest() throws IOException {
    super(SandboxSettings.defaults().withOutboundMinute(Duration.ofMillis(5)));
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  @Test
  void a_new_lead_is_told_in_the_envelope_of_salesforce() {
    String lead = lead();
    quiet();

    XmlElement told = told(receiver.bodies().getFirst());
    assertThat(told.namespace()).isEqualTo(OUTBOUND);
    assertThat(told.children().stream().map(XmlElement::name))
        .containsExactly(
            "OrganizationId",
            "ActionId",
            "SessionId",
            "EnterpriseUrl",
            "PartnerUrl",
            "Notification");
    assertThat(told.text("OrganizationId")).isEqualTo(org.id());
    assertThat(told.text("ActionId")).isEqualTo(action).startsWith("04k").hasSize(18);
    assertThat(told.child("SessionId").orElseThrow().nil()).isTrue();
    assertThat(told.text("PartnerUrl")).isEqualTo(endpoint(org));
    XmlElement notification = told.child("Notification").orElseThrow();
    assertThat(notification.text("Id")).startsWith("04l").hasSize(18);
    XmlElement record = notification.child("sObject").orElseThrow();
    assertThat(record.children().stream().map(XmlElement::name))
        .containsExactly("Id", "LastName", "OwnerId");
    assertThat(record.text("Id")).isEqualTo(lead);
    assertThat(record.children().getFirst().namespace())
        .isEqualTo("urn:sobject.enterprise.soap.sforce.com");
    assertThat(receiver.bodies().getFirst()).contains("<sObject xsi:type=\"sf:Lead\"");
    assertThat(outbound.counts()).isEqualTo(new OutboundCounts(1, 1, 0, 0));
  }

  @Test
  void only_what_the_flow_waits_for_sets_it_off() {
    String lead = lead();
    org.change(lead, Map.of("Phone", "1"), ann.id());
    org.create(ObjectType.TASK, Map.of("WhoId", lead), ann.id());
    org.giveTo(org.admin().id(), lead, ann.id());
    quiet();
    assertThat(ids()).containsExactly(lead);

    org.giveTo(ann.id(), lead, ann.id());
    quiet();
    assertThat(ids()).containsExactly(lead, lead);
  }

  @Test
  void the_echo_of_baton_is_left_out_where_the_flow_says_so() throws Exception {
    String lead = lead();
    quiet();
    app.update(all(sObject("Lead", "Id", lead, "OwnerId", ann.id())));
    quiet();
    assertThat(ids()).containsExactly(lead);

    outbound.deactivate(action);
    outbound.activate(OutboundFlow.on(ObjectType.LEAD, receiver.address()).whenChanged("OwnerId"));
    app.update(all(sObject("Lead", "Id", lead, "OwnerId", org.admin().id())));
    quiet();
    assertThat(ids()).containsExactly(lead, lead);
  }

  @Test
  void what_was_rolled_back_is_not_told() throws Exception {
    org.outbound().activate(OutboundFlow.on(ObjectType.LEAD, receiver.address()).whenCreated());
    app.setAllOrNoneHeader(true);
    app.create(
        all(sObject("Lead", "LastName", "A", "Company", "C"), sObject("Lead", "LastName", "B")));
    quiet();

    assertThat(receiver.bodies()).isEmpty();
  }

  @Test
  void a_message_carries_the_values_of_when_it_is_sent() {
    outbound.pause();
    String lead = lead();
    org.change(lead, Map.of("Phone", "+49"), ann.id());
    outbound.resume();
    quiet();

    assertThat(records().getFirst().text("Phone")).isEqualTo("+49");
  }

  @Test
  void at_most_a_hundred_notifications_go_into_a_message() {
    outbound.pause();
    for (int i = 0; i < 150; i++) lead();
    outbound.resume();
    quiet();

    assertThat(outbound.sent().stream().map(m -> m.notificationIds().size()))
        .containsExactlyInAnyOrder(100, 50);
    assertThat(ids()).doesNotHaveDuplicates().hasSize(150);
  }

  @Test
  void a_message_comes_again_until_the_one_answer_that_counts() {
    receiver.answer(
        "",
        "{\"Ack\":true}",
        Receiver.ACK.replace("true", "false"),
        Receiver.ACK.replace(OUTBOUND, "urn:other"),
        Receiver.ACK.replace("notificationsResponse", "notifications"),
        Receiver.ACK.replace("soap/envelope", "soap12/envelope"));
    lead();
    quiet();

    assertThat(receiver.bodies()).hasSize(7);
    assertThat(outbound.sent().stream().map(SentMessage::acknowledged))
        .containsExactly(false, false, false, false, false, false, true);
    assertThat(outbound.sent().stream().map(SentMessage::attempt))
        .containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(outbound.sent().stream().map(SentMessage::notificationIds).distinct()).hasSize(1);
    assertThat(outbound.sent().getFirst().status()).isZero();
    assertThat(outbound.counts()).isEqualTo(new OutboundCounts(1, 7, 6, 0));
  }

  @Test
  void a_retry_carries_the_values_of_its_own_moment() {
    receiver.sulk();
    String lead = lead();
    org.change(lead, Map.of("LastName", "Bobby"), ann.id());
    // A try that was on its way before the change says the old: not with that one it is over.
    await().until(() -> records().stream().anyMatch(r -> r.text("LastName").equals("Bobby")));
    receiver.cheerUp();
    outbound.flush();
    quiet();

    assertThat(records().getLast().text("LastName")).isEqualTo("Bobby");
  }

  @Test
  void a_lost_acknowledgement_means_that_the_receiver_is_told_again() {
    outbound.loseAcks(2);
    lead();
    quiet();

    assertThat(receiver.bodies()).hasSize(3);
    assertThat(outbound.sent().stream().map(SentMessage::status)).containsOnly(200);
    assertThat(outbound.counts()).isEqualTo(new OutboundCounts(1, 3, 2, 0));
  }

  @Test
  void a_notification_comes_twice_under_one_id() {
    outbound.duplicate(1);
    lead();
    quiet();
    assertThat(notificationIds()).hasSize(2);
    assertThat(notificationIds().stream().distinct()).hasSize(1);

    outbound.behave();
    lead();
    quiet();
    assertThat(notificationIds()).hasSize(3);
  }

  @Test
  void notifications_come_out_of_order() {
    outbound.shuffle(7);
    outbound.pause();
    var leads = new ArrayList<String>();
    for (int i = 0; i < 20; i++) leads.add(lead());
    outbound.resume();
    quiet();

    assertThat(ids()).containsExactlyInAnyOrderElementsOf(leads).isNotEqualTo(leads);
  }

  @Test
  void a_record_is_held_back_while_others_overtake_it() {
    outbound.holdBack(record -> true);
    String first = lead();
    outbound.holdBack(record -> record.equals(first));
    String second = lead();
    quiet();
    assertThat(ids()).containsExactly(second);

    outbound.release();
    quiet();
    assertThat(ids()).containsExactly(second, first);
  }

  @Test
  void a_receiver_that_sulks_for_a_day_misses_the_message() throws IOException {
    receiver.sulk();
    try (var impatient =
        SalesforceSandbox.start(
            SandboxSettings.defaults().withOutboundMinute(Duration.ofNanos(200_000)))) {
      Org other = impatient.openOrg("Other");
      other.outbound().activate(OutboundFlow.on(ObjectType.LEAD, receiver.address()).whenCreated());
      other.createLead(Map.of("LastName", "B", "Company", "C"));

      assertThat(other.outbound().awaitQuiet(Duration.ofSeconds(30))).isTrue();
      assertThat(other.outbound().counts().dropped()).isEqualTo(1);
      assertThat(other.outbound().counts().delivered()).isZero();
      assertThat(other.outbound().counts().attempts()).isBetween(2L, 40L);
    }
  }

  @Test
  void merges_and_conversions_set_flows_off_like_other_changes() {
    outbound.deactivate(action);
    String lead = lead();
    outbound.activate(
        OutboundFlow.on(ObjectType.LEAD, receiver.address())
            .sending("IsConverted")
            .whenChanged("IsConverted"));
    org.convert(lead, ann.id());
    quiet();

    assertThat(records().getFirst().text("IsConverted")).isEqualTo("true");
  }

  private void quiet() {
    assertThat(outbound.awaitQuiet(Duration.ofSeconds(30))).isTrue();
  }

  private List<XmlElement> notifications() {
    return receiver.bodies().stream()
        .flatMap(body -> told(body).children("Notification").stream())
        .toList();
  }

  private List<String> notificationIds() {
    return notifications().stream().map(n -> n.text("Id")).toList();
  }

  private List<XmlElement> records() {
    return notifications().stream().map(n -> n.child("sObject").orElseThrow()).toList();
  }

  private List<String> ids() {
    return records().stream().map(record -> record.text("Id")).toList();
  }

  private static XmlElement told(String body) {
    return XmlReading.read(body.getBytes(StandardCharsets.UTF_8))
        .orElseThrow()
        .child("Body")
        .orElseThrow()
        .child("notifications")
        .orElseThrow();
  }
}

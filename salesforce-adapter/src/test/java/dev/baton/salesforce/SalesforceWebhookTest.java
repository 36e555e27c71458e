package dev.baton.salesforce;

import static dev.baton.salesforce.OutboundMessage.ORG;
import static dev.baton.salesforce.OutboundMessage.SECRET;
import static dev.baton.salesforce.OutboundMessage.lead;
import static dev.baton.salesforce.OutboundMessage.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.crm.CrmNotice.RecordCreated;
import dev.baton.crm.CrmNotice.Unreadable;
import dev.baton.crm.CrmWebhook.Kept;
import dev.baton.crm.CrmWebhook.Receipt.Proved;
import dev.baton.crm.CrmWebhook.Receipt.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceWebhookTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:01Z");

  private final SalesforceWebhook webhook =
      new SalesforceWebhook(OutboundMessage::mailboxes, "Lead", () -> "");

  @Test
  void each_notification_is_kept_with_the_org_it_is_of_and_its_own_key() {
    List<Kept> kept = kept(OutboundMessage.of(lead("04l000000000001"), lead("04l000000000002")));

    assertThat(kept).extracting(Kept::account).containsOnly(ORG);
    assertThat(kept)
        .extracting(Kept::key)
        .containsExactly(ORG + "|04l000000000001", ORG + "|04l000000000002");
    assertThat(kept).allMatch(each -> each.failure().isEmpty());
    assertThat(webhook.read(kept.getFirst().payload())).isInstanceOf(RecordCreated.class);
  }

  @Test
  void a_message_sent_again_has_the_same_keys_whatever_it_says_by_now() {
    String first = OutboundMessage.of(lead("04l000000000001"));
    String again = first.replace("10:00:00.000Z", "11:00:00.000Z");

    assertThat(kept(again).getFirst().key()).isEqualTo(kept(first).getFirst().key());
  }

  @Test
  void contact_data_in_a_message_is_not_kept() {
    String message =
        OutboundMessage.of(
            lead("04l1").replace("</sObject>", "<Email>a@b.example</Email></sObject>"));

    assertThat(kept(message).getFirst().payload()).doesNotContain("@").doesNotContain("Email");
  }

  @Test
  void a_hundred_notifications_are_taken_and_one_more_is_refused() {
    String[] most = IntStream.range(0, 101).mapToObj(i -> lead("04l" + i)).toArray(String[]::new);

    assertThat(kept(OutboundMessage.of(java.util.Arrays.copyOf(most, 100)))).hasSize(100);
    assertRefused(OutboundMessage.of(most));
  }

  @Test
  void an_org_id_of_15_characters_is_the_same_org() {
    String message =
        OutboundMessage.ofOrg(ORG.substring(0, 15), "<SessionId xsi:nil=\"true\"/>", lead("04l1"));

    assertThat(kept(message).getFirst().account()).isEqualTo(ORG);
    assertThat(new SalesforceMailbox(ORG.substring(0, 15), SECRET).organization()).isEqualTo(ORG);
  }

  @Test
  void an_org_whose_id_differs_in_case_alone_is_another_org() {
    assertRefused(
        OutboundMessage.ofOrg(
            ORG.substring(0, 15).replace("abc", "ABC"), "<SessionId/>", lead("04l1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00D5g000004zzzZEAQ", "", "nonsense", "00D5g000004abcDEAA"})
  void a_message_of_another_org_is_refused(String org) {
    assertRefused(OutboundMessage.ofOrg(org, "<SessionId xsi:nil=\"true\"/>", lead("04l1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webhooks/salesforce/",
        "/webhooks/salesforce",
        "/",
        "/webhooks/salesforce/0123456789abcdefghijAC",
        "/webhooks/salesforce/0123456789ABCDEFGHIJab",
        "/webhooks/salesforce/0123456789abcdefghijAB/",
        "/webhooks/salesforce/x?secret=0123456789abcdefghijAB",
        "/webhooks/salesforce/x?/0123456789abcdefghijAB"
      })
  void a_message_to_a_wrong_address_is_refused_unread(String target) {
    byte[] message = OutboundMessage.of(lead("04l1")).getBytes(UTF_8);

    assertThat(webhook.receive(request(target, message), NOW))
        .isEqualTo(new Refused("There is no such address"));
  }

  @Test
  void while_a_secret_is_changed_both_are_good() {
    var two =
        new SalesforceWebhook(
            () ->
                List.of(
                    new SalesforceMailbox(ORG, "an-older-secret-of-the-org"),
                    new SalesforceMailbox(ORG, SECRET)),
            "Lead",
            () -> "");
    byte[] message = OutboundMessage.of(lead("04l1")).getBytes(UTF_8);

    for (String secret : List.of("an-older-secret-of-the-org", SECRET)) {
      assertThat(two.receive(request("/webhooks/salesforce/" + secret, message), NOW))
          .isInstanceOf(Proved.class);
    }
  }

  @Test
  void the_secret_of_one_org_proves_no_message_of_another() {
    String other = "00D5g000004othE";
    var two =
        new SalesforceWebhook(
            () ->
                List.of(
                    new SalesforceMailbox(ORG, SECRET),
                    new SalesforceMailbox(other, "the-secret-of-another-org")),
            "Lead",
            () -> "");
    byte[] message = OutboundMessage.ofOrg(other, "<SessionId/>", lead("04l1")).getBytes(UTF_8);

    assertThat(two.receive(request(OutboundMessage.TARGET, message), NOW))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_short_secret_is_none() {
    assertThatThrownBy(() -> new SalesforceMailbox(ORG, "short"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SalesforceMailbox(ORG, SECRET).toString()).doesNotContain(SECRET);
  }

  @Test
  void a_message_with_a_session_id_is_refused() {
    assertRefused(
        OutboundMessage.ofOrg(ORG, "<SessionId>00D5g!AQcAQ.secret</SessionId>", lead("04l1")));
  }

  @Test
  void only_a_post_is_a_message() {
    var get =
        new dev.baton.crm.CrmWebhook.Request(
            "GET", OutboundMessage.TARGET, n -> java.util.Optional.empty(), new byte[0]);

    assertThat(webhook.receive(get, NOW)).isInstanceOf(Refused.class);
  }

  @Test
  void a_mebibyte_is_read_and_a_byte_more_is_refused() {
    String message = OutboundMessage.of(lead("04l1"));
    String padded = message + " ".repeat((1 << 20) - message.length());

    assertThat(kept(padded)).hasSize(1);
    assertRefused(padded + " ");
  }

  @Test
  void a_notification_id_of_any_length_makes_a_bounded_key() {
    assertThat(kept(OutboundMessage.of(lead("x".repeat(5_000)))).getFirst().key())
        .hasSizeLessThan(100);
  }

  @Test
  void salesforce_hears_to_the_letter_what_it_wants_to_hear() throws IOException {
    try (InputStream golden = getClass().getResourceAsStream("outbound-message-ack.xml")) {
      assertThat(webhook.ack().orElseThrow().body())
          .isEqualTo(new String(golden.readAllBytes(), UTF_8));
    }
    assertThat(webhook.ack().orElseThrow().contentType()).startsWith("text/xml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "nonsense", "{", "7", "null", "{\"id\":1}", "{\"id\":\"1\"}"})
  void what_cannot_be_read_is_said_so(String payload) {
    assertThat(webhook.read(payload)).isInstanceOf(Unreadable.class);
  }

  @Test
  void deep_nesting_cannot_be_read_either() {
    assertThat(webhook.read("{\"a\":".repeat(10_000))).isInstanceOf(Unreadable.class);
  }

  private void assertRefused(String body) {
    assertThat(webhook.receive(request(body), NOW)).isInstanceOf(Refused.class);
  }

  private List<Kept> kept(String body) {
    var receipt = webhook.receive(request(body), NOW);
    assertThat(receipt).isInstanceOf(Proved.class);
    return ((Proved) receipt).notices();
  }
}

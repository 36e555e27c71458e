package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.hubspot.sandbox.Receiver.Got;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhooksTest extends SandboxTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Receiver receiver = new Receiver();
  private final Webhooks webhooks = sandbox.webhooks();

  WebhooksTest() throws IOException {
    super(SandboxSettings.defaults().withoutLimits().withRetryGap(Duration.ofMillis(1)));
  }

  @BeforeEach
  void listen() {
    webhooks.target(receiver.address());
  }

  @AfterEach
  void closeReceiver() {
    receiver.close();
  }

  @Test
  void an_event_says_what_happened_where_and_by_whom() {
    portal.createContact(Map.of("firstname", "Ann", "hs_lead_status", "NEW"));

    JsonNode created = told().getFirst();
    JsonNode changed = told().getLast();
    assertThat(created.path("subscriptionType").asText()).isEqualTo("contact.creation");
    assertThat(created.path("portalId").asLong()).isEqualTo(4711);
    assertThat(created.path("appId").asLong()).isEqualTo(sandbox.appId());
    assertThat(created.path("occurredAt").asLong()).isEqualTo(clock.millis());
    assertThat(created.path("attemptNumber").asInt(-1)).isZero();
    assertThat(created.path("objectId").isNumber()).isTrue();
    assertThat(created.path("changeFlag").asText()).isEqualTo("NEW");
    assertThat(created.path("changeSource").asText()).isEqualTo("FORM");
    assertThat(created.has("objectTypeId")).isFalse();
    assertThat(changed.path("subscriptionType").asText()).isEqualTo("contact.propertyChange");
    assertThat(changed.path("propertyName").asText()).isEqualTo("hs_lead_status");
    assertThat(changed.path("propertyValue").asText()).isEqualTo("NEW");
    assertThat(changed.path("eventId").asLong()).isNotEqualTo(created.path("eventId").asLong());
  }

  @Test
  void the_app_and_people_are_told_apart() throws IOException {
    String ann = ann();
    String bob = portal.addOwner("Bob", "bob@example.org").id();
    app.patch(CONTACTS + "/" + ann, json("{'properties':{'hubspot_owner_id':'" + bob + "'}}"));
    portal.change("contacts", ann, Map.of("hubspot_owner_id", ""), "7");

    List<JsonNode> events = told();
    assertThat(events.get(1).path("changeSource").asText()).isEqualTo("INTEGRATION");
    assertThat(events.get(1).path("sourceId").asText()).isEqualTo("9000");
    assertThat(events.get(2).path("changeSource").asText()).isEqualTo("CRM_UI");
    assertThat(events.get(2).path("sourceId").asText()).isEqualTo("userId:7");
    assertThat(events.get(2).path("propertyValue").asText()).isEmpty();
  }

  @Test
  void tasks_are_told_of_as_objects_of_their_type() {
    String task = portal.create("tasks", Map.of("hs_timestamp", "1795342500000"), "7");
    portal.completeTask(task, "7");

    assertThat(told())
        .extracting(e -> e.path("subscriptionType").asText(), e -> e.path("objectTypeId").asText())
        .containsExactly(tuple("object.creation", "0-27"), tuple("object.propertyChange", "0-27"));
  }

  @Test
  void deletions_and_merges_are_told() {
    String ann = ann();
    String anna = ann();
    String merged = portal.merge("contacts", ann, anna, "7");
    portal.delete("contacts", merged);

    JsonNode merge = told().get(2);
    assertThat(merge.path("subscriptionType").asText()).isEqualTo("contact.merge");
    assertThat(merge.path("newObjectId").asText()).isEqualTo(merged);
    assertThat(merge.path("mergedObjectIds")).extracting(JsonNode::asText).contains(ann, anna);
    assertThat(told().get(3).path("subscriptionType").asText()).isEqualTo("contact.deletion");
  }

  @Test
  void a_request_is_signed_over_what_the_app_receives() {
    ann();
    told();

    Got got = receiver.requests().getFirst();
    assertThat(got.timestamp()).isEqualTo(Long.toString(clock.millis()));
    assertThat(got.signature())
        .isEqualTo(
            SignatureV3.of(
                sandbox.clientSecret(),
                "POST",
                receiver.address().toString(),
                got.body(),
                got.timestamp()));
    webhooks.signWrongly(1);
    ann();
    ann();
    told();
    assertThat(
            receiver.requests().stream()
                .filter(
                    g ->
                        !g.signature()
                            .equals(
                                SignatureV3.of(
                                    sandbox.clientSecret(),
                                    "POST",
                                    receiver.address().toString(),
                                    g.body(),
                                    g.timestamp())))
                .count())
        .isEqualTo(1);
  }

  @Test
  void at_most_a_hundred_events_of_several_portals_travel_together() {
    webhooks.pause();
    for (int i = 0; i < 70; i++) ann();
    for (int i = 0; i < 70; i++) sandbox.portal("4712").createContact(Map.of());
    assertThat(receiver.requests()).isEmpty();
    webhooks.resume();

    assertThat(told()).hasSize(140);
    assertThat(receiver.requests())
        .extracting(got -> got.events().size())
        .containsExactlyInAnyOrder(100, 40);
    assertThat(receiver.events())
        .extracting(e -> e.path("portalId").asText())
        .contains("4711", "4712");
  }

  @Test
  void what_is_refused_or_unanswered_is_sent_again() {
    receiver.answer(500, 404, 0);
    ann();

    assertThat(told()).hasSize(4);
    assertThat(receiver.events())
        .extracting(e -> e.path("attemptNumber").asInt())
        .containsExactly(0, 1, 2, 3);
    assertThat(receiver.events())
        .extracting(e -> e.path("eventId").asLong())
        .containsOnly(receiver.events().getFirst().path("eventId").asLong());
    assertThat(webhooks.counts()).isEqualTo(new WebhookCounts(1, 4, 3, 0));
    assertThat(webhooks.sent()).extracting(SentWebhook::status).containsExactly(500, 404, 0, 200);
    assertThat(webhooks.delivered()).hasSize(1);
  }

  @Test
  void after_ten_retries_an_event_is_given_up() {
    receiver.answer(IntStream.generate(() -> 500).limit(11).toArray());
    ann();

    assertThat(told()).hasSize(11);
    assertThat(webhooks.counts()).isEqualTo(new WebhookCounts(0, 11, 11, 1));
  }

  @Test
  void an_app_that_thinks_too_long_is_asked_again() {
    var settings =
        SandboxSettings.defaults()
            .withRetryGap(Duration.ofMillis(1))
            .withWebhookTimeout(Duration.ofMillis(300));
    try (var hasty = HubSpotSandbox.start(settings)) {
      hasty.webhooks().target(receiver.address());
      receiver.answer(-1);
      hasty.portal("4711").createContact(Map.of());

      assertThat(hasty.webhooks().awaitQuiet(LONG)).isTrue();
      assertThat(hasty.webhooks().counts().delivered()).isEqualTo(1);
      assertThat(hasty.webhooks().sent().getFirst().status()).isZero();
    }
  }

  @Test
  void before_there_is_a_target_nobody_listens_and_nothing_is_kept() {
    try (var deaf = HubSpotSandbox.start(SandboxSettings.defaults())) {
      deaf.portal("4711").createContact(Map.of());
      deaf.webhooks().target(receiver.address());
      deaf.portal("4711").createContact(Map.of("firstname", "Ann"));

      assertThat(deaf.webhooks().awaitQuiet(LONG)).isTrue();
      assertThat(receiver.events()).hasSize(1);
    }
  }

  @Test
  void duplicates_are_the_same_event_again() {
    webhooks.duplicate(2);
    ann();

    assertThat(told()).hasSize(3);
    assertThat(told()).extracting(e -> e.path("eventId").asLong()).containsOnly(1L);
  }

  @Test
  void a_shuffled_order_is_another_order_of_the_same_events() {
    webhooks.pause();
    webhooks.shuffle(42);
    for (int i = 0; i < 20; i++) ann();
    webhooks.resume();

    List<Long> ids = toldInAnyOrder().stream().map(e -> e.path("eventId").asLong()).toList();
    assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
    assertThat(ids).containsExactlyInAnyOrderElementsOf(ids.stream().sorted().toList());
  }

  @Test
  void what_is_held_back_is_overtaken() {
    webhooks.holdBack(e -> e.subscriptionType().equals("contact.creation"));
    String ann = ann();
    portal.change("contacts", ann, Map.of("hs_lead_status", "OPEN"), "7");
    assertThat(told()).hasSize(1);
    webhooks.release();

    assertThat(toldInAnyOrder())
        .extracting(e -> e.path("subscriptionType").asText())
        .containsExactly("contact.propertyChange", "contact.creation");
  }

  @Test
  void a_flush_does_not_wait_for_the_next_attempt() throws IOException {
    var settings = SandboxSettings.defaults().withClock(clock).withRetryGap(Duration.ofHours(1));
    try (var patient = HubSpotSandbox.start(settings)) {
      patient.webhooks().target(receiver.address());
      receiver.answer(500);
      patient.portal("4711").createContact(Map.of());
      while (patient.webhooks().counts().failed() == 0) {
        assertThat(patient.webhooks().awaitQuiet(Duration.ofMillis(10))).isFalse();
      }

      patient.webhooks().flush();

      assertThat(patient.webhooks().awaitQuiet(LONG)).isTrue();
      assertThat(patient.webhooks().counts().delivered()).isEqualTo(1);
    }
  }

  /** Everything the app was told, once there is no more to come, in the order it happened. */
  private List<JsonNode> told() {
    return toldInAnyOrder().stream()
        .sorted(Comparator.comparing(e -> e.path("eventId").asLong()))
        .toList();
  }

  private List<JsonNode> toldInAnyOrder() {
    assertThat(webhooks.awaitQuiet(LONG)).isTrue();
    return receiver.events();
  }
}

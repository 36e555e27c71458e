package dev.baton.hubspot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.crm.CrmNotice.Unreadable;
import dev.baton.crm.CrmWebhook.Kept;
import dev.baton.crm.CrmWebhook.Receipt.Proved;
import dev.baton.crm.CrmWebhook.Receipt.Refused;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSpotWebhookTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final String EVENT =
      """
      {"eventId": 7, "portalId": 11, "subscriptionType": "contact.creation", "objectId": 501,
       "occurredAt": 1795341600000, "attemptNumber": 0}""";

  private final HubSpotWebhook webhook =
      new HubSpotWebhook(
          new HubSpotSignature(URI.create(SignedRequest.PUBLIC_URL), List.of(SignedRequest.SECRET)),
          "contacts");

  @Test
  void a_request_that_is_not_proved_is_refused_unread() {
    var forged = SignedRequest.with("/hooks", "[broken".getBytes(UTF_8), Map.of());

    assertThat(webhook.receive(forged, AT)).isInstanceOf(Refused.class);
  }

  @Test
  void an_event_is_kept_in_hubspots_own_words() {
    Kept kept = receive("[ " + EVENT + " ]").getFirst();

    assertThat(kept.payload()).isEqualTo(EVENT);
    assertThat(kept.account()).isEqualTo("11");
    assertThat(kept.key()).isEqualTo("11|contact.creation|501|7|1795341600000||");
    assertThat(kept.failure()).isEmpty();
  }

  @Test
  void an_empty_array_is_proved_and_holds_nothing() {
    assertThat(receive("[]")).isEmpty();
  }

  @Test
  void hundreds_of_events_of_several_accounts_are_each_kept_for_their_account() {
    String body =
        IntStream.range(0, 250)
            .mapToObj(
                i ->
                    """
                    {"eventId":%d,"portalId":%d,"subscriptionType":"contact.propertyChange",
                     "objectId":%d,"occurredAt":1795341600000,"propertyName":"message",
                     "propertyValue":"Grüße ☎ \\"%s\\""}"""
                        .formatted(i, i % 3, i, "x".repeat(400)))
            .collect(Collectors.joining(",\n", "[", "]\n"));

    List<Kept> kept = receive(body);

    assertThat(kept).hasSize(250).allMatch(each -> each.failure().isEmpty());
    assertThat(kept).extracting(Kept::key).doesNotHaveDuplicates();
    assertThat(kept.get(4).account()).isEqualTo("1");
    assertThat(kept).allMatch(k -> k.payload().startsWith("{\"ev") && k.payload().endsWith("}"));
    assertThat(kept.getLast().payload()).contains("\"eventId\":249");
  }

  @Test
  void what_a_property_says_is_not_kept_but_for_an_agents_answer() {
    String change =
        """
        {"eventId":%d,"portalId":11,"subscriptionType":"contact.propertyChange","objectId":501,
         "occurredAt":1795341600000,"propertyName":"%s","propertyValue":"%s","extra":"☎"}""";

    List<Kept> kept =
        receive(
            "["
                + change.formatted(1, "phone", "+1 555 0100")
                + ","
                + change.formatted(2, "baton_offer_response", "ACCEPT")
                + "]");

    assertThat(kept.get(0).payload())
        .doesNotContain("555 0100")
        .contains("\"propertyName\":\"phone\"", "\"eventId\":1", "☎");
    assertThat(kept.get(1).payload()).contains("ACCEPT");
  }

  @Test
  void a_repeated_delivery_has_the_same_key_whatever_its_attempt() {
    String again = EVENT.replace("\"attemptNumber\": 0", "\"attemptNumber\": 3");

    List<Kept> kept = receive("[" + EVENT + "," + again + "]");

    assertThat(kept.get(1).key()).isEqualTo(kept.get(0).key());
  }

  @Test
  void both_spellings_of_the_type_are_understood() {
    String tabled = EVENT.replace("subscriptionType", "eventType");

    List<Kept> kept = receive("[" + EVENT + "," + tabled + "]");

    assertThat(kept.get(1).key()).isEqualTo(kept.get(0).key());
    assertThat(webhook.read(tabled)).isEqualTo(webhook.read(EVENT));
  }

  @Test
  void whatever_tells_two_events_apart_is_in_the_key() {
    List<String> others =
        List.of(
            EVENT.replace("\"eventId\": 7", "\"eventId\": 8"),
            EVENT.replace("\"portalId\": 11", "\"portalId\": 12"),
            EVENT.replace("\"objectId\": 501", "\"objectId\": 502"),
            EVENT.replace("creation", "deletion"),
            EVENT.replace("1795341600000", "1795341600001"),
            EVENT.replace("{", "{\"propertyName\": \"email\", "),
            EVENT.replace("{", "{\"objectTypeId\": \"0-1\", "));

    List<Kept> kept = receive("[" + EVENT + "," + String.join(",", others) + "]");

    assertThat(kept).extracting(Kept::key).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void merges_and_associations_are_told_apart_by_the_records_they_name() {
    String start = "{\"eventId\":1,\"portalId\":11,\"occurredAt\":1795341600000,";
    String merge = start + "\"subscriptionType\":\"contact.merge\",\"primaryObjectId\":1,";
    String association =
        start + "\"subscriptionType\":\"object.associationChange\",\"fromObjectId\":1,";

    List<Kept> kept =
        receive(
            "["
                + String.join(
                    ",",
                    merge + "\"mergedObjectIds\":[2,3]}",
                    merge + "\"mergedObjectIds\":[2,4]}",
                    association + "\"toObjectId\":5,\"associationRemoved\":false}",
                    association + "\"toObjectId\":6,\"associationRemoved\":false}",
                    association + "\"toObjectId\":6,\"associationRemoved\":true}")
                + "]");

    assertThat(kept).extracting(Kept::key).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void an_event_without_anything_to_tell_it_by_is_told_by_its_text() {
    List<Kept> kept = receive("[{},{},{\"a\":1}]");

    assertThat(kept.get(0).key()).isEqualTo(kept.get(1).key());
    assertThat(kept.get(0).key()).isNotEqualTo(kept.get(2).key());
    assertThat(kept.get(0).account()).isEmpty();
  }

  @Test
  void a_key_has_a_bounded_length() {
    String ids =
        IntStream.range(0, 2_000).mapToObj(Integer::toString).collect(Collectors.joining(","));

    Kept kept =
        receive("[{\"portalId\":1,\"primaryObjectId\":1,\"mergedObjectIds\":[" + ids + "]}]")
            .getFirst();

    assertThat(kept.key()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "{", "[{]", "[", "hello", "null", "{}", "\"[]\"", "[] []", "[{},"})
  void a_body_that_is_not_an_array_of_events_is_kept_for_a_person(String body) {
    List<Kept> kept = receive(body);

    Kept failed = kept.getLast();
    assertThat(failed.failure()).isPresent();
    assertThat(failed.account()).isEmpty();
    assertThat(failed.key()).isEqualTo(HubSpotEvent.sha256(body));
    assertThat(failed.payload()).isEqualTo(body);
    assertThat(kept.stream().filter(each -> each.failure().isPresent())).hasSize(1);
  }

  @Test
  void events_before_a_broken_place_are_not_lost() {
    List<Kept> kept = receive("[" + EVENT + ", {\"eventId\": oops}]");

    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).payload()).isEqualTo(EVENT);
    assertThat(kept.get(1).failure()).isPresent();
  }

  @Test
  void an_element_that_is_not_an_event_is_kept_for_a_person_and_the_others_go_on() {
    List<Kept> kept = receive("[1, \"two\", [3], null, " + EVENT + "]");

    assertThat(kept).hasSize(5);
    assertThat(kept.subList(0, 4)).allMatch(each -> each.failure().isPresent());
    assertThat(kept.subList(0, 4))
        .extracting(Kept::payload)
        .containsExactly("1", "\"two\"", "[3]", "null");
    assertThat(kept.get(4).payload()).isEqualTo(EVENT);
  }

  @Test
  void ten_thousand_levels_of_nesting_are_refused_by_the_parser_and_kept() {
    assertBounded("[" + "[".repeat(10_000) + "]".repeat(10_000) + "]");
    assertBounded("[" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "]");
    assertBounded("[" + "[".repeat(10_000));
  }

  @Test
  void a_text_or_number_of_a_megabyte_is_refused_by_the_parser_and_kept() {
    String million = "1".repeat(1_000_000);

    assertBounded("[{\"eventId\":" + million + "}]");
    assertBounded("[{\"propertyValue\":\"" + million + "\"}]");
    assertBounded("[" + million + "]");
    assertBounded("[{\"" + million + "\":1}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "nonsense", "{", "7", "null", "{\"portalId\":1}"})
  void what_cannot_be_read_is_said_so(String payload) {
    assertThat(webhook.read(payload)).isInstanceOf(Unreadable.class);
  }

  @Test
  void deep_nesting_cannot_be_read_either() {
    assertThat(webhook.read("{\"a\":".repeat(10_000))).isInstanceOf(Unreadable.class);
  }

  private void assertBounded(String body) {
    List<Kept> kept = receive(body);

    assertThat(kept).hasSize(1);
    assertThat(kept.getFirst().failure()).isPresent();
    assertThat(kept.getFirst().payload()).hasSizeLessThanOrEqualTo(64_000);
    assertThat(webhook.read(kept.getFirst().payload())).isInstanceOf(Unreadable.class);
  }

  private List<Kept> receive(String body) {
    var request = SignedRequest.of("/hooks", body.getBytes(UTF_8), AT);
    return ((Proved) webhook.receive(request, AT)).notices();
  }
}

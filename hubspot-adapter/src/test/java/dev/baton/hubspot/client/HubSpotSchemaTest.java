package dev.baton.hubspot.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.hubspot.client.HubSpotProperty.Option;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields, pipelines and the past of values, exactly as they go over the wire. */
class HubSpotSchemaTest extends ClientOverTheWire {
  @Test
  void properties_are_read_and_created() {
    var properties = new HubSpotProperties(api);
    var answerProperty =
        new HubSpotProperty(
            "baton_offer_response",
            "Answer",
            "baton",
            "enumeration",
            "select",
            List.of(new Option("Accept", "accept")));

    answer(404, "{}");
    assertThat(properties.get("contacts", "baton_offer_response")).isEmpty();
    sent("GET", "/crm/properties/2026-09/contacts/baton_offer_response", "");

    answer(201, "{}");
    properties.createGroup("contacts", "baton", "Baton");
    sent(
        "POST",
        "/crm/properties/2026-09/contacts/groups",
        "{\"name\":\"baton\",\"label\":\"Baton\"}");
    properties.create("contacts", answerProperty);
    String created =
        """
        {"name":"baton_offer_response","label":"Answer","groupName":"baton","type":"enumeration",
         "fieldType":"select","options":[{"label":"Accept","value":"accept","displayOrder":0,"hidden":false}]}""";
    sent("POST", "/crm/properties/2026-09/contacts", created);

    answer(200, "{\"results\":[" + created + "]}");
    assertThat(properties.all("contacts")).containsExactly(answerProperty);
  }

  @Test
  void the_values_to_choose_from_are_said_anew() {
    answer(200, "{}");

    new HubSpotProperties(api).setOptions("deals", "baton_tags", List.of(new Option("A", "a")));

    sent(
        "PATCH",
        "/crm/properties/2026-09/deals/baton_tags",
        "{\"options\":[{\"label\":\"A\",\"value\":\"a\",\"displayOrder\":0,\"hidden\":false}]}");
  }

  @Test
  void stages_come_in_the_order_they_are_shown_in_without_archived_ones() {
    answer(
        200,
        """
        {"results":[{"id":"late","displayOrder":1,"stages":[{"id":"c"}]},
         {"id":"gone","archived":true,"stages":[{"id":"x"}]},
         {"id":"first","displayOrder":0,"stages":[{"id":"b","displayOrder":1},
          {"id":"a","displayOrder":0},{"id":"y","displayOrder":0,"archived":true}]}]}""");

    assertThat(new HubSpotPipelines(api).stages("deals"))
        .containsExactly(
            new HubSpotPipelines.Stage("first", "a"),
            new HubSpotPipelines.Stage("first", "b"),
            new HubSpotPipelines.Stage("late", "c"));
    sent("GET", "/crm/pipelines/2026-09/deals", "");
  }

  @Test
  void the_time_of_a_property_is_that_of_its_latest_value() {
    answer(
        200,
        """
        {"results":[{"id":"5","propertiesWithHistory":{"a":[
          {"value":"2","timestamp":"2026-11-22T10:00:01.5Z"},
          {"value":"1","timestamp":"2026-11-22T10:00:00Z"},{"value":"0"}],"b":[]}}]}""");

    assertThat(new HubSpotObjects(api).changedAt("contacts", List.of("5"), List.of("a", "b")))
        .isEqualTo(Map.of("5", Map.of("a", Instant.parse("2026-11-22T10:00:01.5Z"))));
    sent(
        "POST",
        "/crm/objects/2026-09/contacts/batch/read",
        "{\"propertiesWithHistory\":[\"a\",\"b\"],\"inputs\":[{\"id\":\"5\"}]}");
  }

  @Test
  void the_times_of_more_than_fifty_records_are_asked_for_in_parts_and_of_none_not_at_all() {
    answer(200, "{}");
    var objects = new HubSpotObjects(api);

    objects.changedAt("contacts", Collections.nCopies(51, "5"), List.of("a"));
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(2);
    objects.changedAt("contacts", List.of(), List.of("a"));
    assertThat(HUBSPOT.getAllServeEvents()).hasSize(2);
  }
}

package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTest extends SandboxTest {
  SearchTest() {
    super(SandboxSettings.defaults().withoutLimits().withSearchLag(Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'propertyName':'hs_lead_status','operator':'EQ','value':'NEW'}                | Ann",
        "{'propertyName':'hs_lead_status','operator':'NEQ','value':'NEW'}               | Bob",
        "{'propertyName':'hs_lead_status','operator':'IN','values':['NEW','OPEN']}      | Ann,Bob",
        "{'propertyName':'hs_lead_status','operator':'HAS_PROPERTY'}                    | Ann,Bob",
        "{'propertyName':'hs_lead_status','operator':'NOT_HAS_PROPERTY'}                | Cid",
        "{'propertyName':'numemployees','operator':'GT','value':'9'}                    | Bob,Cid",
        "{'propertyName':'numemployees','operator':'GTE','value':'10'}                  | Bob,Cid",
        "{'propertyName':'numemployees','operator':'LT','value':'10'}                   | Ann",
        "{'propertyName':'numemployees','operator':'LTE','value':'10'}                  | Ann,Bob",
        "{'propertyName':'createdate','operator':'GTE','value':'1795341660000'}         | Bob,Cid",
        "{'propertyName':'message','operator':'CONTAINS_TOKEN','value':'HARB*'}         | Ann",
      })
  void a_filter_finds_what_fits(String filter, String names) throws IOException {
    three();

    Reply found = search("{'filterGroups':[{'filters':[" + filter + "]}]}");

    assertThat(found.json().path("results"))
        .extracting(r -> r.path("properties").path("firstname").asText())
        .containsExactlyInAnyOrder(names.split(","));
    assertThat(found.json().path("total").asInt()).isEqualTo(names.split(",").length);
  }

  @Test
  void filters_of_a_group_all_have_to_fit_and_one_group_is_enough() throws IOException {
    three();
    String small = "{'propertyName':'numemployees','operator':'LTE','value':'10'}";
    String open = "{'propertyName':'hs_lead_status','operator':'EQ','value':'OPEN'}";
    String cid = "{'propertyName':'firstname','operator':'EQ','value':'cid'}";

    Reply found =
        search(
            "{'filterGroups':[{'filters':["
                + small
                + ","
                + open
                + "]},{'filters':["
                + cid
                + "]}],'sorts':[{'propertyName':'numemployees','direction':'DESCENDING'}]}");

    assertThat(found.json().path("results"))
        .extracting(r -> r.path("properties").path("firstname").asText())
        .containsExactly("Cid", "Bob");
  }

  @Test
  void results_come_in_pages() throws IOException {
    three();

    Reply first = search("{'limit':2}");
    Reply second = search("{'limit':2,'after':'2'}");

    assertThat(first.json().at("/paging/next/after").asText()).isEqualTo("2");
    assertThat(second.json().path("results")).hasSize(1);
    assertThat(second.json().path("total").asInt()).isEqualTo(3);
  }

  @Test
  void a_change_is_not_found_before_the_index_has_it() throws IOException {
    String ann = ann();
    clock.tick(Duration.ofSeconds(10));
    portal.change("contacts", ann, Map.of("hs_lead_status", "OPEN"), "7");
    String open =
        "{'filterGroups':[{'filters':[{'propertyName':'hs_lead_status','operator':'EQ',"
            + "'value':'OPEN'}]}]}";

    assertThat(search(open).json().path("total").asInt()).isZero();
    clock.tick(Duration.ofSeconds(4));
    assertThat(search(open).json().path("total").asInt()).isEqualTo(1);
  }

  @Test
  void tasks_are_found_by_the_contact_they_belong_to() throws IOException {
    String ann = ann();
    String task = portal.create("tasks", Map.of("hs_timestamp", "1795342500000"), "7");
    app.call("PUT", TASKS + "/" + task + "/associations/default/contacts/" + ann, "");
    clock.tick(Duration.ofSeconds(4));

    Reply found =
        app.post(
            TASKS + "/search",
            json(
                "{'filterGroups':[{'filters':[{'propertyName':'associations.contact',"
                    + "'operator':'EQ','value':'"
                    + ann
                    + "'}]}]}"));

    assertThat(found.json().at("/results/0/id").asText()).isEqualTo(task);
  }

  @Test
  void what_hubspot_would_not_search_for_is_refused() throws IOException {
    assertThat(search("{'limit':201}").status()).isEqualTo(400);
    assertThat(search("{'limit':'x'}").status()).isEqualTo(400);
    assertThat(search("{'after':'9999','limit':10}").status()).isEqualTo(400);
    assertThat(
            search("{'filterGroups':[{'filters':[{'propertyName':'x','operator':'LIKE'}]}]}")
                .status())
        .isEqualTo(400);
  }

  private Reply search(String body) throws IOException {
    return app.post(CONTACTS + "/search", json(body));
  }

  private void three() {
    portal.createContact(
        Map.of(
            "firstname", "Ann",
            "hs_lead_status", "NEW",
            "numemployees", "9",
            "message", "A warehouse in the harbour, please"));
    clock.tick(Duration.ofMinutes(1));
    portal.createContact(
        Map.of("firstname", "Bob", "hs_lead_status", "OPEN", "numemployees", "10"));
    portal.createContact(Map.of("firstname", "Cid", "numemployees", "11"));
    clock.tick(Duration.ofMinutes(1));
  }
}

package dev.baton.hubspot.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.hubspot.client.HubSpotSearch.Condition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The calls that the connector does not make itself, exactly as they go over the wire. */
class HubSpotClientTest extends ClientOverTheWire {
  private final HubSpotObjects objects = new HubSpotObjects(api);
  private final HubSpotOAuth oauth = new HubSpotOAuth(wire, "app", "secret");

  @Test
  void a_record_is_archived() {
    answer(204, "");

    objects.archive("contacts", "501");

    sent("DELETE", "/crm/objects/2026-09/contacts/501", "");
  }

  @Test
  void ids_and_names_stay_one_part_of_the_path() {
    answer(200, "{}");

    objects.get("contacts", "../owners?x=1 #", List.of());

    assertThat(last().getUrl())
        .isEqualTo("/crm/objects/2026-09/contacts/..%2Fowners%3Fx%3D1%20%23");
  }

  @Test
  void many_records_are_changed_in_one_call() {
    answer(200, "{\"results\":[{\"id\":\"1\"}]}");

    var changed = objects.update("contacts", Map.of("1", Map.of("hs_lead_status", "NEW")));

    assertThat(changed).extracting(HubSpotObject::id).containsExactly("1");
    sent(
        "POST",
        "/crm/objects/2026-09/contacts/batch/update",
        "{\"inputs\":[{\"id\":\"1\",\"properties\":{\"hs_lead_status\":\"NEW\"}}]}");
  }

  @Test
  void a_batch_holds_a_hundred_records_at_most() {
    List<String> ids = Collections.nCopies(101, "1");

    assertThatThrownBy(() -> objects.read("contacts", ids, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_search_goes_on_page_by_page() {
    answer(200, "{\"total\":3,\"results\":[{\"id\":1}],\"paging\":{\"next\":{\"after\":\"1\"}}}");
    var search =
        new HubSpotSearch(
            List.of(new Condition("createdate", "GTE", "1795341600000")),
            "createdate",
            List.of("email"),
            200,
            "5");

    HubSpotPage<HubSpotObject> page = objects.search("contacts", search);

    assertThat(page.items()).extracting(HubSpotObject::id).containsExactly("1");
    assertThat(page.after()).contains("1");
    sent(
        "POST",
        "/crm/objects/2026-09/contacts/search",
        """
        {"filterGroups":[{"filters":[{"propertyName":"createdate","operator":"GTE","value":"1795341600000"}]}],
         "sorts":[{"propertyName":"createdate","direction":"ASCENDING"}],"properties":["email"],
         "limit":200,"after":"5"}""");
  }

  @Test
  void an_owner_is_read_or_missing() {
    answer(200, "{\"id\":\"77\",\"userId\":7,\"email\":\"bob@example.org\"}");
    var owners = new HubSpotOwners(api);

    assertThat(owners.get("77"))
        .contains(new HubSpotOwner("77", "7", "", "", "bob@example.org", false));
    sent("GET", "/crm/owners/2026-09/77", "");

    answer(404, "{}");
    assertThat(owners.get("78")).isEmpty();
  }

  @Test
  void a_list_of_owners_without_end_is_a_fault() {
    answer(200, "{\"results\":[],\"paging\":{\"next\":{\"after\":\"again\"}}}");

    assertThatThrownBy(() -> new HubSpotOwners(api).all(false)).hasMessageContaining("no end");
  }

  @Test
  void the_first_tokens_are_bought_with_the_code_of_a_consent() {
    answer(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":1800}");

    assertThat(oauth.exchanged("the code", "https://b.example/back", Optional.of("proof")))
        .isEqualTo(new HubSpotGrant.Granted("a", Duration.ofMinutes(30), "r"));
    sent(
        "POST",
        "/oauth/2026-03/token",
        "client_id=app&client_secret=secret&code=the%20code&code_verifier=proof"
            + "&grant_type=authorization_code&redirect_uri=https%3A%2F%2Fb.example%2Fback");
    assertThat(last().containsHeader("Authorization")).isFalse();
  }

  @Test
  void a_token_of_the_app_itself_is_bought_with_its_secret() {
    answer(200, "{\"access_token\":\"a\"}");

    assertThat(oauth.ofApp(List.of("one", "two")).access()).isEqualTo("a");
    sent(
        "POST",
        "/oauth/2026-03/token",
        "client_id=app&client_secret=secret&grant_type=client_credentials&scope=one%20two");
  }

  @Test
  void a_token_is_described() {
    answer(200, "{\"active\":true,\"hub_id\":11,\"user_id\":7,\"scopes\":[\"one\"]}");

    assertThat(oauth.describe("tok"))
        .isEqualTo(new HubSpotGrant.Described(true, "11", "7", List.of("one")));
    sent("POST", "/oauth/2026-03/token/introspect", "client_id=app&client_secret=secret&token=tok");

    answer(200, "{\"active\":false}");
    assertThat(oauth.describe("tok").active()).isFalse();
  }

  @Test
  void every_field_of_an_answer_may_be_missing_or_of_another_shape() {
    for (String body : List.of("", "{}", "[]", "7", "{\"results\":7,\"paging\":[]}", "null")) {
      answer(200, body);
      assertThat(objects.read("contacts", List.of("1"), List.of())).isEmpty();
      assertThat(new HubSpotOwners(api).all(true)).isEmpty();
      assertThat(new HubSpotProperties(api).all("contacts")).isEmpty();
      assertThat(new HubSpotAssociations(api).of("contacts", List.of("1"), "tasks")).isEmpty();
    }
    answer(200, "{\"id\":1,\"properties\":{\"a\":{\"b\":1},\"c\":2},\"updatedAt\":\"today\"}");
    var object = objects.get("contacts", "1", List.of()).orElseThrow();
    assertThat(object.properties()).isEqualTo(Map.of("c", "2"));
    assertThat(object.updatedAt()).isEmpty();
  }

  @Test
  void secrets_and_contact_data_are_not_printed() {
    assertThat(new HubSpotGrant.Granted("access", Duration.ZERO, "refresh").toString())
        .doesNotContain("access")
        .doesNotContain("refresh");
    assertThat(new HubSpotObject("1", Map.of("email", "ann@"), Optional.empty(), false).toString())
        .doesNotContain("ann@");
    assertThat(HubSpotRequest.form("/x?y=secret", Map.of("a", "secret")).toString())
        .isEqualTo("POST /x");
  }
}

package dev.baton.hubspot.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.baton.hubspot.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchesTest extends SandboxTest {
  BatchesTest() {
    super(SandboxSettings.defaults().withoutLimits());
  }

  @Test
  void what_is_missing_from_a_batch_is_an_error_among_the_results() throws IOException {
    String ann = ann();

    Reply some =
        app.post(
            CONTACTS + "/batch/read",
            json("{'properties':['firstname'],'inputs':[{'id':'" + ann + "'},{'id':'999999'}]}"));
    Reply all = app.post(CONTACTS + "/batch/read", json("{'inputs':[{'id':'" + ann + "'}]}"));

    assertThat(some.status()).isEqualTo(207);
    assertThat(some.json().path("results")).hasSize(1);
    assertThat(some.json().path("numErrors").asInt()).isEqualTo(1);
    assertThat(some.json().at("/errors/0/category").asText()).isEqualTo("OBJECT_NOT_FOUND");
    assertThat(some.json().at("/errors/0/context/ids/0").asText()).isEqualTo("999999");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.json().path("status").asText()).isEqualTo("COMPLETE");
  }

  @Test
  void a_batch_tells_the_past_of_at_most_fifty_records() throws IOException {
    String ann = ann();
    clock.tick(Duration.ofMinutes(1));
    portal.change("contacts", ann, Map.of("firstname", "Anna"), "7");
    String past = "{'propertiesWithHistory':['firstname','city'],'inputs':[%s]}";

    Reply told = app.post(CONTACTS + "/batch/read", json(past.formatted("{'id':'" + ann + "'}")));
    Reply tooMany =
        app.post(
            CONTACTS + "/batch/read",
            json(past.formatted(String.join(",", Collections.nCopies(51, "{'id':'5'}")))));

    JsonNode names = told.json().at("/results/0/propertiesWithHistory/firstname");
    assertThat(names).extracting(n -> n.path("value").asText()).containsExactly("Anna", "Ann");
    assertThat(names.at("/0/timestamp").asText()).isEqualTo("2026-11-22T10:01:00Z");
    assertThat(told.json().at("/results/0/propertiesWithHistory/city")).isEmpty();
    assertThat(tooMany.status()).isEqualTo(400);
  }

  @Test
  void a_batch_makes_changes_and_deletes_records() throws IOException {
    Reply made =
        app.post(
            CONTACTS + "/batch/create",
            json("{'inputs':[{'properties':{'email':'a@example.org'}},{'properties':{}}]}"));
    String first = made.json().at("/results/0/id").asText();
    Reply changed =
        app.post(
            CONTACTS + "/batch/update",
            json(
                "{'inputs':[{'id':'"
                    + first
                    + "','properties':{'phone':'1'}},{'id':'5','properties':{'phone':'1'}}]}"));
    Reply byAddress =
        app.post(
            CONTACTS + "/batch/read",
            json(
                "{'idProperty':'email','properties':['phone'],'inputs':[{'id':'a@example.org'}]}"));
    Reply archived =
        app.post(CONTACTS + "/batch/archive", json("{'inputs':[{'id':'" + first + "'}]}"));

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("results")).hasSize(2);
    assertThat(changed.status()).isEqualTo(207);
    assertThat(byAddress.json().at("/results/0/properties/phone").asText()).isEqualTo("1");
    assertThat(archived.status()).isEqualTo(204);
    assertThat(portal.record("contacts", first)).isEmpty();
  }

  @Test
  void an_upsert_makes_a_record_once_and_changes_it_then() throws IOException {
    String upsert =
        json(
            "{'inputs':[{'id':'a@example.org','idProperty':'email','properties':{'phone':'%s'}}]}");

    Reply first = app.post(CONTACTS + "/batch/upsert", upsert.formatted("1"));
    Reply second = app.post(CONTACTS + "/batch/upsert", upsert.formatted("2"));
    Reply wrong =
        app.post(
            CONTACTS + "/batch/upsert",
            json("{'inputs':[{'id':'Ann','idProperty':'firstname','properties':{}}]}"));

    assertThat(first.json().at("/results/0/new").asBoolean()).isTrue();
    assertThat(second.json().at("/results/0/new").asBoolean()).isFalse();
    assertThat(portal.records("contacts"))
        .singleElement()
        .satisfies(
            contact -> {
              assertThat(contact.value("email")).isEqualTo("a@example.org");
              assertThat(contact.value("phone")).isEqualTo("2");
            });
    assertThat(wrong.json().at("/errors/0/category").asText()).isEqualTo("VALIDATION_ERROR");
  }

  @Test
  void a_batch_has_at_most_a_hundred_inputs() throws IOException {
    String inputs = String.join(",", Collections.nCopies(101, json("{'id':'1'}")));

    assertThat(app.post(CONTACTS + "/batch/read", json("{'inputs':[" + inputs + "]}")).status())
        .isEqualTo(400);
    assertThat(app.post(CONTACTS + "/batch/read", "{}").status()).isEqualTo(400);
    assertThat(app.post(CONTACTS + "/batch/upsert", json("{'inputs':['x']}")).status())
        .isEqualTo(207);
  }
}

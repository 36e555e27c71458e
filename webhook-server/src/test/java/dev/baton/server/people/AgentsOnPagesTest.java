package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.tag.Tag;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where agents work, what they hold and how they are told, on their pages. */
class AgentsOnPagesTest {
  private static final String ANN = "/users/agents/ann";

  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .tag(Tag.preferential("Villa").in("Houses"))
            .agent("Ann", "Harbour", "Villa", "PK_5")
            .agent("Bob", "Harbour")
            .start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "ed", Role.EDITOR, Optional.empty());
    eve = in("eve");
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private Person in(String name) {
    var person = new Person(acme.app().address());
    assertThat(person.logIn(name + "@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    return person;
  }

  private HttpResponse<String> save(String... more) {
    var fields = new HashMap<String, String>();
    fields.putAll(Map.of("name", "Ann", "email", "ann@example.org", "active", "yes"));
    for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
    return eve.fill(ANN, ANN, fields);
  }

  @Test
  void tags_are_ticked_under_their_collections_and_special_ones_typed() {
    assertThat(eve.get(ANN).body())
        .containsPattern("Houses <span class=\"hint\">1 of 1<")
        .containsPattern("value=\"Villa\" checked")
        .containsPattern("value=\"Harbour\" checked")
        .containsPattern("<textarea id=\"tags\"[^>]*></textarea>")
        .doesNotContainPattern("value=\"Old Town\" checked");

    save("held-0", "Old Town", "tags", "MAX_3_DAY\nold town");

    assertThat(eve.get(ANN).body())
        .containsPattern("value=\"Old Town\" checked")
        .containsPattern(">MAX_3_DAY</textarea>")
        .doesNotContainPattern("value=\"Villa\" checked");
    assertThat(eve.get("/users").body()).contains("MAX_3_DAY, Old Town");
  }

  @Test
  void locations_are_places_with_a_distance_or_without_a_maximum() {
    save(
        "place-name-0",
        "Office",
        "place-at-0",
        "52.52, 13.405",
        "place-radius-0",
        "40",
        "place-at-1",
        "-33.9,18.4");
    assertThat(eve.get(ANN).body())
        .contains("value=\"52.52, 13.405\"", "value=\"40\"", "value=\"-33.9, 18.4\"")
        .contains("place-name-2")
        .doesNotContain("place-name-3");
    assertThat(eve.get("/draft").body()).contains("Office", "40.0 km");

    HttpResponse<String> wrong =
        save("place-at-0", "99, 1", "place-at-1", "00000", "place-radius-1", "-1");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("3 things are wrong", "A latitude is from -90 to 90", "neither a zip code")
        .contains("blank for no maximum", "value=\"00000\"");
    save();
    assertThat(eve.get("/users").body()).containsPattern("Locations\">0<");
  }

  @Test
  void several_agents_are_changed_in_one_step() {
    HttpResponse<String> nothing = eve.fill("/users", "/users/several", Map.of());
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Tick the agents first.", "Say what is to change");
    var both = Map.of("pick-1", "ann", "pick-2", "bob");
    var wrong = new HashMap<>(both);
    wrong.put("add", "Castle");
    HttpResponse<String> unknown = eve.fill("/users", "/users/several", wrong);
    assertThat(unknown.statusCode()).isEqualTo(409);
    assertThat(unknown.body())
        .contains("there is no tag named Castle")
        .containsPattern("value=\"ann\" checked");

    var change = new HashMap<>(both);
    change.putAll(Map.of("add", "Old Town, PK_9", "take", "HARBOUR", "catchall", "yes"));
    assertThat(eve.fill("/users", "/users/several", change).statusCode()).isEqualTo(303);

    assertThat(eve.get("/users").body())
        .contains("Old Town, PK_5, PK_9, Villa", "Old Town, PK_9", "2 changes to publish")
        .doesNotContain("Harbour");
    eve.fill("/users", "/users/several", Map.of("pick-1", "bob", "active", "no"));
    assertThat(eve.get("/users").body()).contains("has left");
  }

  @Test
  void how_an_agent_is_told_is_changed_at_once_and_noted() {
    var right = new HashMap<String, String>();
    right.putAll(Map.of("by-EMAIL", "yes", "by-SMS", "yes", "mobile", "0049 (151) 12345-678"));
    right.putAll(Map.of("language", "de", "quietFrom", "21:30", "quietTo", "07:00"));
    right.putAll(Map.of("escalateTo", "SMS", "escalateAfter", "90", "copies", "boss@example.org"));
    assertThat(eve.fill(ANN + "/contact", ANN + "/contact", right).statusCode()).isEqualTo(303);
    assertThat(eve.get(ANN + "/contact").body())
        .contains("value=\"+4915112345678\"", "value=\"21:30\"", "value=\"90\"", "boss@example.org")
        .containsPattern("name=\"by-SMS\"[^>]*checked")
        .doesNotContain("to publish");
    assertThat(eve.get("/users").body()).contains("+4915112345678", ">de<");
    assertThat(eve.get("/audit").body())
        .contains("contact settings changed", "by EMAIL SMS; copies to boss@example.org");

    var wrong = new HashMap<String, String>();
    wrong.putAll(Map.of("mobile", "12", "language", "?", "quietFrom", "9", "copies", "a b@c"));
    wrong.putAll(Map.of("by-SLACK", "yes", "room-TEAMS", "http://127.0.0.1/secret"));
    wrong.putAll(Map.of("escalateTo", "SMS", "escalateAfter", "soon"));
    HttpResponse<String> refused = eve.fill(ANN + "/contact", ANN + "/contact", wrong);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("7 things are wrong", "value=\"12\"", "Give the address of the room")
        .as("the address of a room is a secret")
        .doesNotContain("127.0.0.1/secret");
  }

  @Test
  void a_test_message_says_whether_it_went_out() {
    HttpResponse<String> tried =
        eve.fill(ANN + "/contact", ANN + "/contact/test", Map.of("channel", "EMAIL"));
    assertThat(tried.body()).contains("No test message went out by e-mail: EMAIL is not set up.");
    assertThat(
            eve.fill(ANN + "/contact", ANN + "/contact/test", Map.of("channel", "PIGEON"))
                .statusCode())
        .isEqualTo(400);
    assertThat(eve.get("/users/agents/nobody/contact").statusCode()).isEqualTo(404);
    assertThat(in("ed").get(ANN + "/contact").statusCode()).isEqualTo(200);
  }
}

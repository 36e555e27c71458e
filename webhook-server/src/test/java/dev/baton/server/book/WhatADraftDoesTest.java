package dev.baton.server.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.account.Role;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.tag.Tag;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three leads came; drafts and tags are tried on them before anything holds. */
class WhatADraftDoesTest {
  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;

  @BeforeEach
  void open() {
    acme =
        new Installation(data, Optional.empty())
            .tag(Tag.preferential("Villa").weighing(70).in("Houses"))
            .agent("Ann", "Harbour", "PK_10")
            .agent("Bob", "Villa", "Zip: 90200-90299", "MAX_500_DAY")
            .start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    eve = new Person(acme.app().address());
    assertThat(eve.logIn("eve@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
    acme.leadArrives("A warehouse at the harbour");
    acme.leadArrives("Something at the harbour, or a villa");
    acme.leadArrives("A loft");
    await().atMost(Duration.ofSeconds(20)).until(() -> leads() == 3);
  }

  @AfterEach
  void close() {
    staff.close();
    acme.close();
  }

  private int leads() {
    String json = new Browserless().api(acme.app(), "/api/v1/leads").body();
    return json.split("\"receivedAt\"", -1).length - 1;
  }

  private static Map<String, String> tag(String name, String weight, String... more) {
    var fields = new java.util.HashMap<String, String>();
    fields.putAll(Map.of("name", name, "rule", "PREFERENTIAL", "weight", weight));
    fields.putAll(Map.of("collection", "Houses"));
    for (int i = 0; i < more.length; i += 2) fields.put(more[i], more[i + 1]);
    return fields;
  }

  @Test
  void a_draft_tells_who_would_have_got_which_of_the_last_leads_and_why() {
    eve.fill("/tags/edit?tag=Villa", "/tags/edit", tag("Villa", "5", "tag", "Villa"));

    String draft = eve.get("/draft").body();

    assertThat(draft).contains("Of the last 3 leads, 1 would have gone first to somebody else.");
    assertThat(draft)
        .contains("Bob would score 5 instead of 70 (Villa −65).")
        .containsPattern("data-label=\"From\">Bob</td><td data-label=\"To\">Ann<")
        .containsPattern("href=\"/leads/[0-9a-f-]{36}\">#");
    assertThat(draft)
        .containsPattern("row\">Ann</th><td[^>]*>2</td><td[^>]*>3</td><td[^>]*>\\+1<")
        .containsPattern("row\">Bob</th><td[^>]*>1</td><td[^>]*>0</td><td[^>]*>−1<");
  }

  @Test
  void somebody_who_falls_out_of_line_is_told_with_the_reason() {
    eve.fill("/tags/edit?tag=Harbour", "/tags/remove", Map.of("tag", "Harbour"));
    eve.fill("/users/agents/bob", "/users/agents/bob", Map.of("name", "Bob", "tags", "Villa"));

    String draft = eve.get("/draft").body();

    assertThat(draft).contains("Bob would have left.").contains("Of the last 3 leads,");
  }

  @Test
  void a_draft_that_changes_nothing_for_the_last_leads_says_so() {
    eve.fill("/tags/new", "/tags/new", tag("Penthouse", "70"));

    assertThat(eve.get("/draft").body())
        .contains("No difference: each of the last 3 leads would have gone first to whom it goes");
  }

  @Test
  void a_tag_is_tried_on_the_leads_of_the_last_week_and_kept_nowhere() {
    HttpResponse<String> tried = eve.fill("/tags/new", "/tags/try", tag("HARBOUR", "many"));

    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body())
        .contains("This would have matched 2 of the last week's leads (3).")
        .containsPattern("href=\"/leads/[0-9a-f-]{36}\">#")
        .as("what was typed stays")
        .contains("value=\"HARBOUR\"", "value=\"many\"");
    assertThat(eve.get("/draft").body()).contains("You have changed nothing");
    assertThat(eve.fill("/tags/new", "/tags/try", tag("Castle", "50")).body())
        .contains("This would have matched none of the last week's leads (3).");
    assertThat(eve.fill("/tags/new", "/tags/try", tag("MAX_3_DAY", "50")).body())
        .contains("is looked for in no lead");
    assertThat(eve.fill("/tags/new", "/tags/try", tag("Zip: 9-1", "50")).body())
        .contains("For example: Zip: 90200-90299");
  }

  @Test
  void a_price_and_how_it_falls_are_saved_shown_and_refused_where_they_are_wrong() {
    var right =
        tag(
            "Villa",
            "70",
            "tag",
            "Villa",
            "billable",
            "yes",
            "amount",
            "100",
            "currency",
            "eur",
            "discount",
            "COMPOUND",
            "percent",
            "10",
            "every",
            "2",
            "unit",
            "HOURS",
            "floor",
            "5,5");
    assertThat(eve.fill("/tags/edit?tag=Villa", "/tags/edit", right).statusCode()).isEqualTo(303);
    assertThat(eve.get("/tags").body()).contains("100.00 EUR, falling");
    assertThat(eve.get("/tags/edit?tag=Villa").body())
        .contains("value=\"100.00\"", "value=\"5.50\"", "value=\"COMPOUND\" selected");
    var wrong =
        tag(
            "Villa",
            "70",
            "tag",
            "Villa",
            "billable",
            "yes",
            "amount",
            "0.49",
            "currency",
            "XYZW",
            "discount",
            "LINEAR",
            "percent",
            "0",
            "every",
            "x",
            "unit",
            "YEARS",
            "floor",
            "1");
    HttpResponse<String> refused = eve.fill("/tags/edit?tag=Villa", "/tags/edit", wrong);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body())
        .contains("5 things are wrong", "A price is 0.50 or more", "value=\"0.49\"");
    var high = new java.util.HashMap<>(right);
    high.put("floor", "200");
    assertThat(eve.fill("/tags/edit?tag=Villa", "/tags/edit", high).body())
        .contains("The least price is not above the price.");
    eve.fill("/tags/edit?tag=Villa", "/tags/edit", tag("Villa", "70", "tag", "Villa"));
    assertThat(eve.get("/tags").body()).as("no box, no price").doesNotContain("EUR");
  }

  @Test
  void several_tags_are_changed_or_removed_in_one_step() {
    HttpResponse<String> nothing = eve.fill("/tags", "/tags/several", Map.of("do", "change"));
    assertThat(nothing.statusCode()).isEqualTo(400);
    assertThat(nothing.body()).contains("Tick the tags first.", "Choose a rule, a weight or");
    HttpResponse<String> wrong =
        eve.fill(
            "/tags", "/tags/several", Map.of("do", "change", "pick-1", "Villa", "weight", "x"));
    assertThat(wrong.body())
        .containsPattern("value=\"Villa\" checked")
        .doesNotContainPattern("value=\"Harbour\" checked");

    var both = Map.of("pick-1", "Villa", "pick-2", "Harbour");
    var change = new java.util.HashMap<>(both);
    change.putAll(Map.of("do", "change", "weight", "99", "collection", "Kept"));
    assertThat(eve.fill("/tags", "/tags/several", change).statusCode()).isEqualTo(303);
    assertThat(eve.get("/tags").body())
        .containsPattern(">Villa</a></th>.*>preferential</td>.*>99</td>.*>Kept</td>")
        .containsPattern(">Harbour</a></th>.*>99</td>.*>Kept</td>")
        .contains("2 changes to publish");
    var remove = new java.util.HashMap<>(both);
    remove.put("do", "remove");
    eve.fill("/tags", "/tags/several", remove);
    assertThat(eve.get("/tags").body()).doesNotContain(">Villa</a>", ">Harbour</a>");
    assertThat(eve.get("/users/agents/bob").body()).doesNotContain("Villa");
  }

  @Test
  void special_tags_are_listed_with_what_they_do_and_who_holds_them() {
    assertThat(eve.get("/tags").body())
        .contains("3 special tags", "Adds 10 to the score", "At most 500 leads a day")
        .contains("Matches leads from zip codes 90200 to 90299")
        .containsPattern(">PK_10</th>[^/]+</td><td data-label=\"Held by\">\\s*<a[^>]*ann\">Ann<");
  }
}

package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags, agents and accounts are changed on the pages: into a draft, and by publishing. */
class ChangingTheBookTest {
  @TempDir Path data;
  private Installation acme;
  private Staff staff;
  private Person eve;
  private Person max;

  @BeforeEach
  void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
    staff.add(Installation.ACME, "max", Role.ADMIN, Optional.empty());
    eve = in("eve");
    max = in("max");
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

  private static Map<String, String> tag(String name, String weight) {
    return Map.of("name", name, "rule", "PREFERENTIAL", "weight", weight, "collection", "Places");
  }

  /** Whom the line would begin with for a lead with these words. */
  private String tagsFoundIn(String words) {
    var request =
        java.net.http.HttpRequest.newBuilder(
                acme.app().address().resolve("/api/v1/route?dryRun=true"))
            .header("X-Auth-Token", Installation.API_TOKEN)
            .header("Content-Type", "application/json")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "{\"subject\":\"" + words + "\"}"));
    return new Browserless().send(request).body();
  }

  @Test
  void a_new_tag_holds_from_when_it_is_published_and_is_told_in_history_and_audit_log() {
    HttpResponse<String> saved = eve.fill("/tags/new", "/tags/new", tag("Villa", "70"));
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
    assertThat(eve.get("/tags").body()).contains("Villa", "1 change to publish");
    assertThat(max.get("/tags").body()).as("another's draft").doesNotContain("Villa");
    assertThat(tagsFoundIn("a villa")).doesNotContain("Villa");
    assertThat(eve.get("/draft").body())
        .contains("tag added", "Villa", "70")
        .as("nobody holds it")
        .contains("Probably not meant");

    eve.fill("/draft", "/draft/publish", Map.of());

    assertThat(tagsFoundIn("a villa")).contains("Villa");
    assertThat(max.get("/tags").body()).contains("Villa").doesNotContain("to publish");
    assertThat(eve.get("/history").body()).contains("Revision 2", "eve");
    assertThat(eve.get("/history/2").body()).contains("Villa");
    assertThat(eve.get("/audit").body()).contains("published", "revision 2", "Villa added");
    eve.fill("/history/1", "/history/1/restore", Map.of());
    assertThat(eve.get("/draft").body()).contains("tag removed", "Villa");
    acme.restart();
    assertThat(tagsFoundIn("a villa")).as("the company file does not undo it").contains("Villa");
  }

  @Test
  void of_two_who_publish_at_once_the_second_sees_what_the_first_did() {
    eve.fill("/tags/new", "/tags/new", tag("Villa", "70"));
    eve.fill("/tags/edit?tag=Harbour", "/tags/edit", edited("Harbour", "60"));
    max.fill("/tags/new", "/tags/new", tag("Loft", "20"));
    max.fill("/tags/edit?tag=Harbour", "/tags/edit", edited("Harbour", "80"));
    eve.fill("/draft", "/draft/publish", Map.of());

    HttpResponse<String> second = max.fill("/draft", "/draft/publish", Map.of());

    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("eve", "published revision 2 before you");
    assertThat(second.body()).contains("You both changed this", "it was “50”", "“60”", "“80”");
    assertThat(tagsFoundIn("a loft")).as("nothing of it holds yet").doesNotContain("Loft");
    max.fill("/draft", "/draft/publish", Map.of());
    assertThat(tagsFoundIn("a villa or loft")).contains("Villa", "Loft");
    assertThat(eve.get("/tags").body()).contains(">80<").doesNotContain(">60<");
  }

  private static Map<String, String> edited(String name, String weight) {
    return Map.of(
        "tag", name, "name", name, "rule", "PREFERENTIAL", "weight", weight, "collection", "");
  }

  @Test
  void a_tag_that_is_called_otherwise_stays_with_those_who_hold_it() {
    eve.fill(
        "/tags/edit?tag=Harbour",
        "/tags/edit",
        Map.of(
            "tag",
            "Harbour",
            "name",
            "Port",
            "rule",
            "EXCLUSIVE",
            "weight",
            "50",
            "collection",
            ""));
    assertThat(eve.get("/users/agents/ann").body()).contains("Port").doesNotContain("Harbour");
    eve.fill("/tags/edit?tag=Port", "/tags/remove", Map.of("tag", "Port"));
    assertThat(eve.get("/users/agents/ann").body()).doesNotContain("Port");
  }

  @Test
  void a_form_says_all_that_is_wrong_and_keeps_what_was_typed() {
    HttpResponse<String> wrong =
        eve.fill(
            "/tags/new",
            "/tags/new",
            Map.of("name", "a, b", "rule", "SOMETIMES", "weight", "much", "collection", "Kept"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("3 things are wrong", "value=\"a, b\"", "value=\"much\"", "value=\"Kept\"");
    assertThat(eve.get("/draft").body()).contains("You have changed nothing");
    HttpResponse<String> twice = eve.fill("/tags/new", "/tags/new", tag("HARBOUR", "1"));
    assertThat(twice.statusCode()).as("there is one called so").isEqualTo(409);
  }

  @Test
  void an_agent_is_added_changed_and_switched_off() {
    eve.fill(
        "/users/new",
        "/users/new",
        Map.of(
            "name",
            "Bea <i>New</i>",
            "email",
            "bea@example.com",
            "tags",
            "Harbour\nRange: $1-$5",
            "active",
            "yes"));
    assertThat(eve.get("/users").body())
        .contains("Bea &lt;i&gt;New&lt;/i&gt;", "Range: $1-$5", "bea@example.com")
        .doesNotContain("<i>New");
    HttpResponse<String> form =
        eve.fill(
            "/users/new",
            "/users/new",
            Map.of("name", "", "email", "no address", "tags", "Range: wrong"));
    assertThat(form.statusCode()).isEqualTo(400);
    assertThat(form.body()).contains("value=\"no address\"", "Range: wrong");
    HttpResponse<String> special =
        eve.fill(
            "/users/agents/ann",
            "/users/agents/ann",
            Map.of("name", "ann", "email", "ann@example.org", "tags", "Zip: 9-1", "active", "yes"));
    assertThat(special.statusCode()).isEqualTo(409);
    assertThat(special.body()).contains("Zip: 9-1");
    eve.fill("/users/agents/ann", "/users/agents/ann/availability", Map.of("available", "no"));
    assertThat(max.get("/users/agents/ann").body()).contains("Available: no");
    assertThat(tagsFoundIn("harbour")).contains("NOT_AVAILABLE");
  }

  @Test
  void somebody_is_invited_and_his_role_is_changed_by_others_only() {
    HttpResponse<String> invited =
        eve.fill(
            "/users/accounts/new",
            "/users/accounts/new",
            Map.of("name", "Ed", "email", "ed@example.com", "role", "EDITOR"));
    Matcher link = Pattern.compile("http[^<]+/password/[^<]+").matcher(invited.body());
    assertThat(link.find()).as(invited.body()).isTrue();
    Person ed = new Person(acme.app().address());
    String path = URI.create(link.group()).getPath();
    ed.post(path, Map.of("password", "Editor-99", "again", "Editor-99"));
    assertThat(ed.get("/users").statusCode()).isEqualTo(200);
    assertThat(ed.get("/users/accounts/new").statusCode()).isEqualTo(403);
    String users = eve.get("/users").body();
    String his = account(users, "Ed");
    assertThat(ed.fill("/account", his + "/role", Map.of("role", "ADMIN")).statusCode())
        .as("an admin role for oneself")
        .isEqualTo(403);
    String hers = account(users, "eve");
    assertThat(eve.fill("/account", hers + "/role", Map.of("role", "AGENT")).body())
        .contains("You cannot change your own role");
    eve.fill(his, his + "/leave", Map.of());
    assertThat(ed.get("/users").statusCode()).as("his sessions ended").isEqualTo(303);
    assertThat(ed.logIn("ed@example.com", "Editor-99").statusCode()).isEqualTo(401);
    assertThat(eve.get("/audit").body()).contains("account added", "account ended");
  }

  private static String account(String users, String name) {
    Matcher found =
        Pattern.compile("href=\"(/users/accounts/[^\"]+)\">" + name + "<").matcher(users);
    assertThat(found.find()).as(users).isTrue();
    return found.group(1);
  }

  @Test
  void another_companys_people_agents_and_revisions_are_not_there() {
    new dev.baton.store.JdbcCompanies(staff.database())
        .put(
            new dev.baton.company.Company(
                new dev.baton.company.CompanyId("other"), "Other", java.time.ZoneOffset.UTC));
    var oz =
        staff.add(new dev.baton.company.CompanyId("other"), "oz", Role.ADMIN, Optional.empty());
    Person other = in("oz");
    assertThat(other.get("/users").body())
        .doesNotContain("ann@example", "eve@example", "/users/agents/");
    assertThat(other.get("/users/agents/ann").statusCode()).isEqualTo(404);
    assertThat(other.get("/history/1").statusCode()).isEqualTo(404);
    assertThat(other.get("/audit").body()).doesNotContain("eve@");
    assertThat(eve.get("/users/accounts/" + oz.id()).statusCode()).isEqualTo(404);
    assertThat(
            eve.fill("/account", "/users/accounts/" + oz.id() + "/role", Map.of("role", "AGENT"))
                .statusCode())
        .isEqualTo(404);
  }
}

package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.agent.Distribution;
import dev.baton.agent.Team;
import dev.baton.company.Company;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.Installation;
import dev.baton.server.http.Access;
import dev.baton.server.http.Route;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.tag.Tag;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever customers, agents and CRMs write is shown as text on every page, and never runs. */
class NothingRunsTest {
  /** Ways out of text, of an attribute in either quotes, of a title, a comment and a script. */
  private static final List<String> CORPUS =
      List.of(
          "<canary-a onload=x>",
          "\"><canary-a>",
          "'><canary-a>",
          "</title><canary-a>",
          "--><canary-a>",
          "</textarea><canary-a>",
          "</script><script>canary()</script>",
          "<img src=x onerror=canary()>",
          "<svg/onload=canary()>",
          "\" onmouseover=\"canary()",
          "' autofocus onfocus='canary()",
          "&lt;canary-a&gt;<canary-a>",
          "javascript:canary()");

  /** What a browser would take for more than text. */
  private static final Pattern RUNS =
      Pattern.compile(
          "<canary-a|<script>canary|<img src=x|<svg/onload"
              + "|(href|src|action)=[\"']?\\s*javascript:",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG =
      Pattern.compile("<[a-zA-Z][^\\s<>/\"]*(?:\\s+[a-zA-Z:-]+(?:=\"[^\"]*\")?)*\\s*/?>");
  private static final Pattern ATTRIBUTE = Pattern.compile("\\s([a-zA-Z:-]+)(?:=\"[^\"]*\")?");

  /** What of a page would run: written tags, and attributes written out of their quotes. */
  private static List<String> running(String page) {
    var running = new ArrayList<>(RUNS.matcher(page).results().map(r -> r.group()).toList());
    Matcher tag = TAG.matcher(page);
    while (tag.find()) {
      Matcher attribute = ATTRIBUTE.matcher(tag.group());
      while (attribute.find()) {
        if (attribute.group(1).startsWith("on")) running.add(tag.group());
      }
    }
    return running;
  }

  @Test
  void what_would_run_is_seen() {
    for (String text : CORPUS.subList(1, 10)) {
      assertThat(running("<input value=\"" + text + "\">" + text)).as(text).isNotEmpty();
    }
    assertThat(running("<a href=\"javascript:canary()\">x</a>")).isNotEmpty();
    assertThat(running("<b title=\"&#34; onclick=&#34;x\">\" onclick=\"x</b>")).isEmpty();
  }

  private static Installation acme;
  private static Staff staff;
  private static Person admin;
  private static String agent;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("Ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "ada", Role.ADMIN, Optional.empty());
    admin = new Person(acme.app().address());
    admin.logIn("ada@example.com", Staff.PASSWORD);
    agent = "ann";
    publishWhatNobodyShouldBeCalled();
    for (String text : CORPUS) {
      acme.portal()
          .createContact(
              Map.of(
                  "firstname", text,
                  "lastname", text,
                  "email", "canary" + CORPUS.indexOf(text) + "@customer.example",
                  "company", text,
                  "city", text,
                  "message", "harbour " + text));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get("/dashboard").body().contains(">" + CORPUS.size() + "<"));
  }

  private static void publishWhatNobodyShouldBeCalled() {
    var companies = new JdbcCompanies(staff.database());
    companies.put(new Company(Installation.ACME, "Acme \"><canary-a>", ZoneOffset.UTC));
    var tags = new ArrayList<Tag>(List.of(Tag.preferential("Harbour")));
    for (String text : CORPUS) {
      String name = text.replace(",", "");
      tags.add(Tag.preferential(name).in(text));
    }
    var held = new java.util.HashSet<String>(Set.of("Harbour"));
    tags.forEach(tag -> held.add(tag.name().text()));
    var books = new JdbcRoutingBooks(staff.database());
    BookDraft before = books.current(Installation.ACME).content();
    List<Agent> agents =
        before.agents().stream()
            .map(
                known ->
                    new Agent(
                        known.id(),
                        "Ann '\"><canary-a>",
                        known.email(),
                        held,
                        true,
                        false,
                        known.crm()))
            .toList();
    var published =
        books.publish(
            Installation.ACME,
            new BookDraft(
                tags,
                agents,
                List.of(
                    Team.of(
                            "team",
                            Distribution.BY_SCORE,
                            List.of(Team.Member.of(new AgentId("ann"))))
                        .named("Team \"><canary-a>")),
                RoutingSettings.DEFAULT),
            "Ada <canary-a>",
            Instant.now());
    assertThat(published.toString()).contains("Published");
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static List<String> addresses(Route route) {
    var addresses = new ArrayList<String>();
    if (route.pattern().contains("{")) {
      for (String id : List.of(agent, "1", "team", "acme-hubspot", "in", "out")) {
        addresses.add(route.pattern().replaceAll("\\{[^}]+}", id));
      }
      return addresses;
    }
    addresses.add(route.pattern());
    for (String text : CORPUS) {
      String value = URLEncoder.encode(text, StandardCharsets.UTF_8);
      addresses.add(
          route.pattern()
              + "?q="
              + value
              + "&tag="
              + value
              + "&team="
              + value
              + "&agent="
              + value
              + "&from="
              + value
              + "&source="
              + value
              + "&next="
              + value
              + "&done="
              + value
              + "&name="
              + value
              + "&email="
              + value
              + "&by="
              + value
              + "&tags-of=ann");
    }
    return addresses;
  }

  @Test
  void on_no_page_does_anything_that_was_written_become_more_than_text() {
    int shown = 0;
    int asked = 0;
    for (Route route : acme.app().routes()) {
      boolean page = route.access() instanceof Access.SignedIn || route.access() == Access.GATE;
      if (!page || !route.method().equals("GET") || route.pattern().endsWith(".csv")) continue;
      for (String address : addresses(route)) {
        HttpResponse<String> answer = admin.get(address);
        assertThat(answer.statusCode()).as(address).isLessThan(500);
        assertThat(running(answer.body())).as(address).isEmpty();
        if (answer.body().contains("&lt;canary-a")) shown++;
        asked++;
      }
    }
    assertThat(asked).isGreaterThan(200);
    assertThat(shown).as("pages that show it as text").isGreaterThan(100);
  }

  @Test
  void what_is_typed_into_a_form_comes_back_as_text() {
    for (String text : CORPUS) {
      HttpResponse<String> answer =
          admin.fill(
              "/tags/new",
              "/tags/new",
              Map.of("name", text + ",", "rule", text, "weight", text, "collection", text));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(running(answer.body())).as(text).isEmpty();
    }
  }
}

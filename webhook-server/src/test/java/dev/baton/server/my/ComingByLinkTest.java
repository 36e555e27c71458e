package dev.baton.server.my;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Account;
import dev.baton.account.LoginTries;
import dev.baton.account.Role;
import dev.baton.agent.Agent;
import dev.baton.agent.AgentId;
import dev.baton.company.Company;
import dev.baton.company.CompanyId;
import dev.baton.routing.BookDraft;
import dev.baton.routing.RoutingSettings;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.OwnLanguage;
import dev.baton.server.people.OwnLink;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import dev.baton.store.JdbcAccounts;
import dev.baton.store.JdbcCompanies;
import dev.baton.store.JdbcRoutingBooks;
import dev.baton.store.Sealing;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way in by an agent's link: for him alone, to his own leads, and for nobody else's machine.
 */
class ComingByLinkTest {
  private static final CompanyId GLOBEX = new CompanyId("globex");

  @TempDir static Path data;
  private static Installation acme;
  private static Staff staff;

  @BeforeAll
  static void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Harbour")
            .agent("cat", "Harbour")
            .agent("dan", "Harbour")
            .agent("eva", "Harbour")
            .agent("gil", "Harbour")
            .agent("pia", "Harbour")
            .start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "max", Role.ADMIN, Optional.empty());
    new JdbcCompanies(staff.database()).put(new Company(GLOBEX, "Globex", ZoneOffset.UTC));
    new JdbcRoutingBooks(staff.database())
        .publish(
            GLOBEX,
            new BookDraft(
                List.of(),
                List.of(
                    new Agent(
                        new AgentId("ann"),
                        "Ann of Globex",
                        "ann@globex.example",
                        Set.of(),
                        true,
                        false,
                        Map.of())),
                RoutingSettings.DEFAULT),
            "test",
            Instant.now());
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static String link(String agent) {
    return OwnLink.of(staff.database(), data, Installation.ACME, agent);
  }

  private static Person somebody() {
    return new Person(acme.app().address());
  }

  private static Person admin() {
    Person max = somebody();
    max.logIn("max@example.com", Staff.PASSWORD);
    return max;
  }

  private static JdbcAccounts accounts() {
    return new JdbcAccounts(staff.database(), new Sealing(new byte[32]));
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void a_mail_scanner_that_opens_the_link_and_presses_at_once_is_not_in() {
    Person scanner = somebody();
    HttpResponse<String> looked = scanner.get(link("ann"));
    assertThat(looked.statusCode()).isEqualTo(200);
    assertThat(looked.body()).contains("Your leads at Acme", "<b>ann</b>", "Open my leads");
    HttpResponse<String> pressed =
        scanner.post(link("ann"), Map.of("nonce", Browserless.nonce(looked.body())));

    assertThat(pressed.statusCode()).isEqualTo(400);
    assertThat(pressed.body()).contains("That was very quick", "Open my leads");
    assertThat(scanner.post(link("ann"), Map.of()).statusCode()).isEqualTo(400);
    assertThat(scanner.cookie()).isEmpty();
    assertThat(accounts().ofAgent(Installation.ACME, new AgentId("ann")))
        .as("looking and scanning leave nothing behind")
        .isEmpty();
  }

  @Test
  void another_site_presses_for_nobody() {
    var http = new Browserless();
    var address = acme.app().address().resolve(link("ann"));
    String nonce = Browserless.nonce(http.get(address).body());
    HttpResponse<String> pressed =
        http.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString("nonce=" + nonce)));
    assertThat(pressed.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(pressed.statusCode()).isEqualTo(400);
  }

  @Test
  void who_presses_is_in_to_his_own_leads_and_nothing_more() {
    Person bob = somebody();
    HttpResponse<String> in = bob.comeBy(link("bob"));

    assertThat(where(in)).isEqualTo("/my");
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=2592000");
    assertThat(bob.get("/my").body()).contains("My leads", "You have no leads yet");
    assertThat(where(bob.get("/begin"))).isEqualTo("/my");
    for (String closed : List.of("/users", "/dashboard", "/account", "/audit")) {
      HttpResponse<String> answer = bob.get(closed);
      assertThat(answer.statusCode()).as(closed).isEqualTo(403);
      assertThat(answer.body()).contains("Your link opens your own leads");
    }
    assertThat(where(bob.get(link("bob")))).as("who is in goes straight there").isEqualTo("/my");
    assertThat(bob.get(link("cat")).body()).as("of somebody else").contains("<b>cat</b>");
    assertThat(admin().get("/audit").body()).contains("came by link", "bob");
    assertThat(admin().get("/users").body()).as("an agent as before").contains("bob");
    bob.fill("/my", "/logout", Map.of());
    assertThat(where(bob.get("/my"))).isEqualTo("/login?next=%2Fmy");
    assertThat(bob.get("/login?next=%2Fmy").body()).contains("Agents need no password");
  }

  @Test
  void a_replaced_link_says_so_and_whoever_came_by_it_is_out() {
    String old = link("cat");
    Person cat = somebody();
    cat.comeBy(old);
    Person thief = somebody();
    thief.steal(cat);
    assertThat(thief.get("/my").statusCode()).isEqualTo(200);

    Person max = admin();
    HttpResponse<String> made = max.fill("/users/agents/cat", "/users/agents/cat/link", Map.of());

    assertThat(made.body()).contains(link("cat"), "This installation sends no mail");
    assertThat(link("cat")).isNotEqualTo(old);
    assertThat(where(thief.get("/my"))).startsWith("/login");
    for (HttpResponse<String> answer :
        List.of(thief.get(old), thief.post(old, Map.of("nonce", "x")))) {
      assertThat(answer.statusCode()).isEqualTo(410);
      assertThat(answer.body()).contains("This link was replaced", "every message");
    }
    assertThat(max.get("/audit").body()).contains("link replaced");
    cat.comeBy(link("cat"));
    assertThat(cat.get("/my").statusCode()).isEqualTo(200);
    assertThat(max.fill("/users", "/users/agents/nobody/link", Map.of()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_mistyped_link_opens_nothing() {
    assertThat(somebody().get("/a/nobodys").statusCode()).isEqualTo(404);
    assertThat(somebody().post("/a/nobodys", Map.of("nonce", "x")).statusCode()).isEqualTo(404);
    assertThat(somebody().get(link("ann") + "x").body()).contains("This link opens nothing");
  }

  private static HttpResponse<String> asReaderOf(String languages, String path) {
    return new Browserless()
        .send(
            HttpRequest.newBuilder(acme.app().address().resolve(path))
                .header("Accept-Language", languages));
  }

  @Test
  void an_agents_link_speaks_his_language_whatever_the_machine_speaks() {
    OwnLanguage.choose(staff.database(), Installation.ACME, "gil", "de");
    assertThat(asReaderOf("en-US", link("gil")).body())
        .contains("lang=\"de\"", "Ihre Leads bei Acme", "Dieser Link lässt <b>gil</b> ein")
        .contains("Meine Leads öffnen");
    Person gil = somebody();
    assertThat(gil.post(link("gil"), Map.of("nonce", "x")).body())
        .contains("Bitte drücken Sie noch einmal, auf dieser Seite.");
    assertThat(asReaderOf("de", link("ann")).body()).contains("lang=\"en\"", "Open my leads");
  }

  @Test
  void a_link_of_nobody_speaks_the_language_of_the_machine() {
    assertThat(asReaderOf("de-AT, en;q=0.5", "/a/nobodys").body())
        .contains("lang=\"de\"", "Dieser Link öffnet nichts", "Vielleicht fehlt ein Teil davon.");
    assertThat(asReaderOf("fr", "/a/nobodys").body())
        .contains("lang=\"en\"", "This link opens nothing");
  }

  @Test
  void a_link_of_another_company_opens_that_company_alone() {
    String theirs = OwnLink.of(staff.database(), data, GLOBEX, "ann");
    assertThat(theirs).isNotEqualTo(link("ann"));
    Person ann = somebody();
    ann.comeBy(theirs);

    assertThat(ann.get("/my").body()).contains("Globex").doesNotContain("Acme");
    assertThat(ann.get(link("ann")).statusCode()).as("the same id elsewhere").isEqualTo(200);
  }

  @Test
  void a_link_that_is_opened_again_and_again_rests_for_a_while() {
    Person dan = somebody();
    String nonce = Browserless.nonce(dan.get(link("dan")).body());
    HttpResponse<String> first = dan.comeBy(link("dan"));
    assertThat(first.statusCode()).isEqualTo(303);
    for (int i = 1; i < LoginTries.AT_MOST; i++) {
      assertThat(dan.post(link("dan"), Map.of("nonce", nonce)).statusCode()).isEqualTo(303);
    }
    HttpResponse<String> more = dan.post(link("dan"), Map.of("nonce", nonce));
    assertThat(more.statusCode()).isEqualTo(429);
    assertThat(more.body()).contains("opened too often");
  }

  @Test
  void who_came_by_link_can_be_given_a_password_and_be_shut_out() {
    Person eva = somebody();
    eva.comeBy(link("eva"));
    Person max = admin();
    assertThat(max.get("/users/agents/eva").body()).contains("Give a log-in by password");
    HttpResponse<String> invited =
        max.fill(
            "/users/accounts/new",
            "/users/accounts/new",
            Map.of("name", "Eva", "email", "eva@example.com", "role", "AGENT", "agent", "eva"));
    assertThat(invited.statusCode()).as(invited.body()).isEqualTo(200);
    Account account = accounts().ofAgent(Installation.ACME, new AgentId("eva")).orElseThrow();
    assertThat(account.email()).isPresent();
    assertThat(eva.get("/my").statusCode()).as("she stays where she is").isEqualTo(200);
    max.fill(
        "/users/accounts/" + account.id(), "/users/accounts/" + account.id() + "/leave", Map.of());

    assertThat(where(eva.get("/my"))).startsWith("/login");
    assertThat(eva.comeBy(link("eva")).statusCode()).isEqualTo(410);
  }

  @Test
  void an_agent_with_a_password_begins_with_his_own_leads() {
    staff.add(Installation.ACME, "pat", Role.AGENT, Optional.of(new AgentId("pia")));
    Person pat = somebody();
    assertThat(where(pat.logIn("pat@example.com", Staff.PASSWORD))).isEqualTo("/begin");
    assertThat(where(pat.get("/begin"))).isEqualTo("/my");
    assertThat(pat.get("/my").body()).contains("My leads", "/account").doesNotContain("/dashboard");
    assertThat(where(pat.get(link("pia")))).as("it is his own").isEqualTo("/my");
  }

  @Test
  void an_admin_who_answers_no_leads_is_told_so() {
    HttpResponse<String> answer = admin().get("/my");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No leads of your own");
  }
}

package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.LoginTries;
import dev.baton.account.Permission;
import dev.baton.account.Role;
import dev.baton.agent.AgentId;
import dev.baton.server.Installation;
import dev.baton.server.http.Access;
import dev.baton.server.http.Route;
import dev.baton.server.security.OneTimeCodes;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who comes in, who does not, and what each may do then. */
class ComingInTest {
  @TempDir static Path data;
  private static Installation acme;
  private static Staff staff;

  @BeforeAll
  static void open() {
    acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
    Person first = new Person(acme.app().address());
    firstOneSignsUp(first);
    staff = new Staff(data);
    for (Role role : Role.values()) {
      staff.add(
          Installation.ACME, role.name().toLowerCase(java.util.Locale.ROOT), role, agent(role));
    }
  }

  private static Optional<AgentId> agent(Role role) {
    return role == Role.AGENT ? Optional.of(new AgentId("ann")) : Optional.empty();
  }

  /** The page is open while nobody can come in; without mail, one goes straight on. */
  private static void firstOneSignsUp(Person first) {
    HttpResponse<String> wrong =
        first.post("/signup", Map.of("company", "", "name", "", "email", "x", "zone", "Mars"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("4 things are wrong").contains("value=\"Mars\"");
    HttpResponse<String> signedUp =
        first.post(
            "/signup",
            Map.of(
                "company",
                "Globex & Söhne",
                "name",
                "Flo First",
                "email",
                "flo@globex.example",
                "zone",
                "Europe/Berlin"));
    assertThat(signedUp.statusCode()).as(signedUp.body()).isEqualTo(303);
    String link = signedUp.headers().firstValue("Location").orElseThrow();
    assertThat(first.get(link).body()).contains("Flo First").contains("flo@globex.example");
    assertThat(first.post(link, Map.of("password", "short", "again", "other")).body())
        .contains("at least 8 characters")
        .contains("not the same")
        .doesNotContain("short");
    HttpResponse<String> set =
        first.post(link, Map.of("password", "Globex-2026", "again", "Globex-2026"));
    assertThat(set.statusCode()).isEqualTo(303);
    assertThat(first.get("/account").body()).contains("Globex &amp; Söhne").contains("an admin");
    assertThat(first.get(link).statusCode()).as("the link is used up").isEqualTo(410);
    assertThat(first.get("/signup").statusCode()).as("nobody else").isEqualTo(403);
    assertThat(first.post("/signup", Map.of("company", "x")).statusCode()).isEqualTo(403);
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static Person somebody() {
    return new Person(acme.app().address());
  }

  private static Person in(Role role) {
    Person person = somebody();
    assertThat(person.logIn(role.name() + "@example.com", Staff.PASSWORD).headers().map())
        .containsKey("Set-Cookie");
    return person;
  }

  private static String where(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void a_stranger_is_sent_to_log_in_and_comes_back_to_where_he_wanted_to_go() {
    Person stranger = somebody();
    HttpResponse<String> sent = stranger.get("/audit?before=9");
    assertThat(where(sent)).isEqualTo("/login?next=%2Faudit%3Fbefore%3D9");
    assertThat(stranger.get(where(sent)).body()).contains("value=\"/audit?before=9\"");
    HttpResponse<String> in =
        stranger.post(
            "/login",
            Map.of(
                "email",
                "ADMIN@example.com",
                "password",
                Staff.PASSWORD,
                "next",
                "/audit?before=9"));
    assertThat(where(in)).isEqualTo("/audit?before=9");
    assertThat(stranger.get("/audit?before=9").statusCode()).isEqualTo(200);
  }

  @Test
  void nobody_is_sent_to_another_site_after_logging_in() {
    for (String next :
        new String[] {
          "//evil.example", "/\\evil.example", "https://evil.example", "evil", "/\t/e"
        }) {
      HttpResponse<String> in =
          somebody()
              .post(
                  "/login",
                  Map.of("email", "admin@example.com", "password", Staff.PASSWORD, "next", next));
      assertThat(where(in)).as(next).isEqualTo("/begin");
    }
  }

  @Test
  void the_cookie_can_be_read_by_no_script_and_sent_by_no_plain_connection() {
    HttpResponse<String> in = somebody().logIn("admin@example.com", Staff.PASSWORD);
    assertThat(in.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("__Host-baton=")
        .contains("; Secure", "; HttpOnly", "; SameSite=None", "; Partitioned", "; Path=/")
        .doesNotContain("Domain");
  }

  @Test
  void a_wrong_password_and_an_unknown_address_are_answered_alike() {
    HttpResponse<String> wrong = somebody().logIn("editor@example.com", "Wrong-1234");
    HttpResponse<String> unknown = somebody().logIn("nobody@example.com", "Wrong-1234");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body().replace("nobody@", "editor@")).isEqualTo(wrong.body());
    assertThat(wrong.body()).doesNotContain("Wrong-1234");
  }

  @Test
  void passwords_cannot_be_guessed_for_long_whether_or_not_there_is_such_an_account() {
    for (int i = 0; i < LoginTries.AT_MOST; i++) {
      assertThat(somebody().logIn("guess@example.com", "Wrong-" + i).statusCode()).isEqualTo(401);
    }
    assertThat(somebody().logIn("GUESS@example.com", "Wrong-11").statusCode()).isEqualTo(429);
    assertThat(somebody().logIn("admin@example.com", Staff.PASSWORD).statusCode()).isEqualTo(303);
  }

  @Test
  void who_logs_out_is_out_also_with_a_cookie_that_was_copied() {
    Person eve = in(Role.EDITOR);
    Person thief = somebody();
    thief.steal(eve);
    assertThat(thief.get("/account").statusCode()).isEqualTo(200);
    assertThat(where(eve.fill("/account", "/logout", Map.of()))).isEqualTo("/login");
    assertThat(thief.get("/account").statusCode()).isEqualTo(303);
  }

  @Test
  void no_other_site_presses_a_form() {
    Person admin = in(Role.ADMIN);
    assertThat(admin.post("/account/name", Map.of("name", "X")).statusCode()).isEqualTo(403);
    assertThat(admin.post("/account/name", Map.of("name", "X", "csrf", "guess")).statusCode())
        .isEqualTo(403);
    assertThat(admin.get("/account").body()).doesNotContain("value=\"X\"");
    assertThat(where(admin.fill("/account", "/account/name", Map.of("name", "Ada <b>Admin</b>"))))
        .isEqualTo("/account?done=name");
    assertThat(admin.get("/account").body())
        .contains("Ada &lt;b>Admin&lt;/b>")
        .doesNotContain("<b>Admin");
  }

  @Test
  void a_second_factor_is_asked_for_and_each_code_opens_once() {
    staff.add(Installation.ACME, "tim", Role.ADMIN, Optional.empty());
    Person tim = somebody();
    tim.logIn("tim@example.com", Staff.PASSWORD);
    String page = tim.get("/account/code").body();
    Matcher found = Pattern.compile("name=\"secret\" value=\"([^\"]+)\"").matcher(page);
    assertThat(found.find()).isTrue();
    String secret = found.group(1);
    assertThat(Base64.getDecoder().decode(secret)).hasSize(20);
    var codes = new OneTimeCodes();
    String wrong = codes.code(secret, Instant.EPOCH);
    assertThat(
            tim.fill("/account", "/account/code", Map.of("secret", secret, "code", wrong))
                .statusCode())
        .isEqualTo(400);
    Instant turnedOn = Instant.now();
    String code = codes.code(secret, turnedOn);
    tim.fill("/account", "/account/code", Map.of("secret", secret, "code", code));

    Person again = somebody();
    HttpResponse<String> half = again.logIn("tim@example.com", Staff.PASSWORD);
    assertThat(where(half)).startsWith("/login/code");
    assertThat(again.get("/account").statusCode()).as("only half in").isEqualTo(303);
    assertThat(again.post("/login/code", Map.of("code", wrong)).statusCode()).isEqualTo(401);
    assertThat(again.post("/login/code", Map.of("code", code)).statusCode())
        .as("a code that was used")
        .isEqualTo(401);
    String next = codes.code(secret, turnedOn.plusSeconds(30));
    assertThat(where(again.post("/login/code", Map.of("code", next)))).isEqualTo("/begin");
    assertThat(again.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void a_new_password_ends_every_session() {
    staff.add(Installation.ACME, "pam", Role.EDITOR, Optional.empty());
    Person pam = somebody();
    Person elsewhere = somebody();
    pam.logIn("pam@example.com", Staff.PASSWORD);
    elsewhere.logIn("pam@example.com", Staff.PASSWORD);
    HttpResponse<String> wrong =
        pam.fill(
            "/account",
            "/account/password",
            Map.of("current", "no", "password", "weak", "again", "other"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("3 things are wrong");
    pam.fill(
        "/account",
        "/account/password",
        Map.of("current", Staff.PASSWORD, "password", "New-2026-x", "again", "New-2026-x"));
    assertThat(elsewhere.get("/account").statusCode()).isEqualTo(303);
    assertThat(pam.get("/account").statusCode()).isEqualTo(303);
    assertThat(pam.logIn("pam@example.com", "New-2026-x").statusCode()).isEqualTo(303);
  }

  @Test
  void asking_for_a_link_tells_nobody_whether_there_is_an_account() {
    HttpResponse<String> known = somebody().post("/password", Map.of("email", "admin@example.com"));
    HttpResponse<String> unknown = somebody().post("/password", Map.of("email", "no@example.com"));
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(unknown.body().replace("no@", "admin@")).isEqualTo(known.body());
  }

  /** The matrix of roles, read off the routes themselves. */
  @Test
  void each_route_opens_to_exactly_the_roles_that_have_its_permission() {
    int tried = 0;
    for (Role role : Role.values()) {
      Person person = in(role);
      String csrf = person.csrf("/account");
      for (Route route : acme.app().routes()) {
        if (!(route.access() instanceof Access.SignedIn asked)) continue;
        if (route.pattern().equals("/logout") || route.pattern().startsWith("/account/")) continue;
        String path =
            route.pattern().replaceAll("\\{[^}]+}", "00000000-0000-0000-0000-000000000000");
        HttpResponse<String> answer =
            route.method().equals("GET")
                ? person.get(path)
                : person.post(path, new HashMap<>(Map.of("csrf", csrf)));
        boolean may = role.may(asked.permission());
        assertThat(answer.statusCode() == 403)
            .as("%s %s as %s: %s", route.method(), path, role, answer.statusCode())
            .isEqualTo(!may);
        assertThat(answer.statusCode()).as(route.pattern()).isLessThan(500);
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(6);
    assertThat(Role.AGENT.may(Permission.SEE_AUDIT)).isFalse();
  }

  private static HttpResponse<String> letIn(String json) {
    return new dev.baton.server.Browserless()
        .send(
            java.net.http.HttpRequest.newBuilder(acme.app().address().resolve("/api/v1/accounts"))
                .header("X-Auth-Token", Installation.API_TOKEN)
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void a_program_lets_in_the_first_admin_of_a_company_whose_configuration_is_a_file() {
    HttpResponse<String> answer = letIn("{\"email\":\"Ina@example.com\",\"name\":\"Ina\"}");
    Matcher link = Pattern.compile("/password/[^\"]+").matcher(answer.body());
    assertThat(link.find()).as(answer.body()).isTrue();
    Person ina = somebody();
    ina.post(link.group(), Map.of("password", "Ina-2026-x", "again", "Ina-2026-x"));
    assertThat(ina.get("/users").statusCode()).isEqualTo(200);
    assertThat(letIn("{\"email\":\"ina@example.com\",\"role\":\"AGENT\"}").body())
        .as("who is there already stays what he is")
        .contains("\"role\":\"ADMIN\"");
    assertThat(letIn("{\"email\":\"nobody\"}").statusCode()).isEqualTo(400);
    assertThat(letIn("{\"email\":\"x@example.com\",\"role\":\"KING\"}").statusCode())
        .isEqualTo(400);
    assertThat(letIn("{\"email\":\"flo@globex.example\"}").statusCode())
        .as("of another company")
        .isEqualTo(409);
  }

  @Test
  void every_way_in_stands_in_the_audit_log_without_any_secret() {
    Person admin = in(Role.ADMIN);
    somebody().logIn("admin@example.com", "Wrong-canary-1");
    String log = admin.get("/audit").body();
    assertThat(log).contains("logged in", "log-in failed").doesNotContain("canary", Staff.PASSWORD);
    assertThat(admin.get("/audit.csv").body()).startsWith("at (UTC),by,what").contains("logged in");
  }
}

package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.http.Access;
import dev.baton.server.http.Route;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The company matrix: each route of the table, asked by one company with the ids of another. */
class CompaniesApartTest {
  private static final String THEIRS = "zebra";

  /** What the server notes by itself while the test runs: how far reports are added up. */
  private static final String HOW_FAR = "INSERT INTO \"PUBLIC\".\"REPORT_SEALED\"";

  private static Installation acme;
  private static Staff staff;
  private static AnotherCompany other;
  private static Person admin;

  @BeforeAll
  static void open(@TempDir Path data) {
    acme = new Installation(data, Optional.empty()).agent("Ann", "Harbour").start();
    staff = new Staff(data);
    staff.add(Installation.ACME, "ada", Role.ADMIN, Optional.empty());
    other = AnotherCompany.in(staff, THEIRS);
    admin = new Person(acme.app().address());
    admin.logIn("ada@example.com", Staff.PASSWORD);
  }

  @AfterAll
  static void close() {
    staff.close();
    acme.close();
  }

  private static List<Route> routes() {
    return acme.app().routes().stream()
        .filter(r -> r.access() instanceof Access.SignedIn || r.access() == Access.API_TOKEN)
        .filter(route -> !route.pattern().equals("/logout"))
        .filter(route -> !route.pattern().startsWith("/account"))
        .toList();
  }

  /** The addresses of a route: each placeholder is each of the other company's ids. */
  private static List<String> addresses(Route route) {
    if (!route.pattern().contains("{")) return List.of(route.pattern());
    return Stream.concat(other.ids().stream(), Stream.of("1", "2", "in", "out"))
        .map(id -> route.pattern().replaceAll("\\{[^}]+}", encoded(id)))
        .toList();
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** What somebody would send who knows an id of theirs: under each name an id may have. */
  private static Map<String, String> fields(String id) {
    var fields = new HashMap<String, String>();
    for (String name :
        List.of(
            "agent",
            "agents",
            "agentId",
            "lead",
            "leads",
            "id",
            "ids",
            "team",
            "tag",
            "tags",
            "connection",
            "account",
            "to",
            "revision",
            "email",
            "member",
            "selected")) {
      fields.put(name, id);
    }
    return fields;
  }

  private static HttpResponse<String> ask(Route route, String address, String id) {
    boolean token = route.access() == Access.API_TOKEN;
    if (!token && route.method().equals("GET")) return admin.get(address);
    if (!token) return admin.fill("/account", address, fields(id));
    var request =
        HttpRequest.newBuilder(acme.app().address().resolve(address))
            .header("X-Auth-Token", Installation.API_TOKEN);
    if (route.method().equals("POST")) request.POST(BodyPublishers.ofString(json(fields(id))));
    if (route.method().equals("DELETE")) request.DELETE();
    return new Browserless().send(request);
  }

  private static String json(Map<String, String> fields) {
    var parts = new ArrayList<String>();
    fields.forEach((name, value) -> parts.add("\"" + name + "\":\"" + value + "\""));
    return "{" + String.join(",", parts) + "}";
  }

  /** Every row that is theirs. */
  private static List<String> theirs() {
    var rows = new ArrayList<String>();
    try (Connection connection = staff.database().source().getConnection();
        Statement asking = connection.createStatement();
        ResultSet script = asking.executeQuery("SCRIPT NOPASSWORDS NOSETTINGS")) {
      while (script.next()) {
        String statement = script.getString(1);
        if (statement.contains(HOW_FAR)) continue;
        statement
            .lines()
            .filter(row -> row.contains(THEIRS) && !row.contains("'acme'"))
            // The server itself asks the CRM for users, and writes down that it cannot.
            .filter(row -> !row.contains("'{}', NULL, TIMESTAMP"))
            .forEach(rows::add);
      }
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
    return rows.stream().map(row -> row.replaceAll("[,;]$", "")).sorted().toList();
  }

  @Test
  void no_route_tells_or_changes_anything_of_another_company() {
    List<String> before = theirs();
    assertThat(before).hasSizeGreaterThan(8);
    int asked = 0;
    for (Route route : routes()) {
      for (String address : addresses(route)) {
        List<String> ids = route.method().equals("POST") ? other.ids() : List.of("");
        for (String id : ids) {
          if (address.startsWith("/users/accounts/new")) continue;
          HttpResponse<String> answer = ask(route, address, id);
          String what = route.method() + " " + address + " " + id;
          assertThat(answer.statusCode()).as(what).isLessThan(500);
          String echoed = answer.body();
          // What was sent may be told again, as by an error or a log of what was asked.
          for (String part : other.ids()) {
            echoed = echoed.replaceAll("(?i)" + Pattern.quote(part), "");
          }
          assertThat(echoed).as(what).doesNotContain(THEIRS);
          asked++;
        }
      }
    }
    assertThat(asked).isGreaterThan(300);
    assertThat(theirs()).isEqualTo(before);
  }

  @Test
  void their_own_admin_sees_what_others_do_not() {
    var zoe = new Person(acme.app().address());
    zoe.logIn(THEIRS + "@example.com", Staff.PASSWORD);

    assertThat(zoe.get("/users").body()).contains(THEIRS + " Agent").doesNotContain("Ann");
    assertThat(zoe.get("/audit").body()).contains(THEIRS);
    assertThat(zoe.get("/tags").body()).contains(THEIRS + " Tag").doesNotContain("tag=Harbour");
  }
}

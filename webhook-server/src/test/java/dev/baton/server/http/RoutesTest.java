package dev.baton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.baton.hubspot.sandbox.SandboxRecord;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every route promises, whatever it does. */
class RoutesTest {
  @TempDir static Path data;
  private static Installation acme;
  private static final Browserless person = new Browserless();

  @BeforeAll
  static void open() {
    acme =
        new Installation(data, Optional.empty())
            .agent("ann", "Harbour")
            .agent("bob", "Harbour")
            .start();
  }

  @AfterAll
  static void close() {
    acme.close();
  }

  private static URI offerLink() {
    String contact = acme.leadArrives();
    SandboxRecord task =
        await()
            .atMost(Duration.ofSeconds(15))
            .until(() -> acme.openTasks(contact).stream().findFirst(), Optional::isPresent)
            .orElseThrow();
    return acme.link(task);
  }

  private static URI at(String path) {
    return acme.app().address().resolve(path);
  }

  @Test
  void the_routes_and_who_may_use_them_are_these() throws IOException {
    var routes = new TreeSet<String>();
    for (Route route : acme.app().routes()) {
      routes.add("%-24s %-5s %s".formatted(route.pattern(), route.method(), route.access()));
    }

    assertThat(String.join("\n", routes) + "\n").isEqualTo(resource("/routes.txt"));
  }

  @Test
  void the_openapi_file_describes_exactly_the_routes_for_programs() throws IOException {
    JsonNode openapi = new ObjectMapper().readTree(person.get(at("/openapi.json")).body());
    var described = new TreeSet<String>();
    openapi
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            described.add(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

    assertThat(described)
        .containsExactlyInAnyOrderElementsOf(
            acme.app().routes().stream()
                .filter(route -> !route.access().forPeopleOnly())
                .map(r -> r.method() + " " + r.pattern())
                .toList());
  }

  @Test
  void what_the_api_answers_has_the_fields_its_description_names() throws IOException {
    offerLink();
    var json = new ObjectMapper();
    JsonNode schemas =
        json.readTree(person.get(at("/openapi.json")).body()).at("/components/schemas");
    JsonNode row =
        json.readTree(person.api(acme.app(), "/api/v1/leads?limit=1").body()).at("/leads/0");
    JsonNode lead =
        json.readTree(person.api(acme.app(), "/api/v1/leads/" + row.get("id").asText()).body());

    assertThat(fields(row)).isSubsetOf(fields(schemas.at("/LeadRow/properties")));
    assertThat(fields(lead)).isSubsetOf(fields(schemas.at("/Lead/properties")));
    assertThat(fields(lead.at("/offers/0"))).isEqualTo(fields(schemas.at("/Offer/properties")));
  }

  private static TreeSet<String> fields(JsonNode object) {
    var names = new TreeSet<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void safe_methods_change_nothing_on_any_route() {
    URI link = offerLink();
    String before = state();
    String token = link.getPath().substring(3);
    for (Route route : acme.app().routes()) {
      String path =
          route
              .pattern()
              .replace("{secret}", "no-secret-of-ours-000000")
              .replace("{token}", token)
              .replace("{id}", "00000000-0000-7000-8000-000000000000")
              .replace("{direction}", "out")
              .replace("{revision}", "1")
              .replace("{version}", "x")
              .replace("{step}", "database")
              .replace("{nonce}", "x")
              .replace("{key}", "00000000-contacts-1")
              .replace("{name}", "baton.css");
      for (String method : List.of("GET", "HEAD", "OPTIONS")) {
        HttpResponse<String> answer =
            person.send(
                HttpRequest.newBuilder(at(path))
                    .header("X-Auth-Token", Installation.API_TOKEN)
                    .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(method + " " + path).isLessThan(500);
        if (method.equals("HEAD")) assertThat(answer.body()).isEmpty();
      }
    }

    assertThat(state()).isEqualTo(before);
  }

  /** Everything about all leads that could have changed. */
  private static String state() {
    var json = new ObjectMapper();
    var all = new StringBuilder();
    try {
      JsonNode leads =
          json.readTree(person.api(acme.app(), "/api/v1/leads?limit=1000").body()).get("leads");
      for (JsonNode lead : leads) {
        JsonNode file =
            json.readTree(
                person.api(acme.app(), "/api/v1/leads/" + lead.get("id").asText()).body());
        all.append(file.get("events")).append(file.get("offers"));
      }
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
    return all.toString();
  }

  @Test
  void every_answer_carries_the_security_headers() throws IOException {
    HttpResponse<String> answer = person.get(at("/health"));
    var headers = new StringBuilder();
    SecurityHeaders.ALL
        .keySet()
        .forEach(
            name ->
                headers
                    .append(name)
                    .append(": ")
                    .append(answer.headers().firstValue(name).orElse("(missing)"))
                    .append('\n'));

    assertThat(headers.toString()).isEqualTo(resource("/security-headers.txt"));
    assertThat(answer.headers().map()).doesNotContainKey("server");
  }

  @Test
  void an_unknown_path_method_or_token_is_told_as_a_problem_document() {
    assertProblem(person.get(at("/nothing")), 404);
    assertProblem(person.method("DELETE", at("/health")), 405);
    assertProblem(person.get(at("/api/v1/leads")), 401);
    assertProblem(
        person.send(
            HttpRequest.newBuilder(at("/api/v1/leads")).header("X-Auth-Token", "wrong-token-00")),
        401);
    assertProblem(person.api(acme.app(), "/api/v1/leads/none"), 404);
    assertProblem(person.api(acme.app(), "/api/v1/leads/" + new java.util.UUID(7, 7)), 404);
    assertProblem(person.api(acme.app(), "/api/v1/leads?limit=0"), 400);
    assertProblem(person.api(acme.app(), "/api/v1/leads?limit=x"), 400);
    assertProblem(person.api(acme.app(), "/api/v1/leads?state=LOST"), 400);
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    if (status != 400) assertThat(answer.body()).contains("\"detail\"");
  }

  @Test
  void an_unknown_offer_link_is_the_same_404_whatever_is_done_with_it() {
    URI never = at("/o/" + "A".repeat(43));
    String page = person.get(never).body();

    assertThat(person.get(never).statusCode()).isEqualTo(404);
    assertThat(person.get(at("/o/x")).body()).isEqualTo(page);
    assertThat(person.submit(never, "accept", "x").statusCode()).isEqualTo(404);
    assertThat(person.submit(never, "accept", "x").body()).isEqualTo(page);
  }

  /** By a redirect, so that loading the page once more does not press. */
  private void assertSentBackToPressAgain(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(303);
    String where = answer.headers().firstValue("Location").orElseThrow();
    assertThat(person.get(at(where)).body()).contains("press once more");
  }

  @Test
  void a_button_pressed_without_looking_or_from_another_site_does_nothing() {
    URI link = offerLink();
    String nonce = Browserless.nonce(person.get(link).body());

    HttpResponse<String> atOnce = person.submit(link, "accept", nonce);
    HttpResponse<String> forged = person.submit(link, "decline", "abc.def");
    HttpResponse<String> foreign =
        person.send(
            HttpRequest.newBuilder(URI.create(link + "/accept"))
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("nonce=" + nonce)));

    assertSentBackToPressAgain(atOnce);
    assertSentBackToPressAgain(forged);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(person.get(link).body()).contains("A lead for you");
  }

  @Test
  void two_hundred_accepts_at_once_make_one_owner() throws Exception {
    URI link = offerLink();
    String nonce = Browserless.nonce(person.get(link).body());
    java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(1100).toNanos());
    var presses = new ArrayList<Callable<Integer>>();
    for (int i = 0; i < 200; i++) {
      presses.add(() -> person.submit(link, "accept", nonce).statusCode());
    }

    try (var people = Executors.newFixedThreadPool(50)) {
      for (Future<Integer> press : people.invokeAll(presses)) {
        assertThat(press.get()).isEqualTo(303);
      }
    }

    assertThat(person.get(link).body()).contains("This lead is yours");
    String accepted = "\"kind\":\"OfferAccepted\"";
    String lead = leadOf(link);
    assertThat(lead.split(accepted, -1)).hasSize(2);
  }

  private static String leadOf(URI link) throws IOException {
    JsonNode leads =
        new ObjectMapper()
            .readTree(person.api(acme.app(), "/api/v1/leads?limit=1000&state=OWNED").body());
    for (JsonNode lead : leads.get("leads")) {
      String file = person.api(acme.app(), "/api/v1/leads/" + lead.get("id").asText()).body();
      if (file.contains("OfferAccepted")) return file;
    }
    throw new AssertionError("No owned lead behind " + link);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RoutesTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

package dev.baton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.company.ApiTokens;
import dev.baton.company.CompanyId;
import dev.baton.server.Browserless;
import dev.baton.server.Installation;
import dev.baton.server.people.Person;
import dev.baton.server.people.Staff;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every page for people tells the browser to refuse, as a reviewer sees it at a glance. */
class PageHeadersTest {
  private static final List<String> TOLD =
      List.of(
          "Cache-Control",
          "Content-Security-Policy",
          "Cross-Origin-Opener-Policy",
          "Referrer-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options");

  @Test
  void every_page_of_the_route_table_carries_these(@TempDir Path data) throws IOException {
    try (var acme = new Installation(data, Optional.empty()).agent("ann", "Harbour").start();
        var staff = new Staff(data)) {
      staff.add(Installation.ACME, "eve", Role.ADMIN, Optional.empty());
      assertThat(told(acme)).isEqualTo(resource("/page-headers.txt"));
      Person eve = in(acme);
      eve.fill(
          "/settings/embedding",
          "/settings/embedding",
          Map.of("sites", "https://acme.lightning.force.com"));
      assertThat(told(acme)).isEqualTo(resource("/page-headers-framed.txt"));
    }
  }

  private static Person in(Installation acme) {
    var eve = new Person(acme.app().address());
    eve.logIn("eve@example.com", Staff.PASSWORD);
    return eve;
  }

  /** The headers that are the same, and below the pages that have them. */
  private static String told(Installation acme) {
    Person eve = in(acme);
    var byHeaders = new TreeMap<String, TreeSet<String>>();
    for (Route route : acme.app().routes()) {
      if (!route.method().equals("GET") || route.pattern().startsWith("/api/")) continue;
      HttpResponse<String> answer = eve.get(filled(route.pattern()));
      String type = answer.headers().firstValue("Content-Type").orElse("");
      if (!type.startsWith("text/html")) continue;
      byHeaders
          .computeIfAbsent(headers(answer), none -> new TreeSet<>())
          .add(route.pattern() + " " + answer.statusCode());
    }
    var all = new StringBuilder();
    byHeaders.forEach(
        (headers, pages) ->
            all.append(headers).append("  ").append(String.join("\n  ", pages)).append("\n"));
    return all.toString();
  }

  private static String filled(String pattern) {
    return pattern
        .replace("{revision}", "1")
        .replace("{direction}", "out")
        .replace("{step}", "database")
        .replaceAll("\\{[a-z]+}", "none");
  }

  private static String headers(HttpResponse<String> answer) {
    var told = new StringBuilder();
    for (String name : TOLD) {
      told.append(name)
          .append(": ")
          .append(answer.headers().firstValue(name).orElse("(none)"))
          .append('\n');
    }
    return told.toString();
  }

  @Test
  void by_https_browsers_are_told_to_use_nothing_else() {
    assertThat(served(true).headers().firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000");
    assertThat(served(false).headers().firstValue("Strict-Transport-Security")).isEmpty();
  }

  private static HttpResponse<String> served(boolean secure) {
    var tokens =
        new ApiTokens() {
          @Override
          public Optional<CompanyId> company(byte[] tokenHash) {
            return Optional.empty();
          }

          @Override
          public Optional<Instant> madeAt(CompanyId company) {
            return Optional.empty();
          }

          @Override
          public void replace(CompanyId company, byte[] tokenHash, Instant at) {}
        };
    var routes = List.of(Route.get("/page", Access.ANYBODY, asked -> Answer.html(200, "page")));
    var door =
        new FrontDoor(
            routes, tokens, Doorkeeper.NOBODY, (method, pattern, status, nanos) -> {}, secure);
    try (WebServer server = WebServer.start(0, door)) {
      return new Browserless().get(URI.create("http://localhost:" + server.port() + "/page"));
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PageHeadersTest.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

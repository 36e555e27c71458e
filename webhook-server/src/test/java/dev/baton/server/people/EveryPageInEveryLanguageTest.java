package dev.baton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.account.Role;
import dev.baton.server.Installation;
import dev.baton.server.http.Access;
import dev.baton.server.http.Route;
import dev.baton.server.words.Words;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each page of the route table, and each form sent empty, in each language people can choose. */
class EveryPageInEveryLanguageTest {
  private static final Pattern LANGUAGE = Pattern.compile("<html lang=\"([a-z]+)\">");

  /** A place in a text that nothing was put into, or a key that was taken for a text. */
  private static final Pattern UNFINISHED =
      Pattern.compile(
          "\\{[0-9][},]|>(?:book|team|hours|setting|lead|my|report|people|setup|account)\\.[a-z]");

  @Test
  void each_is_in_the_language_of_its_reader_and_finished(@TempDir Path data) {
    try (var acme = new Installation(data, Optional.empty()).agent("Ann", "Harbour").start();
        var staff = new Staff(data)) {
      staff.add(Installation.ACME, "ada", Role.ADMIN, Optional.empty());
      AnotherCompany zebra = AnotherCompany.in(staff, "zebra");
      var reader = new Person(acme.app().address());
      reader.logIn("zebra@example.com", Staff.PASSWORD);
      for (Words words : Words.ALL) {
        reader.fill("/account", "/account/language", Map.of("language", words.language()));
        var seen = new TreeSet<String>();
        for (Route route : acme.app().routes()) {
          if (!(route.access() instanceof Access.SignedIn) || leaves(route)) continue;
          for (String address : addresses(route, zebra.ids())) {
            HttpResponse<String> page =
                route.method().equals("GET")
                    ? reader.get(address)
                    : reader.fill("/account", address, Map.of());
            String what = words.language() + " " + route.method() + " " + address;
            assertThat(page.statusCode()).as(what).isLessThan(500);
            Matcher language = LANGUAGE.matcher(page.body());
            if (!language.find()) continue;
            assertThat(language.group(1)).as(what).isEqualTo(words.language());
            assertThat(page.body()).as(what).doesNotContainPattern(UNFINISHED);
            if (page.statusCode() == 200) seen.add(route.pattern());
          }
        }
        assertThat(seen).as("pages that were seen").hasSizeGreaterThan(35);
      }
    }
  }

  /** What would end the reader's session, or his language. */
  private static boolean leaves(Route route) {
    return Stream.of("/logout", "/account/language", "/account/password", "/erase")
        .anyMatch(route.pattern()::equals);
  }

  private static List<String> addresses(Route route, List<String> ids) {
    if (!route.pattern().contains("{")) return List.of(route.pattern());
    return ids.stream()
        .map(id -> URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"))
        .map(id -> route.pattern().replaceAll("\\{[^}]+}", id))
        .toList();
  }
}
